"""What a phone in a room says, and why a room refuses."""

from collections.abc import Mapping
from typing import Final

from softmax_app.texts.text import Text

BROKEN = Text(en="A room cannot make anything of this.", zh="教室无法处理这样的请求。")
NOT_OWN = Text(
    en="Only the browser that opened this room can do that.",
    zh="只有开启这个教室的浏览器才能这样做。",
)
GONE = Text(
    en="There is no room with this code just now. Codes change with every lesson.",
    zh="现在没有这个教室码对应的教室。每次上课的教室码都不同。",
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
    en="The rooms cannot be reached just now. Send your guess once more.",
    zh="暂时连不上教室，请再提交一次。",
)
NO_CODE = Text(
    en="A code has 6 letters and digits, as on the screen.",
    zh="教室码由 6 个字母和数字组成，请看屏幕。",
)
WHOLE_GUESS = Text(
    en="A whole guess is needed: {count} in all.",
    zh="猜测要填完整：共 {count} 个数。",
)

TITLE = Text(en="Your guess", zh="猜一猜")
CODE = Text(en="The code on the screen", zh="屏幕上的教室码")
JOIN = Text(en="Join", zh="进入")
COMING = Text(en="One moment…", zh="请稍候……")
WAIT = Text(
    en="Look at the screen: the next question comes here by itself.",
    zh="请看屏幕，下一个问题会自动出现在这里。",
)
SECOND = Text(en="Second vote: what do you expect now?", zh="第二次投票：现在你怎么看？")
SEND = Text(en="Send my guess", zh="提交")
# by the form of the question: why nothing can be sent yet
MISSING: Final[Mapping[str, Text]] = {
    "bars": Text(en="Move a bar first.", zh="请先拖动柱子。"),
    "amount": Text(en="Move the slider first.", zh="请先移动滑块。"),
    "choice": Text(en="Choose an answer first.", zh="请先选一个答案。"),
    "order": Text(en="Put all of them in order first.", zh="请先排好全部顺序。"),
}
SENT = Text(
    en="Sent. It can be changed until the vote is closed.", zh="已提交。投票结束前可以修改。"
)
CHANGED = Text(en="Changed, and not sent yet.", zh="已修改，尚未提交。")
SENDING = Text(en="Sending…", zh="正在提交……")
OVER = Text(en="The vote is closed. Your guess counts.", zh="投票已结束，你的猜测已计入。")
OVER_WITHOUT = Text(
    en="The vote is closed. You can join in the next one.", zh="投票已结束，你可以参加下一次。"
)
LATE = Text(
    en="The vote was closed before your guess arrived: it does not count.",
    zh="你的猜测送到时投票已经结束，这次不算。",
)
TALK = Text(
    en="Talk to your neighbour: what did you guess, and why? A second vote follows.",
    zh="和同桌讨论一下：你猜了什么？为什么？接下来还会投一次票。",
)
OFFLINE = Text(
    en="No connection just now. What you have entered stays here and is sent once there is one.",
    zh="暂时没有连接。你填的内容留在这里，连上后会自动提交。",
)
ANEW = Text(
    en="The room is not there just now. What you have sent is kept here and is sent again by "
    "itself once the room is back.",
    zh="教室暂时不在。你提交过的内容留在这里，教室恢复后会自动重新提交。",
)
YOURS = Text(en="your guess", zh="你的猜测")
FIRST_GUESS = Text(en="first guess", zh="第一次的猜测")
ANSWER = Text(en="answer", zh="答案")
SCORES = Text(en="scores", zh="得分")
SUM = Text(en="sum", zh="合计")
NEEDS_SCRIPT = Text(en="This page needs JavaScript.", zh="此页面需要 JavaScript。")

DRAG = Text(en="Drag each bar to where you expect it.", zh="把每根柱子拖到你认为的高度。")
SLIDE = Text(en="Move the slider to where you expect it.", zh="把滑块移到你认为的位置。")
