"""The home page."""

from typing import Final, NamedTuple

from softmax_app.texts.text import Text

LEAD = Text(
    en="A classifier gives every class a score; softmax turns the scores into probabilities, and "
    "cross-entropy says how wrong they are. This course lets you drag the scores, watch every "
    "number follow, and feel why.",
    zh="分类模型给每个类别打分；Softmax 把得分变成概率，交叉熵衡量这些概率错得有多远。"
    "这门课让你亲手拖动得分，看后面的每个数怎样随之改变，并体会其中的道理。",
)
CHAIN_HEADING = Text(
    en="One chain, with the same scores all the way", zh="一条链，同一组得分贯穿始终"
)
TRY = Text(
    en="Drag the score of the last class and watch three ways to share 1 among the classes.",
    zh="拖动最后一个类别的得分，看把 1 分给各个类别的三种办法。",
)
FOR_WHOM = Text(
    en="For anyone who meets softmax for the first time; the last three lessons use derivatives. "
    "Every lesson ends with the same computation in code.",
    zh="写给初次接触 Softmax 的人；最后三课会用到导数。每一课的最后都有同样计算的代码。",
)
LESSON = Text(en="Lesson {number}", zh="第 {number} 课")
START = Text(en="Start with lesson 1: {title} →", zh="从第 1 课开始：{title} →")
GO_ON = Text(en="Go on with lesson {number}: {title} →", zh="继续第 {number} 课：{title} →")
LESSONS_HEADING = Text(en="Nine lessons, each with a surprise", zh="九课，每课都有出人意料之处")
TEACHERS = Text(en="For teachers", zh="给老师")
IN_CLASS = Text(
    en="**In class.** Press **P** on any lesson, and it fills the projector: large type, no menus, one "
    "thing at a time. The arrow keys or a clicker take you through the lesson and its questions, and "
    "on to the next lesson. Let the class guess, enter what it says, and press **A** for the answer. "
    "**S** shows the link as a QR code, so that everyone has the same numbers. A link can also open a "
    "question whose answer is not shown yet: open the question yourself, then press **Share**.",
    zh="**课堂上**：在任何一课按 **P** 键，它就铺满投影：大字、没有菜单、一次只讲一件事。"
    "用方向键或翻页笔，依次走过课文和各个问题，再到下一课。让全班先猜，把猜测输进去，再按 **A** 看答案。"
    "按 **S** 以二维码显示链接，人人手里都是同样的数。链接也可以直接打开一个还没揭晓的问题："
    "自己先打开它，再按**分享**。",
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
    """A link of the chain: what it is called, the question it answers, the lesson it leads to."""

    name: Text
    question: Text
    lesson: int


CHAIN: Final = (
    Link(Text(en="Scores", zh="得分"), Text(en="What does a model say?", zh="模型给出了什么？"), 1),
    Link(
        Text(en="Probabilities", zh="概率"),
        Text(en="Why exp, why a sum?", zh="为什么取指数，为什么求和？"),
        2,
    ),
    Link(
        Text(en="Overflow", zh="数值溢出"),
        Text(en="When does the formula break?", zh="公式何时会崩溃？"),
        4,
    ),
    Link(Text(en="Loss", zh="损失"), Text(en="How wrong is an answer?", zh="答案错得有多远？"), 5),
    Link(Text(en="Derivative", zh="导数"), Text(en="What moves what?", zh="谁牵动谁？"), 7),
    Link(Text(en="Gradient", zh="梯度"), Text(en="Which way is better?", zh="往哪个方向更好？"), 8),
    Link(Text(en="Learning", zh="学习"), Text(en="Does it get there?", zh="走得到终点吗？"), 9),
)

SURPRISES: Final = (
    Text(
        en="Softmax can be flatter than simply dividing by the sum. When?",
        zh="Softmax 有时比直接除以总和还要平缓。什么时候？",
    ),
    Text(
        en="A step of 1 to the right multiplies the height of eˣ by the same number everywhere. Which one?",
        zh="在 eˣ 的曲线上，无论从哪里向右走 1，高度都乘以同一个数。是哪个数？",
    ),
    Text(
        en="Do two scores say more about two classes than one score does?",
        zh="区分两个类别，两个得分比一个得分说得更多吗？",
    ),
    Text(
        en="A formula that is right on paper answers nan. And sometimes, worse, 0. For which scores?",
        zh="纸上正确的公式，算出来却是 nan；有时更糟，算出来是 0。得分是多少时会这样？",
    ),
    Text(
        en="A model that knows nothing has a loss that you can work out in advance. How large is it?",
        zh="一无所知的模型，损失事先就能算出来。是多少？",
    ),
    Text(
        en="Where the model is most wrong, one way to compute the loss stops it from learning. Which?",
        zh="在模型错得最厉害的地方，有一种计算损失的办法会让它停止学习。是哪一种？",
    ),
    Text(
        en="When a model is sure, pushing a score hardly moves its probabilities. Why?",
        zh="模型很有把握时，推一推得分，概率几乎不动。为什么？",
    ),
    Text(
        en="A long chain of derivatives collapses into one subtraction. Which one?",
        zh="一长串导数最后收拢成一个减法。是什么减什么？",
    ),
    Text(
        en="Gradient descent on the scores never arrives. What has to change so that it does?",
        zh="在得分上做梯度下降，永远走不到终点。改变什么才走得到？",
    ),
)
