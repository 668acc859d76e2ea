"""What all questions and puzzles share."""

from softmax_app.texts.text import Text

GUESS_FIRST = Text(en="Guess first", zh="先猜，再看")
PUZZLES = Text(en="Puzzles", zh="挑战题")
DONE = Text(en="✓ {title}", zh="✓ {title}")
QUESTION = Text(en="Guess: {title}", zh="猜一猜：{title}")
PUZZLE = Text(en="Puzzle: {title}", zh="挑战题：{title}")
YOUR_GUESS = Text(en="Your guess", zh="你的猜测")
ANSWER = Text(en="Answer", zh="答案")
BAR = Text(en="Guess for {name}", zh="对“{name}”的猜测")
COMMIT = Text(en="This is my guess", zh="就这么定了")
CHANGE = Text(en="Change my guess", zh="再改一改")
SHOW = Text(en="Show the answer", zh="看答案")
JUST_SHOW = Text(en="Just show me", zh="直接看答案")
CLOSE = Text(en="Back to the lesson", zh="回到本课")
TRY_IT = Text(en="Put these numbers into the lesson", zh="把这些数放进本课")
AGAIN = Text(en="Guess again", zh="再猜一次")
RESTART = Text(en="Restart the puzzle", zh="重做这道题")
NEXT = Text(en="Next: {title}", zh="下一个：{title}")

DRAG = Text(
    en="Drag the bars to where you expect them, or use the sliders.",
    zh="把柱子拖到你认为的高度，也可以用滑块。",
)
SHARES_OFF = Text(
    en="**These add up to {sum}:** shares add up to 1.",
    zh="**现在合计为 {sum}**：份额之和应为 1。",
)
SHARES_START = Text(en="Shares add up to 1.", zh="份额之和为 1。")
SHARES_WHOLE = Text(
    en="**These add up to 1,** as shares do.",
    zh="**现在合计为 1**，正是份额之和。",
)
DRAG_AMOUNT = Text(
    en="Drag the diamond to where you expect it, or use the slider.",
    zh="把菱形拖到你认为的位置，也可以用滑块。",
)
CHOOSE = Text(en="Choose one.", zh="选一个。")
RANK = Text(
    en="Press them in order, the largest first.",
    zh="按从大到小的顺序依次点选。",
)
COMMITTED = Text(
    en="Your guess stands. Say why you expect it, then look.",
    zh="猜测已定。先说说理由，再看答案。",
)
ENDED = Text(
    en="Say what you expect, and why. Then look.",
    zh="先说出你的猜测和理由，再看答案。",
)
MARK_GUESS = Text(en="▼ your guess", zh="▼ 你的猜测")

BARS_NEAR = Text(
    en="**You saw it coming:** your bars are off by {off} at most.",
    zh="**料得很准**：你的柱子与答案最多只差 {off}。",
)
BARS_OFF = Text(
    en="**Worth a look:** one of your bars is off by {off}.",
    zh="**值得琢磨**：有一根柱子与答案相差 {off}。",
)
AMOUNT_NEAR = Text(
    en="**You saw it coming:** you said {guess}, and it is {truth}.",
    zh="**料得很准**：你猜 {guess}，答案是 {truth}。",
)
AMOUNT_OFF = Text(
    en="**Worth a look:** you said {guess}, and it is {truth}.",
    zh="**值得琢磨**：你猜 {guess}，答案是 {truth}。",
)
CHOICE_RIGHT = Text(en="**You saw it coming:** it is {guess}.", zh="**料得很准**：就是“{guess}”。")
CHOICE_OFF = Text(
    en="**Worth a look:** you said {guess}, and it is {truth}.",
    zh="**值得琢磨**：你猜的是“{guess}”，答案是“{truth}”。",
)
ORDER_RIGHT = Text(
    en="**You saw it coming:** the order is {truth}.", zh="**料得很准**：顺序就是：{truth}。"
)
ORDER_OFF = Text(
    en="**Worth a look:** you said {guess}, and the order is {truth}.",
    zh="**值得琢磨**：你排的是：{guess}；答案是：{truth}。",
)
NOT_YET = Text(en="Not yet.", zh="还没成功。")
LOOKED = Text(en="**The answer is in the picture.**", zh="**答案就在图上。**")

BARS_DESCRIPTION = Text(
    en="A bar chart for the guess, whose bars can be dragged; once it is shown, the answer stands beside it.",
    zh="猜测的柱状图，柱高可以拖动；揭晓后旁边是答案。",
)
AMOUNT_DESCRIPTION = Text(
    en="A number line with the guess as a diamond; once it is shown, the answer is a dot below.",
    zh="数轴上的菱形是猜测；揭晓后下方的圆点是答案。",
)
CHOICE_DESCRIPTION = Text(
    en="The options side by side, with the guess marked above them; once it is shown, the answer "
    "appears as bars.",
    zh="并排的几个选项，上方标出猜测；揭晓后以柱高显示答案。",
)
BETWEEN = Text(en=" ", zh="")  # two sentences
