"""Sharing what is on the screen."""

from collections.abc import Mapping
from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="A link to this screen", zh="当前画面的链接")
WHAT = Text(en="What to share", zh="分享什么")
KINDS: Final[Mapping[str, Text]] = {
    "page": Text(en="Page", zh="页面"),
    "projector": Text(en="Projector", zh="投影"),
    "question": Text(en="Question", zh="问题"),
    "answer": Text(en="With its answer", zh="问题和答案"),
    "embed": Text(en="Embed", zh="嵌入网页"),
}
COPY = Text(en="Copy the link", zh="复制链接")
COPY_CODE = Text(en="Copy the code", zh="复制代码")
QR_CODE = Text(en="QR code of the link", zh="链接的二维码")
TOO_LONG = Text(
    en="The link is too long for a QR code; shorter names of classes would help.",
    zh="链接太长，放不进二维码；把类别名称改短些即可。",
)
COPIED = Text(en="Copied ✓", zh="已复制 ✓")
