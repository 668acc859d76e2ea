"""How a figure tells its numbers."""

from softmax_app.texts.text import Text

SENTENCE = Text(en=" {title}: {numbers}.", zh="{title}：{numbers}。")
BETWEEN = Text(en=", ", zh="，")
