"""What lesson 8 shows beside its figure."""

from typing import Final

from softmax_app.kit.content import Element, Slot
from softmax_app.kit.markup import choice, either, fill, key, paragraph, section
from softmax_app.kit.tables import Cell, Head, Table, full, head
from softmax_app.lessons.logits_or_probabilities import words
from softmax_app.lessons.logits_or_probabilities.numbers import BATCH_CLASSES, BATCH_LABELS, SEED
from softmax_app.settings import Settings

MARKS: Final = ("━", "╍", "┅")


def legend(settings: Settings) -> Element:
    """Return what the lines stand for."""
    language, keys = settings.language, zip(words.ROUTES.items(), MARKS, strict=True)
    return paragraph(
        *(
            Element("span", (Element("b", mark, f"line-{name}"), *fill(text, language)))
            for (name, text), mark in keys
        ),
        css="legend",
    )


def key_line(settings: Settings) -> Element:
    """Return the true loss, and what the clipped route makes of it."""
    language = settings.language
    clipped = choice("clip_state", words.CLIP_NOTES, language, clipped=Slot("clipped_loss"))
    label = words.SOUND_LOSS.say(language)
    return key(Slot("sound_loss"), label, Element("span", clipped, "clipped"))


def notes(settings: Settings) -> Element:
    """Return what the other routes give just now."""
    language = settings.language
    sound = fill(words.LOSS_NOTE, language, sound=Slot("sound_loss"))
    single = choice("single_state", words.FLOAT32_NOTES, language, single=Slot("single_loss"))
    return section(paragraph(sound), paragraph(single), css="thirds halves")


def route_table(settings: Settings) -> Table:
    """Return the table of the four routes: losses, gradients, verdicts."""
    language = settings.language
    gradients = (
        Head(words.GRADIENT_IN.say(language, name=name), css=f"class-{k}")
        for k, name in enumerate(settings.labels)
    )
    slots = [Slot("scores", k) for k in range(len(settings.scores))]
    scores = (slots[0], *(one for slot in slots[1:] for one in (", ", slot)))
    return Table(
        title=words.ROUTES_HEADING.say(language),
        caption=words.ROUTES_DESCRIPTION.say(language),
        head=(
            head(settings, words.ROUTE),
            head(settings, words.LOSS),
            *gradients,
            head(settings, words.VERDICT),
        ),
        body=tuple(_route(settings, name) for name in words.ROUTE_NAMES),
        before=(paragraph(fill(words.ROUTES_LEAD, language, scores=scores)),),
        css="numbers routes",
    )


def _route(settings: Settings, name: str) -> tuple[Cell, ...]:
    """Return a route's loss, its gradient, and what is to be thought of it."""
    language = settings.language
    said = words.VERDICTS[name].say(language)
    verdict = either("has_sum", words.NO_SUM.say(language), said) if name == "taken" else said
    gradient = (Slot(f"{name}_grad", k) for k in range(len(settings.scores)))
    return (words.ROUTE_NAMES[name].say(language), full(f"{name}_loss_value"), *gradient, verdict)


def sample_table(settings: Settings) -> Table:
    """Return the batch of two samples, which can be made again from its seed.

    A column each: side by side, ten logits would be wider than a page.
    """
    language = settings.language
    name, samples = words.SAMPLE.say(language), range(len(BATCH_LABELS))
    lead = fill(
        words.BATCH_LEAD,
        language,
        seed=str(SEED),
        labels=f"[{', '.join(map(str, BATCH_LABELS))}]",
        mean=full("batch_mean"),
        from_probs=full("batch_from_probs_mean"),
    )
    return Table(
        title=words.BATCH.say(language),
        caption=words.BATCH_DESCRIPTION.say(language),
        head=(Head(""), *(Head(f"{name} {sample + 1}") for sample in samples)),
        body=(
            (words.LABEL.say(language), *map(str, BATCH_LABELS)),
            *(_logits(k) for k in range(BATCH_CLASSES)),
        ),
        foot=((words.LOSS.say(language), *(full("batch_losses", one) for one in samples)),),
        before=(paragraph(lead),),
    )


def _logits(k: int) -> tuple[Cell, ...]:
    """Return the logit of one class in each sample."""
    places = (sample * BATCH_CLASSES + k for sample in range(len(BATCH_LABELS)))
    return (f"z{k}", *(Slot("batch_logits", place) for place in places))
