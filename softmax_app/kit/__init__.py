"""What lessons share: controls, sentences, formulas, tables, questions, the state of a reader."""
