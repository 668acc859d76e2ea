"""What the projector says of a room: a question that is put to the whole class."""

from collections.abc import Mapping
from typing import Final

from softmax_app.texts.text import Text

ASK_CLASS = Text(en="G · Ask the class", zh="G · 问全班")
NO_ROOM = Text(
    en="**No room could be opened:** the course's own addresses did not answer here. Give the class "
    "the link to this question instead, and everyone guesses alone.",
    zh="**没能开启教室**：课程自己的地址在这里没有回应。可以改为把这个问题的链接发给全班，每个人自己猜。",
)
SHARE = Text(en="S · Link for the class", zh="S · 给学生的链接")
LOST = Text(
    en="The line to the server is lost. It is tried again and again; what was sent is kept.",
    zh="与服务器的连接断了，正在不断重试；已发送的内容会保留。",
)
AGAIN = Text(
    en="The server was started anew: the phones are sending their answers again.",
    zh="服务器重新启动了：手机正在重新发送答案。",
)
OPEN_PAGE = Text(en="On your phone, open", zh="用手机打开")
ENTER_CODE = Text(en="and enter", zh="然后输入")
SHUT = Text(
    en="**No phone can reach this address:** it is this machine’s name for itself. Open the course by "
    "the machine’s address on the network, or where it is deployed, and open the room there.",
    zh="**手机打不开这个地址**：它只在本机有效。请改用本机在网络中的地址打开课程，或打开已部署的课程，再开启教室。",
)
QR = Text(en="QR code of {address}", zh="{address} 的二维码")
ANSWERED = Text(en="{count} answered", zh="{count} 人已作答")
PHONES = Text(en="phones joined: {phones}", zh="已加入 {phones} 部手机")

HEADS: Final[Mapping[str, Text]] = {
    "open": Text(en="First vote: guess on your phone", zh="第一次投票：请在手机上作答"),
    "closed": Text(en="The first vote is closed", zh="第一次投票已结束"),
    "guesses": Text(en="What the class guesses", zh="全班的猜测"),
    "talk": Text(
        en="Talk to your neighbour: why do you expect it?", zh="和同桌讨论：你为什么这样猜？"
    ),
    "second": Text(en="Second vote: guess again", zh="第二次投票：请再猜一次"),
    "both": Text(en="The second vote is closed", zh="第二次投票已结束"),
    "answer": Text(en="The answer", zh="答案"),
}
# what leads to each phase
MOVES: Final[Mapping[str, Text]] = {
    "closed": Text(en="→ · Close the vote", zh="→ · 结束投票"),
    "guesses": Text(en="V · Show the guesses", zh="V · 显示大家的猜测"),
    "talk": Text(en="→ · Talk in pairs", zh="→ · 和同桌讨论"),
    "second": Text(en="→ · Second vote", zh="→ · 第二次投票"),
    "both": Text(en="→ · Close the vote", zh="→ · 结束投票"),
    "answer": Text(en="A · The answer", zh="A · 看答案"),
}
REOPEN = Text(en="← · Reopen", zh="← · 重新开放")
LAST = Text(en="→ · The answer", zh="→ · 看答案")
GO_ON = Text(en="→ · Go on", zh="→ · 继续")
AWAY = Text(en="G · To the page", zh="G · 回到页面")
CSV = Text(en="CSV file", zh="CSV 文件")

FIRST = Text(en="First vote", zh="第一次")
SECOND = Text(en="Second vote", zh="第二次")
OTHERS = Text(en="other orders", zh="其他顺序")
RIGHT = Text(en="✓ {row}", zh="✓ {row}")
NO_ONE = Text(en="**No one has answered.**", zh="**没有人作答。**")
NEAR = Text(
    en="**Close to it: {near} of {voted}.**",
    zh="**猜得接近：{voted} 人中有 {near} 人。**",
)
NEAR_TWICE = Text(
    en="**Close to it: {near} of {voted} at first, {near_2} of {voted_2} after the talk.** "
    "Of {both} who voted twice, {nearer} came nearer and {farther} went further away.",
    zh="**猜得接近：起初 {voted} 人中有 {near} 人，讨论后 {voted_2} 人中有 {near_2} 人**。"
    "两次都投了票的 {both} 人中，{nearer} 人更接近答案，{farther} 人离得更远。",
)
CORRECT = Text(
    en="**Right: {near} of {voted}.**",
    zh="**答对：{voted} 人中有 {near} 人。**",
)
CORRECT_TWICE = Text(
    en="**Right: {near} of {voted} at first, {near_2} of {voted_2} after the talk.** "
    "Of {both} who voted twice, {nearer} came nearer and {farther} went further away.",
    zh="**答对：起初 {voted} 人中有 {near} 人，讨论后 {voted_2} 人中有 {near_2} 人**。"
    "两次都投了票的 {both} 人中，{nearer} 人更接近答案，{farther} 人离得更远。",
)

# what the pictures of a class tell of a vote, in which so many have guessed
VOTE = Text(en="{vote}, guesses: {count}", zh="{vote}，作答人数 {count}")
SPREAD = Text(en="median {middle}, from {low} to {high}", zh="中位数 {middle}，从 {low} 到 {high}")
MOVED = Text(en="Changed their minds", zh="改变了想法")
MOVE = Text(en="from {source} to {target} {count}", zh="从“{source}”改为“{target}” {count}")
BARS_DESCRIPTION = Text(
    en="The guesses of the class as dots at the height of each bar; once it is shown, the answer "
    "stands beside them as bars.",
    zh="每根柱子旁边的圆点是全班的猜测；揭晓后旁边的柱子是答案。",
)
AMOUNT_DESCRIPTION = Text(
    en="The guesses of the class as dots along the axis; once it is shown, the answer is a dot below, "
    "with a line across all of them.",
    zh="沿数轴的圆点是全班的猜测；揭晓后下方的圆点是答案，并有一条线穿过所有猜测。",
)
COUNTS_DESCRIPTION = Text(
    en="How many of the class chose what, as bars; once it is shown, the answer stands beside them.",
    zh="柱子表示全班各选项有多少人选；揭晓后旁边是答案。",
)
