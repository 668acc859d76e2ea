"""A sentence in every language of the course."""

from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
LANGUAGE_NAMES: Final[dict[Language, str]] = {"en": "English", "zh": "中文"}
CHINESE_MARKS: Final = Path(__file__).with_name("chinese.css").read_text("utf-8")
LETTERS: Final[dict[Language, str]] = {"en": "", "zh": CHINESE_MARKS}  # style of a language's own
LANGUAGE_TAGS: Final[dict[Language, str]] = {"en": "en", "zh": "zh-Hans"}  # as HTML has them


class Text(NamedTuple):
    """One meaning, said in English and in Chinese.

    Both are required, so that a missing translation fails when the module is imported.

    >>> Text(en="class {number}", zh="类别 {number}").say("zh", number=2)
    '类别 2'
    """

    en: str
    zh: str

    def say(self, language: Language, **values: object) -> str:
        """Return the sentence in ``language``, its placeholders filled."""
        sentence: str = getattr(self, language)
        return sentence.format(**values) if values else sentence


class Ask(NamedTuple):
    """The words of a question or a puzzle: what it is called, what is asked, why it is so.

    ``broken`` says what a puzzle forbids, once it was done.
    """

    title: Text
    ask: Text
    why: Text
    broken: Text = Text(en="", zh="")


def language_of_locale(locale: str | None) -> Language:
    """Return the course's language for a browser's locale.

    >>> language_of_locale("zh-Hans-CN"), language_of_locale("de"), language_of_locale(None)
    ('zh', 'en', 'en')
    """
    start = (locale or "").lower()
    return next((one for one in LANGUAGES if start.startswith(one)), "en")
