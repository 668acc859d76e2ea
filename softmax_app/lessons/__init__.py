"""A folder a lesson: its words, numbers, panels, questions, code, and the record of them all."""
