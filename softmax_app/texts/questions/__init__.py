"""What the lessons ask: the questions and puzzles of each, and what all of them share."""
