"""The course's home page."""

from softmax_app.ui import home_page

home_page.show()
