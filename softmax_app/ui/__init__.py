"""Streamlit glue: the page's frame, the reader's settings, the code at its end."""
