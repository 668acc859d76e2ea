"""What a reader can take along from a lesson: its tables, and itself as a notebook."""
