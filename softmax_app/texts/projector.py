"""What the projector says."""

from softmax_app.texts.text import Text

KEYS = Text(
    en="→ next · ← back · Q question · A answer · G ask the class · K play · D dark or light · S link for the class · Esc exit",
    zh="→ 下一步 · ← 上一步 · Q 问题 · A 看答案 · G 问全班 · K 播放 · D 深色或浅色 · S 给学生的链接 · Esc 退出",
)
LETTERS = Text(
    en="switches the keys that are letters on and off, in this browser",
    zh="在此浏览器中启用或停用字母键",
)
LETTERS_ON = Text(en="A–Z on", zh="A–Z 开")
LETTERS_OFF = Text(en="A–Z off", zh="A–Z 关")
STATION = Text(en="{number} of {count}", zh="第 {number} 页，共 {count} 页")
FOLLOWING = Text(en="next: {title}", zh="下一页：{title}")
IN_THE_PICTURE = Text(en="what the picture shows", zh="图里能看到什么")
EXPECT = Text(en="say what you expect, and why", zh="先说出猜测和理由")
THE_ANSWER = Text(en="the answer (A)", zh="答案（按 A）")
NEXT_LINE = Text(en="the next line", zh="下一行")
OPEN = Text(en="Projector", zh="投影")
OPEN_HELP = Text(
    en="Large type for a classroom, driven by the keyboard or a clicker (key P). There the keys that "
    "are letters can be switched off, this one too.",
    zh="用于课堂的大字画面，可用键盘或翻页笔控制（按 P 键）。在投影画面中可以停用字母键，包括 P。",
)
