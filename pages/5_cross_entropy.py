from softmax_app.lessons.cross_entropy.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
