"""What a lesson asks before it shows: questions to guess at, and puzzles to solve.

A question's numbers are those of a link, its answer comes from the core; a puzzle is checked
along every sweep, so that it says at once, under the hand, when it is solved.
"""
