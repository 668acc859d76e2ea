"""Every term is explained where it is first met, the same everywhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest

from softmax_app import course
from softmax_app.kit.asking import ask
from softmax_app.kit.content import Cases, Content, Element, Slot, to_html
from softmax_app.kit.items import Puzzle
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.markup import fill, gloss
from softmax_app.kit.state import State, answer
from softmax_app.kit.tables import Table
from softmax_app.settings import Settings
from softmax_app.take_away.notebook import notebook
from softmax_app.texts.glosses import GLOSSES, plain
from softmax_app.texts.text import LANGUAGES, Language, Text

# how a term looks in a sentence, in English and in Chinese
FORMS: dict[str, tuple[str, str]] = {
    "score": (r"[Ss]cores?\b", "得分"),
    "share": (r"\b[Ss]hares?\b", "份额"),
    "hardmax": ("[Hh]ardmax", "Hardmax"),
    "entropy": (r"(?<!-)\b[Ee]ntropy", "(?<!交叉)熵"),
    "nat": (r"\bnats?\b", "纳特"),
    "log": (r"\blog\b", r"\blog\b"),
    "format": (r"\bfloat\d+|number format", r"float\d+|数值格式"),
    "gradient": (r"\bgradient\b(?! descent)", "梯度(?!下降)"),
    "underflow": (r"\b[Uu]nderflow", "下溢"),
    "jacobian": ("Jacobian", "雅可比"),
    "node": (r"\bnodes?\b", "节点"),
    "nan": (r"\bnan\b", r"\bnan\b"),
    "label": (r"\blabels?\b", "标签"),
    "one_hot": (r"\bone-hot\b", "one-hot"),
    "kl": (r"\bKL\b|divergence", "KL|散度"),
    "indices": (r"pᵢ|\bi = j\b|eᵢ|i and j", "pᵢ|i = j|eᵢ|i 和 j"),
    "logit": (r"\blogits?\b", r"\blogits?\b"),
    "keras": ("Keras", "Keras"),
    "clip": (r"\bclip", "截断"),
    "layer": (r"\blayers?\b", "层"),
    "batch": (r"\bbatch", "批次"),
    "bias": (r"\bbias\b", "偏置"),
    "penalty": (r"\bpenalty\b", "惩罚"),
    "token": (r"\b[Tt]okens?\b", r"\btoken\b"),
    "vocabulary": ("vocabulary", "词表"),
    "perplexity": ("[Pp]erplexity", "困惑度"),
    "top_k": ("[Tt]op-k", "top-k"),
    "top_p": ("[Tt]op-p|nucleus", "top-p|核(?!心)"),
    "min_p": ("[Mm]in-p", "min-p"),
    "query": (r"\bquery\b", "查询"),
    "key": (r"\bkeys?\b", "(?<!播放)键(?!选)"),
    "head": (r"\bheads?\b", "^头$|个头|注意力头"),
    "attention_share": ("shares of attention", "注意力的份额"),
    "norm": (r"\bnorm\b", "范数"),
    "causal_mask": ("causal mask", "因果掩码"),
}
PROSE = ("p", "li")


class Said(NamedTuple):
    """A piece of a sentence, and the term that it opens, or ""."""

    words: str
    term: str = ""


def said(content: Content) -> Iterator[Said]:
    """Yield what is read, one after the other; a note is not: it is closed."""
    match content:
        case str():
            yield Said(content)
        case Element(css="gloss", content=(words, note)):
            name = dict(note.attributes)["id"]
            yield Said("".join(one.words for one in said(words)), name.removeprefix("gloss-"))
        case Element():
            yield from said(content.content)
        case Slot():
            yield Said("1.23")
        case Cases():
            for one in content.contents:
                yield from said(one)
                yield Said("\n")
        case _:
            for one in content:
                yield from said(one)


def prose(content: Content) -> Iterator[Content]:
    """Yield the paragraphs inside, in their order."""
    match content:
        case Element(tag=tag) if tag in PROSE:
            yield content
        case Element():
            yield from prose(content.content)
        case tuple() if not isinstance(content, Slot | Cases):
            for one in content:
                yield from prose(one)


@cache
def read(page: Lesson, language: Language) -> tuple[Said, ...]:
    """Return the sentences of a page from above, as one reads who opens everything."""
    return tuple(sentences(page, language))


def sentences(page: Lesson, language: Language) -> Iterator[Said]:
    start = page.opened(Settings(language=language))
    yield from said(fill(page.words.LEAD, language))
    for panel in page.scene(start).panels:
        if isinstance(panel, Element | Table):
            whole = panel.markup() if isinstance(panel, Table) else panel
            for paragraph in prose(whole):
                yield from said(paragraph)
                yield Said("\n")
    for item in page.items:
        for text in (item.words.ask, item.words.why, item.words.broken):
            names = {place: place for place in ("first", "second", "third")}
            yield from said(fill(text, language, **names))
            yield Said("\n")
    for text in (page.words.TAKEAWAYS, page.words.TRY):
        without_formulas = re.sub(r"\$[^$]*\$|`[^`]*`", "", text.say(language))
        yield Said(without_formulas)


def first_use(term: str, language: Language) -> tuple[str, Said]:
    """Return the lesson in which a term is first met, and the words there."""
    form = re.compile(FORMS[term][LANGUAGES.index(language)])
    for lesson in course.LESSONS:
        for one in read(lesson, language):
            if form.search(one.words):
                return lesson.name, one
    raise AssertionError(f"no lesson speaks of {term}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", GLOSSES)
def test_a_term_carries_its_gloss_where_it_is_first_met(term, language):
    lesson, words = first_use(term, language)
    assert words.term == term, (lesson, words)


def test_every_gloss_has_its_forms_and_every_form_its_gloss():
    assert FORMS.keys() == GLOSSES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", course.LESSONS, ids=lambda lesson: lesson.name)
def test_no_mark_is_read_as_it_is_written(lesson, language):
    def shown(content: Content) -> str:
        return "".join(one.words for one in said(content))

    for settings in states(lesson, language):
        scene = ask(lesson.scene(settings), lesson.items, settings, ())
        for panel in scene.panels:
            if isinstance(panel, Element | Table):
                assert "[[" not in shown(panel.markup() if isinstance(panel, Table) else panel)
    assert "[[" not in notebook(lesson, Settings(language=language))
    for text in (lesson.words.TITLE, lesson.words.SURPRISE, lesson.words.TAKEAWAYS):
        assert "[[" not in text.say(language)


def states(lesson: Lesson, language: Language) -> Iterator[Settings]:
    """Yield a lesson's settings: as it opens, with each question answered, each puzzle begun."""
    start = State(lesson.opened(Settings(language=language)))
    yield start.settings
    for item in lesson.items:
        opened = item.opened if isinstance(item, Puzzle) else item.shown
        yield answer(lesson, start, opened).settings
    yield replace(start.settings, label=0, smoothing=0.5)


def test_a_gloss_is_described_to_a_screen_reader_and_can_be_focused():
    words, note = gloss("scores", "score", "en").content
    attributes = dict(words.attributes)
    assert attributes["tabindex"] == "0"
    assert attributes["aria-describedby"] == dict(note.attributes)["id"]
    assert note.content == GLOSSES["score"].en


def test_words_that_open_a_gloss_may_be_bold_and_are_plain_elsewhere():
    text = Text(en="**the [[nats|nat]]** {x}", zh="")
    bold, space, filled = fill(text, "en", x="<3>")
    assert (bold.content[1], space, filled) == (gloss("nats", "nat", "en"), " ", "<3>")
    assert plain(text.en) == "**the nats** {x}"
    assert to_html(bold.content[0]) == "the "
    assert "&lt;3&gt;" in to_html(fill(text, "en", x="<3>"))
