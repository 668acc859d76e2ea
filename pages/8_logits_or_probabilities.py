from softmax_app.lessons.logits_or_probabilities.lesson import LESSON
from softmax_app.ui import lesson_page

lesson_page.show(LESSON)
