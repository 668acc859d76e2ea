"""Sharing what is on the screen."""

from softmax_app.texts.text import Text

TITLE = Text(en="A link to this screen", zh="当前画面的链接")
COPY = Text(en="Copy the link", zh="复制链接")
COPIED = Text(en="Copied ✓", zh="已复制 ✓")
