"""One module a lesson: its numbers along any sweep, its controls, and what shows them."""
