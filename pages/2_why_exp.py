from softmax_app.lessons.why_exp.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
