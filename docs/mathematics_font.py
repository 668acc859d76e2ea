"""The course's mathematics font: STIX Two Math, of which only the letters of `font.css` are kept.

Its table MATH stays, by which a browser sets fractions; its hints for coarse screens go.

    npm pack @fontsource/stix-two-math && tar xzf fontsource-stix-two-math-*.tgz
    pip install "fonttools[woff]"
    python -m docs.mathematics_font package/files/stix-two-math-latin-400-normal.woff2
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

# the app is not imported: it needs the font
LIVE: Final = Path(__file__).parents[1] / "softmax_app" / "live"
FONT: Final = LIVE / "fonts" / "stix-two-math.woff2"
STYLE: Final = LIVE / "browser" / "font.css"
RANGE: Final = re.compile(r"unicode-range:([^;]+);")


def kept() -> list[str]:
    """Return the letters that the file holds, as the style sheet names them: `U+20-7E`, `U+A0`."""
    found = RANGE.search(STYLE.read_text("utf-8"))
    assert found, "font.css says of its font which letters it holds"
    return re.findall(r"U\+[\dA-F]+(?:-[\dA-F]+)?", found[1])


def main(source: str) -> None:
    """Write the font's file anew."""
    wanted = [f"--unicodes={','.join(kept())}", "--layout-features=ssty", "--no-hinting"]
    written = ["--flavor=woff2", f"--output-file={FONT}"]
    subprocess.run(["pyftsubset", source, *wanted, *written], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
