from softmax_app.lessons.push_and_pull.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
