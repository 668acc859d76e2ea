from softmax_app.lessons.two_classes.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
