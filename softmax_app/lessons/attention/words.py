"""Attention: which words a word looks at, and a softmax whose scores arrive in blocks."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Attention", zh="注意力")
SURPRISE = Text(
    en="A head of a language model finds nothing to look at in a sentence. Where does its attention go?",
    zh="语言模型的一个注意力头在句子里找不到可看的东西。它的注意力会放到哪里？",
)
LEAD = Text(
    en="“The animal didn’t cross the street because it was too tired.” Who is **it**? In a language model "
    "each word looks at those it [[can see|causal_mask]]: softmax gives them [[shares of attention|attention_share]], "
    "a row for each word. Choose another row.",
    zh="“The animal didn’t cross the street because it was too tired.”（这只动物没有过马路，因为它太累了。）"
    "**it** 指谁？在语言模型里，每个词去看它[[看得见|causal_mask]]的词：Softmax 给它们分配[[注意力的份额|attention_share]]，"
    "每个词一行。点另一行试试。",
)
QUERIES = Text(en="query", zh="查询")
KEYS = Text(en="key", zh="键")
WEIGHT = Text(en="weight", zh="权重")
PICTURE_DESCRIPTION = Text(
    en="A map of the attention weights of one head: a row for each query, a column for each key. "
    "Below it the weights of the chosen row as bars.",
    zh="一个注意力头的权重图：每行是一个查询，每列是一个键。下方用柱子画出选中那一行的权重。",
)

APART: Final = (  # on a wall, over the controls and the notes that follow the stage
    Text(en="Masks: which words can be seen", zh="掩码：哪些词看得见"),
    Text(en="What a score is, and what its scale does", zh="得分是什么，缩放系数起什么作用"),
)

HEADS = Text(en="Heads", zh="注意力头")
LOOKS: Final = {  # by layer, head and query
    "14,9,9": Text(en="it → animal", zh="it 指谁"),
    "17,1,12": Text(en="word before", zh="前一个词"),
    "12,7,7": Text(en="itself", zh="自己"),
    "19,9,12": Text(en="first word", zh="第一个词"),
    "1,1,12": Text(en="a bit of each", zh="都看一点"),
}
ON_OFF: Final = {"on": Text(en="on", zh="开"), "off": Text(en="off", zh="关")}
HIDE_ALL = Text(en="all", zh="全部")
HIDE_NONE = Text(en="none", zh="全不")

LARGEST = Text(en="largest weight in the row of “{query}”", zh="“{query}”这一行的最大权重")
ROW_NOTES: Final = {
    "open": Text(
        en="**“{query}” looks most at “{key}”**, which gets {largest} of its attention; all {seen} words that it "
        "can see share in it. (Layer {layer}, [[head|head]] {head}.)",
        zh="**“{query}”看得最多的是“{key}”**：它的注意力分给看得见的 {seen} 个词，这个词占 {largest}。"
        "（第 {layer} 层第 {head} 个[[头|head]]。）",
    ),
    "alone": Text(
        en="**“{query}” can look at “{key}” alone**, which gets all of its attention, whatever the score.",
        zh="**“{query}”只能看“{key}”一个词**，不管得分是多少，全部注意力都给了它。",
    ),
    "masked": Text(
        en="**Every word that “{query}” could look at is masked.** All its scores are −∞, every "
        "exponential is 0, and 0 ÷ 0 is nan.",
        zh="**“{query}”能看的词全被屏蔽了**。所有得分都是 −∞，每个指数值都是 0，而 0 ÷ 0 是 nan。",
    ),
}
SCORE_NOTE = Text(
    en="**A score is a product:** how well what one word looks for, its **[[query|query]]** q, fits what "
    "another offers, its **[[key|key]]** k. It is q·k times 1/√d, or another scale. All numbers here are a real "
    "model’s; its words are tokens, and “didn’t” is two of them.",
    zh="**得分是一个乘积**：一个词要找的（**[[查询|query]]** q）与另一个词能给的（**[[键|key]]** k）有多相符，"
    "也就是 q·k 乘以 1/√d，或者另一个缩放系数。这里的数值都来自真实的模型；它的“词”是 token，“didn’t”就是两个。",
)
NORM_NOTES: Final = {
    "usual": Text(
        en="**How much the shares of this row still move** when scores do: {norm} (the [[norm|norm]] of their "
        "Jacobian), at the scale 1/√d = 0.125, for keys of d = 64 numbers. Make the scale larger: what becomes of it?",
        zh="**得分一动，这一行的份额还动多少：**{norm}（雅可比矩阵的[[范数|norm]]）。这里缩放系数是 1/√d = 0.125，"
        "每个键有 d = 64 个数。把系数调大，它会怎样？",
    ),
    "fallen": Text(
        en="**At the scale {scale} the shares move less with the scores:** {norm} (the [[norm|norm]] of this row’s "
        "Jacobian), at 1/√d it is {usual}. Once one weight is near 1, p(1 − p) is near 0, and scores that move nothing "
        "cannot be learned.",
        zh="**系数为 {scale} 时，份额随得分动得少了：**{norm}（这一行雅可比矩阵的[[范数|norm]]），1/√d 时是 {usual}。"
        "一旦有一个权重接近 1，p(1 − p) 就接近 0；得分动了而权重不动，就学不到东西。",
    ),
    "risen": Text(
        en="**At the scale {scale} the shares still move with the scores:** {norm} (the [[norm|norm]] of this row’s "
        "Jacobian), at 1/√d it is {usual}. The weights are still on the way from many words to a few.",
        zh="**系数为 {scale} 时，份额仍随得分而动：**{norm}（这一行雅可比矩阵的[[范数|norm]]），1/√d 时是 {usual}。"
        "权重正从许多词向少数词集中。",
    ),
    "alone": Text(
        en="**With one word to look at there is nothing to learn:** its weight is 1 whatever the "
        "score. How much it moves: {norm}.",
        zh="**只有一个词可看，就没有什么可学的**：不管得分如何，它的权重都是 1，变动的程度是 {norm}。",
    ),
    "masked": Text(
        en="**No weights, nothing to move:** where every key is masked, how much they move is {norm} too, and one "
        "such row can make every gradient of the model nan.",
        zh="**没有权重，也就没有什么可动的**：键全被屏蔽时，变动的程度也是 {norm}，而这样的一行足以让整个模型的梯度都变成 nan。",
    ),
}
ALL_NOTE = Text(
    en="**All 270 [[heads|head]], last row, at this scale:** the largest weight is {largest} on average, "
    "{sure} % of the heads give one word more than 0.99, and how much "
    "the shares still move is {norm} in the median.",
    zh="**全部 270 个[[头|head]]的最后一行，在这个系数下**：最大权重平均是 {largest}，{sure}% 的头把 0.99 以上"
    "给了一个词，份额变动程度的中位数是 {norm}。",
)

ROW_TABLE = Text(en="Every number of the row", zh="这一行的所有数值")
ROW_TABLE_DESCRIPTION = Text(
    en="For every key its product with the query, the scaled and masked score, and the weight",
    zh="每个键与查询的乘积、缩放并屏蔽之后的得分，以及权重",
)
PRODUCT = Text(en="product", zh="乘积")
SCORE = Text(en="score, masked: −∞", zh="得分，屏蔽的是 −∞")

SINK = Text(en="Why so much of it goes to the first word", zh="为什么这么多注意力给了第一个词")
SINK_NOTE = Text(
    en="Over all 270 heads, the first word takes {first} % of the last row’s attention, and all it "
    "says is “The”. A softmax cannot answer “nothing here is for me”: its weights add up to 1. A "
    "head that finds nothing has to put its weight somewhere, and models learn to put it on the "
    "first token, which every query can see. It is called an **attention sink**.",
    zh="在全部 270 个头里，最后一行的注意力有 {first}% 给了第一个词，而它只是一个“The”。Softmax 无法回答“这里没有我要的”："
    "权重之和必须是 1。一个头什么也没找到，也得把权重放在某处；模型学会了把它放在第一个 token 上，"
    "因为每个查询都看得见它。这叫**注意力汇**（attention sink）。",
)
SINK_SOURCE = Text(
    en="Xiao et al. (2023), arxiv.org/abs/2309.17453: a model that drops its oldest words as it reads on "
    "breaks down; it goes on working if the first few are kept.",
    zh="Xiao et al. (2023)，arxiv.org/abs/2309.17453：模型边读边丢掉最旧的词就会崩溃；只要留住最前面的几个，就能继续工作。",
)

NOTHING_LEFT = Text(
    en="When every key is masked: what the libraries return", zh="键全被屏蔽时，各个库返回什么"
)
NOTHING_LEAD = Text(
    en="It happens: with padding in front of a sentence and a [[causal mask|causal_mask]], the rows of the padding have "
    "no key left. Three keys, all masked, as tried with NumPy 2.4, PyTorch 2.13, JAX 0.10, TensorFlow "
    "2.21 and Keras 3.15 on a CPU:",
    zh="这并不少见：填充放在句子前面，再加上[[因果掩码|causal_mask]]，填充位置的那些行就一个键也不剩。三个键全部屏蔽，"
    "在 CPU 上用 NumPy 2.4、PyTorch 2.13、JAX 0.10、TensorFlow 2.21、Keras 3.15 试得：",
)
NOTHING_DESCRIPTION = Text(
    en="For every library and call the three weights that come out",
    zh="每个库、每种调用得到的三个权重",
)
CALL = Text(en="call", zh="调用")
RETURNS = Text(en="weights", zh="权重")
MEANING = Text(en="what that is", zh="含义")
MEANINGS: Final = {
    "nan": Text(en="0 ÷ 0: spreads to all that follows", zh="0 ÷ 0：会传染给之后的一切"),
    "zero": Text(en="no attention at all: the output is 0", zh="完全不看：输出是 0"),
    "equal": Text(en="equal shares of what was masked", zh="被屏蔽的内容平分了注意力"),
}
NOTHING_ADVICE = Text(
    en="**What to do:** see to it that every query keeps one key, its own for instance, or set the "
    "weights of such a row to 0 before they are used. A mask of −10⁹ instead of −∞ hides the nan, "
    "not the mistake: the row then averages what should have been masked.",
    zh="**怎么办**：保证每个查询至少留一个键，比如它自己；或者在使用之前把这样一行的权重设为 0。"
    "用 −10⁹ 代替 −∞ 只是掩盖了 nan，错误还在：那一行会去平均本该屏蔽的内容。",
)

ONLINE = Text(en="Online: the scores arrive in blocks", zh="在线计算：得分一块一块地到达")
ONLINE_LEAD = Text(
    en="A row over 100,000 words does not fit where it is fast to compute. So it comes in blocks, and "
    "after each one only two numbers are kept: the **largest score so far, m**, and the **sum so far, "
    "S**, of eᶻ⁻ᵐ. When the maximum rises, S is scaled down to match it. This is "
    "the heart of FlashAttention. The row here is that of “tired”, the last one, at the head and "
    "scale chosen above. Press play.",
    zh="一行有 10 万个词，快速存储放不下，于是一块一块地来；每来一块，只记两个数：**目前的最大得分 m**，"
    "以及 eᶻ⁻ᵐ 的**目前总和 S**。最大值升高时，把 S 乘上一个系数，抵消它多算的倍数。"
    "这就是 FlashAttention 的核心。这里的一行属于最后一个词“tired”，头和缩放系数用上面选的。按播放键。",
)
ROWS_OF_NOTE = Text(en="Scores to try", zh="试试这些得分")
TRIALS: Final = {
    "8,8,12": Text(en="the largest comes first: 13.5", zh="最大的先到：13.5"),
    "4,5,12": Text(en="the largest comes late: 10.7", zh="最大的晚到：10.7"),
}
SCORES = Text(en="score", zh="得分")
ONLINE_DESCRIPTION = Text(
    en="The scores of the last row as bars in blocks, those that have not arrived yet pale, with a "
    "line at the largest one so far.",
    zh="最后一行的得分，按块画成柱子；还没到的颜色较浅，横线标出目前的最大值。",
)
BLOCK_OF = Text(en="block {number}", zh="第 {number} 块")
ARRIVED = Text(en="blocks that have arrived", zh="已到达的块数")
SO_FAR = Text(en="m, the largest so far", zh="目前的最大值 m")
LIMIT_LINE = Text(en="last z whose eᶻ fits {format}", zh="{format} 装得下 eᶻ 的最大 z")
TOTAL = Text(en="S after {done} of {count} blocks", zh="{count} 块中到达 {done} 块后的 S")
ONLINE_NOTES: Final = {
    "nothing": Text(
        en="**Nothing has arrived yet.** The sum is 0, and there is no maximum.",
        zh="**一个得分都还没到**。总和是 0，也没有最大值。",
    ),
    "first": Text(
        en="**The first block** brings the maximum {top}, and the sum of its eᶻ⁻ᵐ is {total}.",
        zh="**第一块**带来最大值 {top}，其中 eᶻ⁻ᵐ 的总和是 {total}。",
    ),
    "risen": Text(
        en="**The maximum has risen** from {before} to {top}. The old sum shrinks by the factor "
        "{factor}, and the block adds {added}.",
        zh="**最大值升高了**，从 {before} 到 {top}。原来的总和乘以 {factor} 缩小，这一块再加上 {added}。",
    ),
    "same": Text(
        en="**The maximum stays {top}**: the old sum keeps its size, and the block adds {added}.",
        zh="**最大值仍是 {top}**：原来的总和不变，这一块加上 {added}。",
    ),
}
PLAIN_NOTES: Final = {
    "nothing": Text(
        en="**Without a maximum** one would simply add up eᶻ. That is fast, until {format} cannot hold it.",
        zh="**不用最大值**，就是直接把 eᶻ 加起来。这很快，直到 {format} 装不下为止。",
    ),
    "fits": Text(
        en="**Without a maximum**, the sum of eᶻ would be {plain} by now: {format} still holds it.",
        zh="**不用最大值**，eᶻ 的总和现在是 {plain}：{format} 还装得下。",
    ),
    "overflow": Text(
        en="**Without a maximum**, the sum of eᶻ would be {plain} by now: too large for {format}. S "
        "cannot get there: each of its terms is at most 1.",
        zh="**不用最大值**，eᶻ 的总和现在是 {plain}：{format} 装不下了。S 到不了那里：它的每一项至多为 1。",
    ),
    "underflow": Text(
        en="**Without a maximum**, the sum of eᶻ would be {plain} by now: every exponential has "
        "underflowed in {format}. In S, the largest term is 1.",
        zh="**不用最大值**，eᶻ 的总和现在是 {plain}：每个指数值在 {format} 中都下溢了。而 S 的最大一项是 1。",
    ),
}
END_NOTES: Final = {
    "waiting": Text(
        en="**No share is known before the last block**: the sum may still grow, and the maximum rise.",
        zh="**最后一块到达之前，份额都还定不下来**：总和还会变大，最大值也可能升高。",
    ),
    "exact": Text(
        en="**All have arrived.** eᶻ⁻ᵐ ÷ S are the shares, here to the last digit those of the whole "
        "row at once in {format}.",
        zh="**全部到齐**。eᶻ⁻ᵐ ÷ S 就是份额，这里与 {format} 中整行一次算出的分毫不差。",
    ),
    "done": Text(
        en="**All have arrived.** eᶻ⁻ᵐ ÷ S are the shares; none differs by more than {off} from those "
        "of the whole row at once in {format}.",
        zh="**全部到齐**。eᶻ⁻ᵐ ÷ S 就是份额，与 {format} 中整行一次算出的相差不超过 {off}。",
    ),
}
BLOCK_TABLE = Text(
    en="Block by block, every step rounded to {format}", zh="一块一块地算，每一步都舍入到 {format}"
)
BLOCK_TABLE_DESCRIPTION = Text(
    en="For every block the maximum, the factor of the old sum, its own sum, the new sum, and the sum "
    "without a maximum",
    zh="每一块之后的最大值、旧总和的系数、这一块的和、新的总和，以及不用最大值的总和",
)
BLOCK = Text(en="block", zh="块")
TOP = Text(en="maximum", zh="最大值")
FACTOR = Text(en="factor of the old sum", zh="旧总和的系数")
ADDED = Text(en="the block’s own sum", zh="这一块的和")
NEW_TOTAL = Text(en="new sum S", zh="新的总和 S")
PLAIN = Text(en="without a maximum", zh="不用最大值")
END_TABLE = Text(en="At the end: the same shares", zh="最后：份额相同")
END_TABLE_DESCRIPTION = Text(
    en="For every key the share by blocks and that of the whole row at once",
    zh="每个键按块算出的份额，与整行一次算出的份额",
)
BY_BLOCKS = Text(en="by blocks", zh="按块计算")
AT_ONCE = Text(en="at once", zh="一次算完")

PASSAGE = Text(en="No exotic case", zh="这并不罕见")
PASSAGE_NOTE = Text(
    en="The same model reads 66 tokens, the beginning of Alice in Wonderland. After {over} of them "
    "({percent} %) its largest next-token score is beyond 11.09, where exp leaves float16.",
    zh="同一个模型读《爱丽丝漫游奇境》开头的 66 个 token。其中 {over} 处（{percent}%），"
    "下一个 token 的最大得分超过 11.09，float16 装不下它的指数值。",
)
PASSAGE_AXIS = Text(en="largest score", zh="最大得分")
PASSAGE_BEYOND = Text(en="tokens whose bar passes the line", zh="柱子超过横线的 token 数")
PASSAGE_DESCRIPTION = Text(
    en="The largest next-token score after each of 66 tokens as bars, with a line at 11.09.",
    zh="66 个 token 之后，下一个 token 的最大得分的柱状图，横线在 11.09 处。",
)
SOURCE = Text(
    en="Online softmax: Milakov & Gimelshein (2018), arxiv.org/abs/1805.02867. FlashAttention: Dao et "
    "al. (2022), arxiv.org/abs/2205.14135. Model: SmolLM2-135M-Instruct (Apache-2.0), quantised to 4 bits; its "
    "queries and keys are stored in float16, and all numbers here follow from these.",
    zh="在线 Softmax：Milakov & Gimelshein (2018)，arxiv.org/abs/1805.02867。FlashAttention：Dao et al. (2022)，"
    "arxiv.org/abs/2205.14135。模型：SmolLM2-135M-Instruct（Apache-2.0），量化为 4 位；"
    "它的查询和键以 float16 存储，这里的数都由此算出。",
)

TAKEAWAYS = Text(
    en="""
