"""Both languages say the same: the same placeholders, formulas and numbers, each in its script."""

import importlib
import pkgutil
import re
import string
from collections.abc import Callable, Iterator, Mapping

import pytest
from markdown_it import MarkdownIt

import softmax_app
from softmax_app import course
from softmax_app.settings.rows import Row
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import LANGUAGES, Text, language_of_locale
from softmax_app.texts.unbroken import ANYWHERE, CODE, LONGEST, MARKS, UNBROKEN, unbroken
from softmax_core import FORMATS

TABLE = "softmax_app.settings.table"
MARKDOWN = MarkdownIt()
HAN = re.compile(r"[\u4e00-\u9fff]")


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, Row):
        yield value.label


def is_of_words(module: str) -> bool:
    return module.endswith(".words") or module.startswith(("softmax_app.texts.", TABLE))


def all_texts() -> dict[str, Text]:
    found = {}
    for module in pkgutil.walk_packages(softmax_app.__path__, "softmax_app."):
        if is_of_words(module.name):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, text in enumerate(texts_in(value)):
                    found[f"{module.name}.{name}.{number}"] = text
    return found


TEXTS = all_texts()


def test_the_texts_are_found():
    modules = {name.rpartition(".")[0].rpartition(".")[0] for name in TEXTS}
    lessons = {f"softmax_app.lessons.{lesson.name}.words" for lesson in course.LESSONS}
    assert modules >= {TABLE, "softmax_app.texts.common"} | lessons


def faults(of: Callable[[Text], bool]) -> list[str]:
    """Return the names of the texts of which this is not so."""
    return [name for name, text in TEXTS.items() if not of(text)]


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def has_the_same_places(text: Text) -> bool:
    formulas = re.compile(r"\$[^$]+\$")
    if "$" in text.en:  # the braces of a formula are no placeholders
        return sorted(formulas.findall(text.en)) == sorted(formulas.findall(text.zh))
    return placeholders(text.en) == placeholders(text.zh)


def is_in_its_own_script(text: Text) -> bool:
    en, zh = text
    if bool(en.strip()) != bool(zh.strip()) or HAN.search(en):
        return False
    formula = en == zh and not re.search(r"[A-Za-z]{2}", en)
    kept = en in ("Softmax", "Hardmax", *FORMATS)  # terms that are not translated
    placeholders_only = not re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}", "", en))
    return bool(formula or kept or placeholders_only or HAN.search(zh))


def has_chinese_punctuation(text: Text) -> bool:
    plain = re.sub(r"\$[^$]*\$|\{[^}]*\}|\*\*", "", text.zh)
    return not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", plain)


def test_a_text_has_the_same_placeholders_in_both_languages():
    assert faults(has_the_same_places) == []
    assert not has_the_same_places(Text(en="{a}", zh="{b}"))


def test_a_text_is_written_in_its_own_script():
    assert faults(is_in_its_own_script) == []
    assert not is_in_its_own_script(Text(en="score", zh="score"))


def test_chinese_uses_chinese_punctuation():
    assert faults(has_chinese_punctuation) == []
    assert not has_chinese_punctuation(Text(en="", zh="得分,"))


def quotes_as_chinese_does(text: Text) -> bool:
    return not re.search("[\"']", re.sub(r"`[^`]*`|\$[^$]*\$", "", text.zh))


def test_chinese_has_its_own_quotation_marks():
    assert faults(quotes_as_chinese_does) == []
    assert not quotes_as_chinese_does(Text(en="", zh='真实类别"科学"'))


def is_bold_in_markdown(text: Text) -> bool:
    """Whether all that is to be bold is: CommonMark's marks hug words, not punctuation alone."""
    bold = re.findall(r"\*\*[^*\n]+\*\*", plain(text.zh))
    return MARKDOWN.renderInline(plain(text.zh)).count("<strong>") == len(bold)


def test_what_is_bold_in_chinese_is_bold_wherever_it_is_rendered():
    assert faults(is_bold_in_markdown) == []
    assert not is_bold_in_markdown(Text(en="", zh="**成功。**得分"))
    assert is_bold_in_markdown(Text(en="", zh="**成功**。得分"))


def expressions(sentence: str) -> Iterator[str]:
    """Yield what is prose, as it is read, cut where a Chinese line may end."""
    for prose in CODE.split(unbroken(sentence))[::2]:
        yield from ANYWHERE.split(MARKS.sub("", re.sub(r"\{\w+\}", "0.0000", prose)))


def keeps_expressions_whole(text: Text) -> bool:
    """Whether a line ends in none of them, but before an operator of a long one."""
    pieces = [one for sentence in text for one in expressions(sentence)]
    apart = [found[0] for one in pieces for found in re.finditer(r"[^ ]+ [=≈−·+]\xa0[^ ]+", one)]
    glued = [word for one in pieces for word in one.split(" ") if UNBROKEN in word]
    ends_after = any(re.search(r"(^|\s)[=≈−·+] ", one) for one in pieces)
    long = LONGEST + 2  # with a bracket and a comma behind it
    return (
        not ends_after
        and all(len(one) > LONGEST for one in apart)
        and all(len(one) <= long for one in glued)
    )


def test_no_line_ends_inside_an_expression_and_none_is_too_long_for_a_phone():
    assert faults(keeps_expressions_whole) == []
    assert sum("\xa0=\xa0" in "".join(map(unbroken, text)) for text in TEXTS.values()) > 50


def counts_no_lessons(text: Text) -> bool:
    return not re.search(r"[Ll]essons? \d|第 ?\d[\d、到至 ]*课", text.en + text.zh)


def test_no_sentence_knows_the_number_of_a_lesson():
    """Which only ``course.py`` does: a sentence stays true when the order changes."""
    assert faults(counts_no_lessons) == []
    assert not counts_no_lessons(Text(en="in lessons 7 and 8", zh="第 7、8 课"))


def test_a_text_is_said_in_the_language_asked_for():
    text = Text(en="to {place}", zh="去{place}")
    assert [text.say(language, place="x") for language in LANGUAGES] == ["to x", "去x"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-CN", "zh"), ("zh", "zh"), ("ZH-hant", "zh"), ("en-GB", "en"), ("fr", "en"), (None, "en")],
)
def test_a_browser_is_answered_in_its_language(locale, language):
    assert language_of_locale(locale) == language
