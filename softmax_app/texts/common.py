"""Sentences that every page shares."""

from typing import Final

from softmax_app.texts.text import Text

COURSE = Text(en="Softmax and cross-entropy", zh="Softmax 与交叉熵")
ABOUT = Text(
    en="An interactive course on softmax and cross-entropy. Every number on its pages is "
    "computed by its own small NumPy core.",
    zh="一门关于 Softmax 与交叉熵的互动课程。页面上的每个数都由课程自带的小型 NumPy 计算核心算出。",
)
HOME = Text(en="Home", zh="首页")
LANGUAGE = Text(en="Language", zh="语言")
RESET = Text(en="Start over", zh="重新开始")
RESET_HELP = Text(
    en="Puts every score, name and setting of the course back to where it began.",
    zh="把整门课程的得分、类别名称和设置都恢复为初始值。",
)
SHARE = Text(en="Share", zh="分享")
SHARE_HELP = Text(
    en="A link to exactly what is on the screen, to copy or to scan.",
    zh="当前画面的链接，可以复制，也可以扫码。",
)
SAVE_AS = Text(en="Save this figure as {format}", zh="把这幅图存为 {format}")
LINK_REPAIRED = Text(
    en="The link held {name}={value}, which was left out. {reason} The rest of the link is used.",
    zh="链接中的 {name}={value} 没有采用：{reason}链接的其余部分照常使用。",
)
CODE = Text(en="The same in code, and as files", zh="同样的计算：代码与文件")
PROGRAM = Text(en="code", zh="代码")
NEXT_LESSON = Text(en="Next: {title} →", zh="下一课：{title} →")
AFTER_THE_LAST = Text(
    en="That was the last lesson. On the home page scores, probabilities, loss and gradient stand on "
    "one stage: drag a score there, and see whether you can say beforehand what will move.",
    zh="最后一课到此结束。首页把得分、概率、损失和梯度放在同一个画面里：拖动一个得分之前，先想想哪些数会跟着变。",
)
BACK_HOME = Text(en="The whole chain on one stage →", zh="回首页看整条链 →")
CLASS = Text(en="class", zh="类别")
SUM = Text(en="sum", zh="总和")
NUMBERS = Text(en="Every number", zh="所有数值")

# What an article is about: the classes, as long as a reader does not name them. There are as many
# as the course works with.
TOPICS: Final = (
    Text(en="sport", zh="体育"),
    Text(en="politics", zh="时政"),
    Text(en="science", zh="科学"),
    Text(en="health", zh="健康"),
    Text(en="economy", zh="经济"),
    Text(en="culture", zh="文化"),
    Text(en="travel", zh="旅游"),
    Text(en="food", zh="美食"),
    Text(en="nature", zh="自然"),
    Text(en="weather", zh="天气"),
)

NOT_A_NUMBER = Text(en="“{value}” is not a number.", zh="“{value}”不是一个数。")
EMPTY_NUMBER = Text(en="A number is needed here.", zh="这里要填一个数。")
OUT_OF_RANGE = Text(
    en="Only numbers from {low} to {high} can be used here.",
    zh="这里只能用 {low} 到 {high} 之间的数。",
)
CLASS_COUNT = Text(
    en="The course works with {low} to {high} classes.", zh="本课程支持 {low} 到 {high} 个类别。"
)
NOT_A_LABEL = Text(
    en="A label is a whole number: 0 for the first class.", zh="标签是整数，第一个类别为 0。"
)
NOT_AN_ENTRY = Text(
    en="An entry is two whole numbers: its row and its column, 1,1 for the first.",
    zh="元素由两个整数指定：行和列，第一个是 1,1。",
)
NOT_A_CHOICE = Text(en="It must be one of {choices}.", zh="只能是 {choices} 之一。")
NOT_A_KEY = Text(
    en="A key is a whole number: 1 for the first word.", zh="键的编号是整数，第一个词为 1。"
)
NOT_A_QUESTION = Text(en="A guess is a list of numbers.", zh="猜测应是一列数。")
NO_SUCH_QUESTION = Text(en="This lesson has no such question.", zh="这一课没有这个问题。")
NO_SUCH_GUESS = Text(
    en="That cannot be a guess at this question.", zh="这不能作为对这个问题的猜测。"
)
BROKEN_ADDRESS = Text(
    en="This address asks for something that the course does not have.",
    zh="这个地址所要的内容，课程里没有。",
)
UNKNOWN_EVENT = Text(
    en="That cannot be done on this page.",
    zh="这个页面上没有这样的操作。",
)
NO_GUESS = Text(en="Guess first, or choose “Just show me”.", zh="请先猜一猜，或者选“直接看答案”。")

EN = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ZH = "零 一 两 三 四 五 六 七 八 九 十 十一 十二 十三 十四"
COUNTS: Final = tuple(Text(en=en, zh=zh) for en, zh in zip(EN.split(), ZH.split(), strict=True))
