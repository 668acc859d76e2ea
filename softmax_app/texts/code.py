"""The code of the lessons: its comments, and the words of the pictures that it draws."""

from softmax_app.texts.text import Text

CORE_FUNCTIONS = Text(en="The core’s own functions", zh="课程所用计算函数的源码")
AS_THEY_STAND = Text(
    en="Every number of this page comes from these functions; they stand here word for word.",
    zh="本页的每个数都由这些函数算出。这里原样显示源代码，其中的说明是英文。",
)

TRUE_CLASS = Text(en="the true class, counted from 0", zh="真实类别的编号，从 0 开始")
LOGITS = Text(en="takes the logits, not probabilities", zh="输入是 logits，不是概率")
BATCH_OF_ONE = Text(en="a batch of one sample", zh="只有一个样本的批次")
SUBTRACTS_BY_ITSELF = Text(en="subtracts the maximum by itself", zh="函数自己会先减去最大值")
PUSH_AND_PULL = Text(en="push all, pull one", zh="全体下压，一个上拉")
SURPRISE = Text(en="−log p of every class, without forming p", zh="每个类别的 −log p，不必先算出 p")
KERAS_FLOAT32 = Text(
    en="Keras would compute in float32 otherwise", zh="不写这一项，Keras 会用 float32 计算"
)

COUNTS_AS_ZERO = Text(en="a sum no larger than this counts as 0", zh="总和不超过它时，视为 0")
CANNOT_OVERFLOW = Text(
    en="with the maximum subtracted, exp cannot overflow", zh="先减去最大值，exp 就不会上溢"
)
TIES_SHARE = Text(en="classes that tie share equally", zh="并列第一的类别平分")
FIRST_WINS = Text(en="of classes that tie, the first", zh="并列第一时取最前面的类别")
NO_SUM = Text(en="inf or nan where the scores add up to 0", zh="得分之和为 0 时得到 inf 或 nan")
MAPS_TITLE = Text(en="Three maps of the same scores", zh="同一组得分的三种映射")

WHATEVER_X = Text(en="e**dx, whatever x is", zh="等于 e**dx，与 x 无关")
TENDS_TO_EXP = Text(en="tends to exp(x) as dx goes to 0", zh="dx 趋于 0 时趋于 exp(x)")
SAME_SHARES = Text(
    en="the maximum is subtracted: the shares stay the same", zh="先减去最大值，份额不变"
)
NOTHING_TO_SHARE = Text(
    en="0 / 0 is nan: there is nothing to share", zh="0 / 0 得 nan：没有可分的东西"
)
SLOPE_IS_HEIGHT = Text(en="the slope is the height", zh="斜率等于高度")
TANGENT = Text(en="tangent", zh="切线")
SECANT = Text(en="secant", zh="割线")
SLOPE_TITLE = Text(en="The slope of exp is its height", zh="exp 的斜率等于它的高度")

SIGMOID_IS = Text(en="1 / (1 + exp(-z)), without overflow", zh="1 / (1 + exp(-z))，不会上溢")
SAME_AS_ONE_NODE = Text(en="the same as one_node", zh="与 one_node 相同")
NOT_EXCLUSIVE = Text(en="for classes that do not exclude one another", zh="适用于互不排斥的类别")
SOFTMAX_OF_TWO = Text(en="softmax of the two scores", zh="两个得分的 Softmax")
BOUNDARY = Text(en="decision boundary", zh="决策边界")
SIGMOID_TITLE = Text(
    en="Softmax over two scores lies on the sigmoid curve",
    zh="两个得分的 Softmax 落在 sigmoid 曲线上",
)

ADDED_TO_ALL = Text(en="added to every score", zh="加到每个得分上")
NEW_ARRAY = Text(
    en="a new array: in a function, “z -= z.max()” would overwrite the caller’s",
    zh="这是新数组；在函数里写“z -= z.max()”会改写调用者的数组",
)
LOG_WITHOUT_P = Text(en="finite also where p has become 0", zh="即使 p 已变成 0，对数仍然有限")
FORMAT_MISSING = Text(
    en="NumPy itself has no {format}: pip install ml_dtypes. {other} stands in for it here.",
    zh="NumPy 本身没有 {format}，需要 pip install ml_dtypes。这里暂用 {other} 代替。",
)
ONLY_STORED = Text(
    en="{format} is a format to store numbers in, not to compute in",
    zh="{format} 是用来存储的格式，不用来计算",
)
NAN_HAS_NO_BAR = Text(en="nan has no bar", zh="nan 没有柱子")
FORMAT_TITLE = Text(en="Softmax in {format}", zh="{format} 中的 Softmax")

