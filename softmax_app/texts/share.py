"""Sharing what is on the screen."""

from softmax_app.texts.text import Text

TITLE = Text(en="A link to this screen", zh="当前画面的链接")
COPY = Text(en="Copy the link", zh="复制链接")
TOO_LONG = Text(
    en="The link is too long for a QR code; shorter names of classes would help.",
    zh="链接太长，放不进二维码；把类别名称改短些即可。",
)
COPIED = Text(en="Copied ✓", zh="已复制 ✓")
