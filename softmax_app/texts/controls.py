"""What the controls say."""

from softmax_app.texts.text import Text

REWIND = Text(en="Back to the start", zh="回到起点")
PLAY = Text(en="Play", zh="播放")
PAUSE = Text(en="Pause", zh="暂停")
STEP_ON = Text(en="One step forward", zh="前进一步")
STEP_BACK = Text(en="One step back", zh="后退一步")
STEPS_ON = Text(en="{count} steps forward", zh="前进 {count} 步")
STEPS_BACK = Text(en="{count} steps back", zh="后退 {count} 步")
NEXT_LINE = Text(en="Next line", zh="下一行")
EXAMPLES = Text(en="Examples", zh="例子")
CHANGE_ALL = Text(en="Change every score", zh="同时改变所有得分")
ADD_CLASS = Text(en="+ Add a class", zh="+ 添加类别")
REMOVE_CLASS = Text(en="Remove {name}", zh="移除“{name}”")
NAME_OF = Text(en="Name of class {number}", zh="类别 {number} 的名称")
SCORE_OF = Text(en="Score of {name}", zh="“{name}”的得分")
SCORES = Text(en="Scores z", zh="得分 z")
SCORES_DESCRIPTION = Text(
    en="One bar for each score. Drag one that has a knob by its top, or use the arrow keys: left and "
    "right choose a bar, up and down move it. One with a dash at its end is longer than shown.",
    zh="每个得分一根柱子。拖动带圆点的柱顶，或用方向键：左右键选柱子，上下键移动它。末端有短横线的柱子，实际比画出的长。",
)
LONGER = Text(en="longer than shown", zh="实际比画出的长")