ONE_HOT_LOSS = Text(en="the loss of a one-hot label", zh="one-hot 标签的损失")
CLASSES = Text(en="classes", zh="类别")
LARGER_COUNTS_MORE = Text(en="larger: counts for more", zh="点越大，权重越大")
LOSS_TITLE = Text(
    en="Surprise at every class; the loss is {loss:.4g}",
    zh="对每个类别的意外程度；损失是 {loss:.4g}",
)

AS_KERAS = Text(en="as Keras does without from_logits", zh="和 Keras 不用 from_logits 时的做法一样")
FALSE_IS_CLIPPED = Text(
    en="False: from probabilities, which are clipped", zh="False 表示由概率计算，概率会被截断"
)
SOFTMAX_TWICE = Text(
    en="a mistake: softmax is in the loss already", zh="错误：损失里已经包含 Softmax"
)
NO_PROBABILITIES = Text(en="a mistake: these are no probabilities", zh="错误：这些不是概率")
BATCH = Text(
    en="two samples: a loss for each, and their mean", zh="两个样本：各自的损失，以及平均值"
)
SCORE_THAT_MOVES = Text(en="the score of this class moves", zh="变动的是这个类别的得分")
ROUTES_TITLE = Text(en="The loss while one wrong score moves", zh="一个错误类别的得分变动时的损失")

ROW_MOVES_ONE = Text(en="row j moves score j alone", zh="第 j 行只移动第 j 个得分")
LARGEST_ENTRY = Text(en="p(1 − p) is at most ¼", zh="p(1 − p) 最大为 ¼")
JACOBIAN_TITLE = Text(en="The Jacobian matrix of softmax", zh="Softmax 的雅可比矩阵")

CHAIN_BREAKS = Text(
    en="once a p has become 0, this may give nan", zh="一旦有 p 变成 0，这里可能得 nan"
)
PUSH_TITLE = Text(en="Push all, pull one", zh="全体下压，一个上拉")

NO_STEP_YET = Text(en="no step yet: try 10", zh="还没有下降，试试 10")
FURTHER_ON = Text(en="go on to step 100", zh="继续走到第 100 步")
THIS_STEP = Text(en="this step", zh="当前这一步")
DESCENT_TITLE = Text(en="The loss on the way down", zh="下降过程中的损失")

AFTER_THE_TEXT = Text(en="after the text {text}", zh="接在这段文字之后：{text}")
LIKELIEST = Text(
    en="the {count} likeliest of {all}: here the others are left out",
    zh="{all} 个里最可能的 {count} 个，这里略去其余的",
)
FROM_THE_LIKELIEST = Text(en="0 is the likeliest", zh="0 是最可能的那个")
TAKES_SCORES = Text(en="takes scores, not probabilities", zh="输入是得分，不是概率")

PRODUCTS = Text(en="q·k of the chosen row, key by key", zh="选中一行与每个键的 q·k")
MASK_IS = Text(en="a masked key: e**-inf is 0", zh="被屏蔽的键：e**-inf 是 0")
RESCALED = Text(en="rescaled when the maximum rises", zh="最大值升高时重新缩放")
UNIT_KEYS = Text(
    en="with unit vectors as keys, the query’s numbers are the products",
    zh="键取单位向量，查询的各个数就是乘积",
)
UNIT_VALUES = Text(
    en="with unit vectors as values, what comes out are the weights",
    zh="值取单位向量，输出就是权重",
)
HEADS_AND_BATCH = Text(en="batch, heads, queries, numbers", zh="批次、头、查询、数")
KERAS_AXES = Text(en="batch, queries, heads, numbers", zh="批次、查询、头、数")
JAX_AXES = Text(en="queries, heads, numbers", zh="查询、头、数")
ZERO_IF_ALL_MASKED = Text(en="0 if every key is masked", zh="键全被屏蔽时是 0")
EQUAL_IF_ALL_MASKED = Text(en="equal shares if every key is masked", zh="键全被屏蔽时平分")
SINGLE_INSIDE = Text(
    en="the softmax inside is taken in float32", zh="其中的 Softmax 用 float32 计算"
)
ATTENTION_TITLE = Text(en="What “{query}” looks at", zh="“{query}”在看什么")
