"""The course's own server around Streamlit's pages."""