- **Attention is a softmax over keys**, one row a query: $w_{ij} = \\text{softmax}_j (q_i \\cdot k_j / \\sqrt d)$.
- **What the weights are for:** a word takes along the mean of all values, weighted by them, $\\sum_j w_{ij} v_j$. Where “it” looks at “animal”, it goes on with something of “animal” in it.
- **The scale keeps it from saturating.** A sum of $d$ products grows like $\\sqrt d$; undivided, one word gets almost everything, and the Jacobian is almost 0.
- **A mask is −∞, not 0:** a score of 0 still has a share. See to it that no row is masked whole.
- **A softmax has to put its weight somewhere.** What no other word deserves goes to the first one.
- **Maximum and sum are enough to go on with.** Block by block, rescaled when the maximum rises, they give the same softmax, and exp never overflows.
""",
    zh="""
- **注意力是对键的 Softmax**，每个查询一行：$w_{ij} = \\text{softmax}_j (q_i \\cdot k_j / \\sqrt d)$。
- **权重用来做什么**：一个词得到的，是所有值按权重的平均 $\\sum_j w_{ij} v_j$。“it”看着“animal”，就带上了“animal”的一部分。
- **缩放系数防止 Softmax 饱和**。$d$ 个乘积之和的大小按 $\\sqrt d$ 增长；不除以它，权重就集中到一个词上，雅可比矩阵几乎是 0。
- **屏蔽要用 −∞，不是 0**：得分 0 仍有份额。还要保证没有哪一行全被屏蔽。
- **Softmax 的权重总得放在某处**。没有哪个词值得看时，就给了第一个词。
- **有最大值与总和就能继续算**。一块一块地来，最大值升高时就重新缩放，得到的是同一个 Softmax，exp 也永远不会上溢。
""",
)
TRY = Text(
    en="Set `scale = 1.0`: how much is left for the second largest weight? Then `allowed[:] = False`: what does "
    "each line give? And `block = 1`: does the sum change?",
    zh="设 `scale = 1.0`：第二大的权重还剩多少？再加一行 `allowed[:] = False`：各行得到什么？`block = 1` 呢，总和变了吗？",
)

# What the lesson asks

GUESS_FIRST = Text(en="share of the first word", zh="第一个词的份额")
GUESS_SURE = Text(en="% of the heads", zh="头的百分比")
GUESS_SUM = Text(en="new sum S", zh="新的总和 S")
ASKS: Final = {
    "first": Ask(
        title=Text(en="the first word", zh="第一个词"),
        ask=Text(
            en="The model has 30 layers of 9 heads. Over **all 270 heads**, how much of the attention of "
            "“tired”, the last word, goes to “**The**”, the first one, on average?",
            zh="模型有 30 层，每层 9 个头。在**全部 270 个头**里，最后一个词“tired”的注意力平均有多少给了第一个词“**The**”？",
        ),
        why=Text(
            en="Equal shares would be 1/12. Most heads find little in this sentence that they look for, and "
            "a softmax has to put its weight somewhere: the first token has become the place for it.",
            zh="如果平分，应该是 1/12。大多数头在这句话里没有找到多少自己要找的东西，而 Softmax 的权重总得放在某处："
            "第一个 token 就成了存放的地方。",
        ),
    ),
    "unscaled": Ask(
        title=Text(en="without 1/√d", zh="不除以 √d"),
        ask=Text(
            en="At the scale 1/√d, 2 % of the 270 heads give more than 0.99 of their last row to one word. "
            "**How many percent** do so if the products are not scaled at all?",
            zh="系数为 1/√d 时，270 个头中有 2% 在最后一行把超过 0.99 的注意力给了一个词。"
            "如果乘积完全不缩放，这样的头占**百分之几**？",
        ),
        why=Text(
            en="The scores become eight times as large, and softmax answers to differences: a lead of 1 "
            "becomes a lead of 8, a ratio of 2.7 one of 2981. Trained from there, such heads hardly learn: "
            "their Jacobian is almost 0.",
            zh="得分变成八倍，而 Softmax 看的是差：领先 1 变成领先 8，2.7 倍变成 2981 倍。"
            "从这样的状态开始训练，这些头几乎学不动：雅可比矩阵几乎是 0。",
        ),
    ),
    "rescale": Ask(
        title=Text(en="the maximum rises", zh="最大值升高"),
        ask=Text(
            en="Two scores of **3** have arrived: the maximum is 3 and the sum S = 2. Now a score of **5** "
            "comes. What is the new S?",
            zh="已经到了两个得分，都是 **3**：最大值是 3，总和 S = 2。现在来了一个得分 **5**。新的 S 是多少？",
        ),
        why=Text(
            en="The old terms were e⁰ each; seen from the new maximum they are e⁻². So 2 becomes "
            "2 e⁻² = 0.27, and the new score adds e⁰ = 1. No exponential above 1 was needed.",
            zh="原来的两项各是 e⁰；从新的最大值看，它们是 e⁻²。所以 2 变成 2 e⁻² = 0.27，新的得分再加上 e⁰ = 1。"
            "没有用到任何大于 1 的指数值。",
        ),
    ),
    "before": Ask(
        title=Text(en="the word before", zh="前一个词"),
        ask=Text(
            en="Some heads look one word back. Find a **layer and head** in which “tired” gives **more than "
            "half** of its attention to “too”, without touching the scale or a mask.",
            zh="有些头专看前一个词。不动缩放系数，也不动掩码，找到一个**层和头**，让“tired”把**一半以上**的注意力给“too”。",
        ),
        why=Text(
            en="**Solved.** Such heads tell a word what stands before it. They are few, and nobody built "
            "them: training did.",
            zh="**成功**！这样的头告诉一个词它前面是什么。这种头不多，也没有人去设计它们：是训练出来的。",
        ),
        broken=Text(
            en="The scale, a mask or the query has changed. Change it back, or restart the puzzle.",
            zh="缩放系数、掩码或者查询变了。请改回来，或者重做这道题。",
        ),
    ),
    "nothing": Ask(
        title=Text(en="nothing left", zh="一个不剩"),
        ask=Text(
            en="Bring about 0 ÷ 0 by masking **a single key**, with the [[causal mask|causal_mask]] on.",
            zh="开着[[因果掩码|causal_mask]]，**只屏蔽一个键**，造出 0 ÷ 0。",
        ),
        why=Text(
            en="**Solved.** The first word sees only itself. Masked by hand, it leaves nothing; so the "
            "padding of a batch is better put behind the sentence than before it.",
            zh="**成功**！第一个词只看得见它自己，屏蔽掉它就什么都不剩了。所以填充最好放在句子后面，而不是前面。",
        ),
        broken=Text(
            en="More than one key is masked, or the causal mask is off. Change it back, or restart the puzzle.",
            zh="屏蔽了不止一个键，或者关掉了因果掩码。请改回来，或者重做这道题。",
        ),
    ),
}
