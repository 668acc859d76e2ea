"""What is said while a page is on its way."""

from softmax_app.texts.text import Text

COMING = Text(en="The rest of the page is on its way.", zh="页面的其余部分正在加载。")
FIGURES_COMING = Text(
    en="The figures are on their way. Everything else can be used already.",
    zh="图还在加载，其余部分已经可以使用。",
)
MISSING = Text(
    en="A part of the page could not be loaded. It is being tried again.",
    zh="页面有一部分没能加载，正在重试。",
)
NEEDS_SCRIPT = Text(
    en="The rest of the page needs JavaScript.", zh="页面的其余部分需要启用 JavaScript。"
)
