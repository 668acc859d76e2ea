"""What lesson 6 shows beside its figure."""

from typing import Final

from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.logits_or_probabilities.numbers import BATCH_LABELS, SEED
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import logits_or_probabilities as texts

ROUTES: Final = ("logits", "clipped", "twice", "taken")


def legend(settings: Settings) -> Element:
    """Return what the lines stand for."""
    marks = ("━", "╍", "┅")
    keys = zip((*ROUTES[:2], "single"), marks, texts.ROUTES, strict=True)
    return paragraph(
        *(
            Element("span", (Element("b", mark, f"line-{name}"), text.say(settings.language)))
            for name, mark, text in keys
        ),
        css="legend",
    )


def notes(settings: Settings) -> Element:
    """Return what each route gives just now."""
    say = settings.language
    numbers: dict[str, Content] = {
        name: Slot(f"{name}_loss") for name in ("sound", "clipped", "single")
    }
    clipped = tuple(fill(one, say, **numbers) for one in texts.CLIP_NOTES)
    single = tuple(fill(one, say, **numbers) for one in texts.FLOAT32_NOTES)
    return section(
        paragraph(fill(texts.LOSS_NOTE, say, **numbers)),
        paragraph(Cases("is_clipped", clipped), css="clipped"),
        paragraph(Cases("is_infinite", single)),
        css="thirds",
    )


def routes(settings: Settings) -> Element:
    """Return the table of the four routes: losses, gradients, verdicts."""
    say = settings.language
    gradients = (
        Element("span", texts.GRADIENT_IN.say(say, name=name), f"class-{k}")
        for k, name in enumerate(settings.labels)
    )
    head: list[Content] = [texts.ROUTE.say(say), texts.LOSS.say(say), *gradients]
    head.append(texts.VERDICT.say(say))
    scores = [Slot("scores", k) for k in range(len(settings.scores))]
    rows: list[tuple[Content, ...]] = [(texts.SCORES.say(say), "", *scores, "")]
    for route, name, verdict in zip(ROUTES, texts.ROUTE_NAMES, texts.VERDICTS, strict=True):
        numbers = [Slot(f"{route}_grad", k) for k in range(len(settings.scores))]
        judged: Content = verdict.say(say)
        if route == "taken":
            judged = Cases("has_sum", (texts.NO_SUM.say(say), verdict.say(say)))
        rows.append((name.say(say), Slot(f"{route}_loss_value", 0, "full"), *numbers, judged))
    return section(
        heading(texts.ROUTES_HEADING.say(say)),
        paragraph(texts.ROUTES_LEAD.say(say)),
        table(texts.ROUTES_DESCRIPTION.say(say), head, rows),
        css="numbers routes",
    )


def batch(settings: Settings) -> Element:
    """Return the batch of two samples, which can be made again from its seed."""
    say = settings.language
    lead = fill(
        texts.BATCH_LEAD,
        say,
        seed=str(SEED),
        labels=f"[{', '.join(map(str, BATCH_LABELS))}]",
        mean=Slot("batch_mean", 0, "full"),
        from_probs=Slot("batch_from_probs_mean", 0, "full"),
    )
    columns = 10
    head: list[Content] = [texts.SAMPLE.say(say), texts.LABEL.say(say)]
    head += [f"z{k}" for k in range(columns)]
    head.append(texts.LOSS.say(say))
    rows: list[tuple[Content, ...]] = [
        (
            str(sample + 1),
            str(label),
            *(Slot("batch_logits", sample * columns + k) for k in range(columns)),
            Slot("batch_losses", sample, "full"),
        )
        for sample, label in enumerate(BATCH_LABELS)
    ]
    return section(
        heading(texts.BATCH.say(say)),
        paragraph(lead),
        table(texts.BATCH_DESCRIPTION.say(say), head, rows),
        css="numbers",
    )
