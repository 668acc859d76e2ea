"""The course's server, and, where Streamlit runs this as a page, its home."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from softmax_app.server import MIDDLEWARE, ROUTES, ready
from softmax_app.ui import home_page

if get_script_run_ctx(suppress_warning=True) is not None:
    home_page.show()
else:
    app = st.App("app.py", lifespan=ready, routes=ROUTES, middleware=MIDDLEWARE)
