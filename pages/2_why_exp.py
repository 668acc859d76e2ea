from softmax_app.course import LESSONS
from softmax_app.lessons import why_exp as lesson
from softmax_app.snippets import why_exp as snippets
from softmax_app.texts import why_exp as texts
from softmax_app.ui import code, take_away
from softmax_app.ui.page import explain, is_all_shown, lead_on, open_page, show_scene

page = LESSONS[1]
settings = open_page(page)
if is_all_shown(page, settings):
    explain(texts.LEAD, settings)

scene = lesson.scene(settings)
show_scene(page, settings, scene)

if is_all_shown(page, settings):
    explain(texts.TAKEAWAYS, settings)
    code.show(settings, snippets.SNIPPETS, lesson.numbers)
    take_away.show(page, settings, scene, texts, snippets)
    lead_on(page, settings)
