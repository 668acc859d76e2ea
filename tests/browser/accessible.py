"""What axe-core finds on a page against WCAG 2.2 A and AA, but for what Streamlit itself draws."""

from typing import Any, Final, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],
}
# of what is drawn in another theme nothing else can be new
COLORS: Final = OPTIONS | {
    "runOnly": {"type": "rule", "values": ("color-contrast", "link-in-text-block")}
}
IS_THERE: Final = "() => 'axe' in window"
RUN: Final = "(options) => axe.run(options).then(({ violations }) => violations)"
LIES_WITHIN: Final = "([target, css]) => Boolean(document.querySelector(target)?.closest(css))"


class Stock(NamedTuple):
    """What is Streamlit's own: the rule that it breaks, where, and why it is left so."""

    rule: str
    css: str
    why: str


STOCK: Final[tuple[Stock, ...]] = ()


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """Return what breaks a rule, with its mark-up."""
    if not page.evaluate(IS_THERE):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, options)
    return [
        f"{rule['id']}: {node['html'][:300]} {_why(node)}"
        for rule in found
        for node in rule["nodes"]
        if not _is_stock(page, rule["id"], node["target"])
    ]


def _is_stock(page: Page, rule: str, target: list[Any]) -> bool:
    known = ", ".join(one.css for one in STOCK if one.rule == rule)
    return bool(known) and bool(page.evaluate(LIES_WITHIN, [target[0], known]))


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
