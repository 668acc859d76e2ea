"""The home page."""

from typing import Final, NamedTuple

from softmax_app.texts.text import Text

LEAD = Text(
    en="An article is about one of these topics. Which one? A model reads it and gives each a score; "
    "**softmax** turns the scores into probabilities; **cross-entropy** says how wrong these were, once "
    "the true topic is known. Drag a score: all numbers follow.",
    zh="一篇文章讲的是这几个主题之一，是哪一个？模型读过之后，给每个主题打分；"
    "**Softmax** 把得分变成每个主题的概率；等真实的主题揭晓，**交叉熵**衡量这些概率错得有多厉害。"
    "拖动一个得分，看后面的数怎样随之改变。",
)
FOR_WHOM = Text(
    en="For anyone who meets softmax for the first time; some lessons use "
    "derivatives, which you should have met before. Every lesson ends with the same computation in code. "
    "In the pictures above t is what the label says, 1 for the true class and 0 for the others, and η is "
    "the learning rate: how long a step is.",
    zh="写给初次接触 Softmax 的人；有几课会用到导数，最好已经学过。每一课的最后都有同样计算的代码。"
    "上面图中的 t 是标签给出的答案，真实类别为 1，其余为 0；η 是学习率，也就是一步走多远。",
)
LESSON = Text(en="Lesson {number}", zh="第 {number} 课")
START = Text(en="Start with lesson {number}: {title} →", zh="从第 {number} 课开始：{title} →")
GO_ON = Text(en="Go on with lesson {number}: {title} →", zh="继续第 {number} 课：{title} →")
LESSONS_HEADING = Text(
    en="{count} lessons, each with a surprise", zh="{count}课，每课都有出人意料之处"
)
TEACHERS = Text(en="For teachers", zh="给老师")
IN_CLASS = Text(
    en="**In class.** Press **P** on any lesson, and it fills the projector: large type, no menus, one "
    "thing at a time. The arrow keys or a clicker take you through the lesson and its questions, and "
    "on to the next lesson; each question comes before what tells its answer, and **Q** leads to the next one. Let the class guess, enter what it says, and press **A** for the answer. "
    "**S** shows the link as a QR code, so that everyone has the same numbers. A link can also open a "
    "question whose answer is not shown yet: open the question yourself, then press **Share**.",
    zh="**课堂上**：在任何一课按 **P** 键，它就铺满投影：大字、没有菜单、一次只讲一件事。"
    "用方向键或翻页笔，依次走过课文和各个问题，再到下一课；每个问题都在答案出现之前提出，按 **Q** 直接到下一个问题。让全班先猜，把猜测输进去，再按 **A** 看答案。"
    "按 **S** 以二维码显示链接，人人手里都是同样的数。链接也可以直接打开一个还没揭晓的问题："
    "自己先打开它，再按**分享**。",
)
ANSWERS_AT_ONCE = Text(
    en="**The class answers at once.** At any question on the projector press **G**: a room opens with "
    "a QR code, an address and a short code, and everyone guesses on a phone, without an account or "
    "an app. The arrow key closes the vote, and only then can **V** show the guesses; mostly it is "
    "better to have neighbours talk first. A second vote follows; the arrow key closes it and shows "
    "both votes, and then the answer beside them, with who moved where and how many came nearer. The room follows you from "
    "question to question; **G** puts it away and brings it back. The answers can be taken along as "
    "a CSV file without names, and three hours after its last use nothing of the room is left.",
    zh="**全班同时作答**：在投影的任何一个问题上按 **G**，就会开启一个“教室”，屏幕上出现二维码、网址和教室码，每个人"
    "用手机猜，不用账号，也不用装应用。按方向键结束投票，之后才能按 **V** 显示大家的猜测；多数时候，先让同桌互相讨论更"
    "好。接着再投一次票，按方向键结束，两次投票就并排出现；再按一次，答案也在旁边：谁从哪里改到了哪里，多少人更接近答案。教室会跟着你从一"
    "个问题走到下一个；按 **G** 可以把它收起，再按又会出现。答案可以存成不含姓名的 CSV 文件；最后一次使用三小时后，"
    "教室不留下任何内容。",
)
ON_YOUR_SITE = Text(
    en="**On your own site.** Add `embed=true` to a lesson's link, and the lesson can be embedded in a course page without "
    "its menu. The whole course is free software: it runs on any machine with Python, and on "
    "Streamlit Community Cloud as it is; the README says how, step by step. It keeps no accounts and "
    "no data: what a reader has answered is kept only in a cookie of their own browser.",
    zh="**放进自己的网站**：在一课的链接后面加上 `embed=true`，它就能不带菜单嵌入课程网页。"
    "整门课程是自由软件：任何装有 Python 的机器都能运行，也可以原样部署到 Streamlit Community Cloud，"
    "README 里有逐步说明。它没有账号，也不收集数据：答过什么，只存在读者自己浏览器的 cookie 里。",
)


class Link(NamedTuple):
    """A door of the chain: the panel it belongs to, its question, the lesson that explains it."""

    name: Text
    question: Text
    lesson: str


# in the order of the panels
CHAIN: Final = (
    Link(
        Text(en="Scores", zh="得分"),
        Text(en="Why not just divide?", zh="直接除以总和行吗？"),
        "scores_to_probabilities",
    ),
    Link(
        Text(en="Exponentials", zh="指数值"),
        Text(en="Why exp, of all ways?", zh="为什么偏偏取指数？"),
        "why_exp",
    ),
    Link(
        Text(en="Probabilities", zh="概率"),
        Text(en="Can it overflow?", zh="会不会溢出？"),
        "overflow",
    ),
    Link(
        Text(en="Loss", zh="损失"),
        Text(en="How wrong is it?", zh="答案错得有多厉害？"),
        "cross_entropy",
    ),
    Link(
        Text(en="Gradient", zh="梯度"),
        Text(en="Which way is better?", zh="往哪个方向更好？"),
        "push_and_pull",
    ),
    Link(
        Text(en="Next scores", zh="下一步的得分"),
        Text(en="Does it get there?", zh="走得到终点吗？"),
        "learning",
    ),
)
