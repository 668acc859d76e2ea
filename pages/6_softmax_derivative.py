from softmax_app.lessons.softmax_derivative.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
