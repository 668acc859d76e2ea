"""The home page."""

from softmax_app.texts.text import Text

LEAD = Text(
    en="From a model's scores to its learning, in one chain.",
    zh="从模型的得分到它的学习，一条链走到底。",
)
START = Text(en="Start with lesson 1", zh="从第 1 课开始")
