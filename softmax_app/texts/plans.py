"""Two classes of 45 minutes, planned: what is projected, what is asked, what is worth a talk."""

from typing import Final, NamedTuple

from softmax_app.texts.text import Text


class Question(NamedTuple):
    """A question of a lesson, and a wrong answer to it that has something behind it."""

    id: str
    talk: Text


class Stop(NamedTuple):
    """Some minutes at a page of the course; home has no name."""

    minutes: int
    page: str
    do: Text
    questions: tuple[Question, ...] = ()


class Plan(NamedTuple):
    """A class, from its first stop to its last."""

    title: Text
    stops: tuple[Stop, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(stop.minutes for stop in self.stops)


HEADING = Text(
    en="Two classes, planned ({minutes} minutes each)", zh="两节课的安排（每节 {minutes} 分钟）"
)
STOP = Text(en="**{minutes} min · {where}.** {do}", zh="**{minutes} 分钟 · {where}**：{do}")
ASK = Text(
    en="Ask [{title}]({link}). A wrong answer to talk about: {talk}",
    zh="提问：[{title}]({link})。值得讨论的错误答案：{talk}",
)
MORE = Text(
    en="Each link opens a question with its answer closed. With more time: the lesson on two classes where the sigmoid is "
    "known, that on the derivative where derivatives are, and the last two to see it all in a language model. For homework: the puzzles, which "
    "say by themselves when they are solved.",
    zh="每个链接打开的问题都还没有揭晓答案。时间更多时：学过 sigmoid 的班可以讲两个类别那一课，会求导的班讲导数那一课，"
    "最后两课让大家在语言模型里再见到这一切。课后作业可以用挑战题，做对了它会自己告诉学生。",
)

PLANS: Final = (
    Plan(
        Text(en="From scores to probabilities", zh="从得分到概率"),
        (
            Stop(
                5,
                "",
                Text(
                    en="Drag one score and read the panels aloud, from left to right. How would the class make shares of "
                    "2, 3 and 5? Somebody divides by the sum: start from there.",
                    zh="拖动一个得分，从左到右念一遍各幅图。2、3、5 怎样变成份额？总会有人说除以总和，就从这里讲起。",
                ),
            ),
            Stop(
                13,
                "scores_to_probabilities",
                Text(
                    en="Three ways to share, side by side. After the questions, turn the temperature from 1 down to "
                    "0.05: softmax becomes hardmax before everyone’s eyes.",
                    zh="三种分法并排比较。问完之后，把温度从 1 调到 0.05：Softmax 当场变成 Hardmax。",
                ),
                (
                    Question(
                        "negative",
                        Text(
                            en="4/7, by who leaves out the minus. How large can a share be at all?",
                            zh="4/7，算的时候丢掉了负号。份额最大能是多少？",
                        ),
                    ),
                    Question(
                        "tenth",
                        Text(
                            en="“the same as before”: that is true of dividing. What does softmax look at, ratios or "
                            "differences?",
                            zh="“和原来一样”：这对直接相除才成立。Softmax 看的是比值还是差值？",
                        ),
                    ),
                ),
            ),
            Stop(
                12,
                "why_exp",
                Text(
                    en="Why exp, of all ways to make scores positive? Move the point along the curve: its slope is its height.",
                    zh="要把得分变成正数，为什么偏偏用 exp？沿曲线移动那个点：斜率就等于高度。",
                ),
                (
                    Question(
                        "step",
                        Text(
                            en="more than 2.718, as the curve gets steeper. What grows, the step or the factor?",
                            zh="比 2.718 大，因为曲线越来越陡。变大的是增量，还是倍数？",
                        ),
                    ),
                    Question(
                        "square",
                        Text(
                            en="the −1, as the highest. What does squaring do to the order?",
                            zh="得分为 −1 的，因为它最高。平方对大小顺序做了什么？",
                        ),
                    ),
                ),
            ),
            Stop(
                10,
                "overflow",
                Text(
                    en="A formula that is right on paper fails in the machine. Choose 123, 456, 789, then "
                    "another number format, and drag the shift.",
                    zh="纸上正确的公式，到机器里会出错。选 123、456、789，再换一种数值格式，拖动平移量。",
                ),
                (
                    Question(
                        "quiet",
                        Text(
                            en="⅓ each, as every exponential fits. What has to fit besides?",
                            zh="各得 ⅓，因为每个指数值都装得下。还有什么也得装得下？",
                        ),
                    ),
                ),
            ),
            Stop(
                5,
                "",
                Text(
                    en="Back on the first picture: which panels can be explained now, which not yet? Give out the "
                    "puzzles of the lessons that were seen.",
                    zh="回到第一幅图：哪些现在讲得清，哪些还不行？布置讲过的几课的挑战题。",
                ),
            ),
        ),
    ),
    Plan(
        Text(en="From the loss to learning", zh="从损失到学习"),
        (
            Stop(
                5,
                "",
                Text(
                    en="Choose another true class: nothing changes before the loss, all that follows does. "
                    "Press Step a few times.",
                    zh="换一个真实类别：损失之前的都不变，之后的全变了。按几次“走一步”。",
                ),
            ),
            Stop(
                11,
                "cross_entropy",
                Text(
                    en="The loss is the surprise at the truth. Drag the true score down and watch how the loss grows.",
                    zh="损失就是对真实类别的意外程度。把真实类别的得分往下拖，看损失怎样增大。",
                ),
                (
                    Question(
                        "wrong",
                        Text(
                            en="close to 1, as if being wrong had an upper end. What would the loss be at p = 0?",
                            zh="接近 1，好像错误有个上限。p = 0 时损失会是多少？",
                        ),
                    ),
                    Question(
                        "blank",
                        Text(
                            en="0, as nothing is wrong yet. What does a model that knows nothing say?",
                            zh="0，因为还没有出错。一个什么都不知道的模型会怎么回答？",
                        ),
                    ),
                ),
            ),
            Stop(
                11,
                "push_and_pull",
                Text(
                    en="A long chain of derivatives becomes one subtraction: push all by p, pull one by 1.",
                    zh="一长串导数化成一个减法：每个都按 p 往下推，一个往上拉 1。",
                ),
                (
                    Question(
                        "gradient",
                        Text(
                            en="0 for all but the true class. Who pays for what it gains?",
                            zh="除真实类别外都是 0。它多出来的由谁付出？",
                        ),
                    ),
                    Question(
                        "bound",
                        Text(
                            en="about 20: a large loss, a large gradient. What does the curve of the loss look like far out?",
                            zh="大约 20：损失大，梯度就大。损失的曲线在远处是什么样子？",
                        ),
                    ),
                ),
            ),
            Stop(
                8,
                "logits_or_probabilities",
                Text(
                    en="The same loss by three routes. Move the wrong score until one of them goes blind.",
                    zh="同一个损失，三条途径。移动错误类别的得分，直到其中一条失明。",
                ),
                (
                    Question(
                        "clip",
                        Text(
                            en="20, as it is the same formula. What happens to a p below 10⁻⁷?",
                            zh="20，因为公式是同一个。小于 10⁻⁷ 的 p 会怎样？",
                        ),
                    ),
                ),
            ),
            Stop(
                10,
                "learning",
                Text(
                    en="Play the descent. Then a larger rate, and with it a smoothed label: where does it arrive?",
                    zh="播放下降过程。再换更大的学习率，并加上标签平滑：它会走到哪里？",
                ),
                (
                    Question(
                        "after",
                        Text(
                            en="exactly 1. What is left of the gradient when p is nearly 1?",
                            zh="正好是 1。p 接近 1 时，梯度还剩多少？",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
