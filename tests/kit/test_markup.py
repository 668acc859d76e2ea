"""Sentences with numbers and bold words in them, and lines shown on demand."""

from softmax_app.kit.content import Element, Slot
from softmax_app.kit.derivations import count_lines, derivation, lines
from softmax_app.kit.markup import fill
from softmax_app.settings import Settings
from softmax_app.texts.text import Text
from softmax_app.texts.unbroken import unbroken

SLOT = Slot("total")


def test_what_is_filled_in_stands_between_the_words():
    text = Text(en="a {one} b {two}", zh="甲{two}乙{one}")
    assert fill(text, "en", one=SLOT, two="x") == ("a ", SLOT, " b ", "x")
    assert fill(text, "zh", one=SLOT, two="x") == ("甲", "x", "乙", SLOT)


def test_stars_make_words_bold_and_what_is_filled_in_between_them():
    text = Text(en="**so much: {one}** is **true**", zh="")
    bold = Element("b", ("so much: ", SLOT))
    assert fill(text, "en", one=SLOT) == (bold, " is ", Element("b", ("true",)))


def test_a_power_is_raised_also_within_bold_words():
    text = Text(en="**e^(a − b)** or e^(b)", zh="")
    raised = Element("b", ("e", Element("sup", unbroken("a − b"))))
    assert fill(text, "en") == (raised, " or e", Element("sup", "b"))


def test_what_a_reader_wrote_is_never_mark_up():
    text = Text(en="{name} is **first**", zh="")
    assert fill(text, "en", name="**x** <b>") == ("**x** <b>", " is ", Element("b", ("first",)))


def test_lines_seen_together_are_opened_as_one():
    formulas = [Element("math", name) for name in "abc"]
    reasons = [Text(en=name, zh=name) for name in "abc"]
    made = derivation(Settings(), lines(formulas, formulas, reasons), together=2)
    first, rest = made.content
    assert [part.content for part in first.content if part.tag == "p"] == ["a", "b"]
    assert count_lines(made) == 2
    assert count_lines(rest) == 1


def test_each_line_of_a_derivation_stands_inside_the_one_before():
    reasons = [Text(en=f"why {k}", zh=f"为什么 {k}") for k in range(3)]
    formulas = [Element("math", str(k)) for k in range(3)]
    first, second = derivation(Settings(), lines(formulas, formulas, reasons)).content
    assert first.content[0] == Element("p", "why 0", "reason")
    assert second.tag == "details"
    assert second.content[0] == Element("summary", "Next line")
    shown, third = second.content[1]
    assert shown.content[0].content == "why 1"
    assert third.tag == "details"
    assert third.content[1][1] == ()
