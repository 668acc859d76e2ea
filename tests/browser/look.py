"""All numbers that a page shows, and whether it is at rest: what two tabs can be compared by."""

from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, TimeoutError

# whether a page waits for an answer to what it has asked or told: by an address or by its session
LISTEN = """() => {
  const { fetch: ask, WebSocket: { prototype: socket } } = window;
  const tell = socket.send;
  const heard = new WeakSet();
  Object.assign(window, { asked: 0, told: false });
  window.fetch = (...all) => {
    window.asked += 1;
    return ask(...all).finally(() => { window.asked -= 1; });
  };
  socket.send = function (message) {
    if (!heard.has(this)) this.addEventListener('message', () => { window.told = false; });
    heard.add(this);
    window.told = true;
    return tell.call(this, message);
  };
}"""
CALLS = count()
QUIET = 400  # ms without a change: longer than a key or a page's end rests before it is told

# what a page still waits for
BUSY = """() => {
  const app = document.querySelector('[data-test-script-state]')?.dataset ?? {};
  const plots = [...document.querySelectorAll('.live figure > .plot')];
  const mayHaveNone = document.querySelector('.live.projected'); // formulas stand alone there
  const stale = document.querySelector('.st-key-shelf[data-stale=""]');
  const is = {
    run: app.testScriptState !== 'notRunning',
    line: app.testConnectionState !== 'CONNECTED',
    asked: window.asked,
    told: window.told,
    figures: plots.some((one) => !one._fullData && one.offsetWidth > 0)
      || (plots.length === 0 && !mayHaveNone),
    code: stale && stale.getBoundingClientRect().top < innerHeight, // else it waits to be seen
  };
  return Object.keys(is).filter((name) => is[name]);
}"""
AT_REST = f"""(call) => {{
  const isStill = ({BUSY})().length === 0;
  const look = isStill ? call + location.href + document.querySelector('.live').textContent : '';
  const now = performance.now();
  if (look !== window.looked) Object.assign(window, {{ looked: look, lookedAt: now }});
  return isStill && now - window.lookedAt > {QUIET};
}}"""

# what was refused stays in its field for mending, and no link speaks of it; the questions that are
# done are marked for this reader alone
SHOWN = """() => {
  const written = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.matches('.other, .error, .offer, .controls, figure')) return '';
    return [...node.childNodes].map(written).join('|');
  };
  const controls = [...document.querySelectorAll('.live [data-control]')]
    .filter((one) => !one.querySelector('.error').textContent);
  const list = (values) => Array.from(values ?? [], String);
  return {
    title: document.querySelector('h1').textContent,
    words: written(document.querySelector('.live')),
    fields: Object.fromEntries(controls.map((one) => [one.dataset.control,
      one.querySelector('.field').title || one.querySelector('.field').value])),
    thumbs: Object.fromEntries(controls.map((one) =>
      [one.dataset.control, one.querySelector('.range').value])),
    names: [...document.querySelectorAll('.live input.name')].map((one) => one.value),
    pictures: [...document.querySelectorAll('.live figure > .plot')].filter((one) => one.data)
      .map((plot) => plot.data.map(({ x, y, z }) => [x, y, list(z).flat()].map(list))),
  };
}"""


def rest(page: Page) -> None:
    """Wait until nothing is asked, drawn or told any more."""
    call = f"{next(CALLS)} "  # what was quiet before counts for nothing: a hand has come since
    try:
        page.wait_for_function(AT_REST, arg=call, polling=50)
    except TimeoutError as late:
        raise AssertionError(f"still busy with {page.evaluate(BUSY)}") from late


def shown(page: Page) -> dict[str, Any]:
    """Return everything that a page says in numbers."""
    found: dict[str, Any] = page.evaluate(SHOWN)
    return found


def said(address: str) -> dict[str, list[str]]:
    """Return what a link says, in whichever order."""
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


def difference(one: object, other: object, path: str = "") -> str:
    """Return where another look differs first from one, in what that one speaks of, or nothing."""
    if isinstance(one, dict) and isinstance(other, dict):
        pairs = [(str(name), one[name], other[name]) for name in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(str(k), *both) for k, both in enumerate(zip(one, other, strict=True))]
    else:
        return "" if one == other else f"{path}: {one!r}\n  in a fresh tab: {other!r}"
    return next(filter(None, (difference(a, b, f"{path}.{name}") for name, a, b in pairs)), "")
