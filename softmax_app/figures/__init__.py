"""Numbers and labels in, a Plotly figure out: one file a figure, no colour outside theme.py."""
