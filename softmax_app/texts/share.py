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
GIVES: Final[Mapping[str, Text]] = {
    "page": Text(
        en="Just what is on this screen: an answer that is shown is given away.",
        zh="当前画面原样分享：已经揭晓的答案也在其中。",
    ),
    "projector": Text(
        en="The same for a class: large, one thing at a time, without menus.",
        zh="同样的内容，投给全班看：大字、一次只讲一件事、没有菜单。",
    ),
    "question": Text(
        en="The question, not yet answered: whoever opens it guesses first.",
        zh="还没揭晓的问题：打开的人先猜。",
    ),
    "answer": Text(
        en="The question with its answer, without anyone’s guess.",
        zh="问题连同答案，不带任何人的猜测。",
    ),
    "embed": Text(
        en="Code for a web page of yours: what is on this screen, without the menu.",
        zh="放进自己网页的代码：当前画面，不带菜单。",
    ),
}
SHUT = Text(
    en="Only this machine can open it: for others, use the machine’s address on the network.",
    zh="这个链接只有本机能打开。要发给别人，请先用本机的局域网地址打开课程。",
)
COPY = Text(en="Copy the link", zh="复制链接")
COPY_CODE = Text(en="Copy the code", zh="复制代码")
QR_CODE = Text(en="QR code of the link", zh="链接的二维码")
TOO_LONG = Text(
    en="The link is too long for a QR code; shorter names of classes would help.",
    zh="链接太长，放不进二维码；把类别名称改短些即可。",
)
COPIED = Text(en="Copied ✓", zh="已复制 ✓")
