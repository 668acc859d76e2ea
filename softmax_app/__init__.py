"""Everything between the mathematics and the page.

One way down: texts, settings, sweeps, figures and lessons know no Streamlit; live and ui do.
"""
