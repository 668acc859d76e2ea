"""Everything between the mathematics and the page.

One way down: texts, settings, sweeps, figures, kit, lessons and course know no Streamlit; live
and ui do.
"""
