"""What a phone in a room says, and why a room refuses."""

from softmax_app.texts.text import Text

BROKEN = Text(en="This is nothing that a room can take.", zh="教室无法处理这样的请求。")
NOT_OWN = Text(
    en="Only the browser that opened this room can do that.",
    zh="只有开启这个教室的浏览器才能这样做。",
)
GONE = Text(
    en="There is no room with this code just now. Codes change with every lesson.",
    zh="现在没有使用这个代码的教室。每次上课的代码都不同。",
)
CLOSED = Text(
    en="This vote is closed: what came too late does not count.",
    zh="这次投票已经结束，迟到的答案不算。",
)
CANNOT_FOLLOW = Text(en="The room cannot go there from where it is.", zh="教室现在不能进入这一步。")
ELSEWHERE = Text(en="The room has gone on to another question.", zh="教室已经转到另一个问题。")
NO_QUESTION = Text(en="The course has no such question.", zh="课程里没有这个问题。")
TOO_LARGE = Text(en="That is far more than an answer needs.", zh="内容太长，答案用不了这么多。")
TOO_MANY = Text(
    en="Too many tries came from here. Wait a moment, then try again.",
    zh="来自这里的尝试太多了，请稍等再试。",
)
FULL = Text(en="There is no place left here.", zh="这里已经满了。")
UNREACHABLE = Text(
    en="The rooms cannot be reached just now. What was sent is to be sent again.",
    zh="暂时连不上教室，请重新发送。",
)
NO_CODE = Text(
    en="A code has 6 letters and digits, as on the screen.",
    zh="代码由 6 个字母和数字组成，请看屏幕。",
)
WHOLE_GUESS = Text(
    en="A whole guess is needed: numbers in number {count}.",
    zh="请给出完整的猜测：共 {count} 个数。",
)
