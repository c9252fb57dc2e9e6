"""How every figure looks: size, letters, colours, hatching.

Made for a telephone first: a picture is as wide as the text of a page on a phone of 360
pixels, so that its letters, as large as those of the page, are never made smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from helpers.dutch.numbers import dutch

#: Inches, of 96 pixels each; the height follows from what is drawn.
WIDTH = 328 / 96


DPI = 160


#: White space around the picture, and what is left between, in inches.
PAD = 0.03


INNER = WIDTH - 2 * PAD


#: Points: 16 pixels, everywhere.
SIZE = 12


#: Height of one line of text in inches.
LINE = 0.19


_FONT = "DejaVu Sans"


INK = "#1a1a1a"


FAINT = "#595f66"


#: One colour for each programme, in every figure. They differ in lightness as
#: well as in hue (greyscale, colour blindness); each has a contrast of at least
#: 3 to 1 on white.
COLOURS = {"opkomst_plus": "#d9732b", "opkomst": "#1f4e79", "total": "#6b7075"}


#: Parts of a whole that are no programmes, from dark to light.
SHADES = ("#33383d", "#7d848b", "#b4bac0", "#e9ebed")


#: Fewer dossiers than this is called a small group.
SMALL_GROUP = 30


@cache
def rc() -> dict[str, Any]:
    """Settings of matplotlib for every figure."""
    # Seconds of imports, which a page without figures need not pay.
    import seaborn as sns

    return {
        **sns.axes_style("ticks"),
        "font.family": _FONT,
        "font.size": SIZE,
        "axes.labelsize": SIZE,
        "xtick.labelsize": SIZE,
        "ytick.labelsize": SIZE,
        "legend.fontsize": SIZE,
        "figure.labelsize": SIZE,
        "axes.titlesize": SIZE,
        # A name with dollar signs is no formula.
        "text.parse_math": False,
        "text.color": INK,
        "axes.labelcolor": INK,
        "axes.edgecolor": FAINT,
        "xtick.color": FAINT,
        "ytick.color": FAINT,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "figure.facecolor": "white",
        "savefig.facecolor": "white",
        "hatch.linewidth": 1.6,
    }


def fill(colour: str, *, light: bool = False, example: bool = False) -> dict[str, Any]:
    """How a mark is filled.

    Parameters
    ----------
    light
        For the second part of a whole: a tint, with an edge in full colour.
    example
        Hatched, because no printed number fixes the mark.
    """
    face = tint(colour) if light else colour
    hatching = {"hatch": "///", "hatchcolor": edge(colour) if luminance(face) > 0.3 else "white"} if example else {}
    return {"facecolor": face, "edgecolor": edge(colour), "linewidth": 0.8} | hatching


def edge(colour: str) -> str:
    """The colour of an edge: visible on white even around a very light mark."""
    return FAINT if luminance(colour) > 0.3 else colour


def tint(colour: str) -> tuple[float, ...]:
    """A light version of a colour."""
    return tuple(1 - (1 - part) * 0.22 for part in to_rgb(colour))


def luminance(colour) -> float:
    """Relative luminance by WCAG, from 0 (black) to 1 (white)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ink_on(colour) -> str:
    """White or near-black, whichever reads best on a colour."""
    # At this luminance both have the same contrast.
    return "white" if luminance(colour) < 0.19 else INK


@cache
def text_width(text: str) -> float:
    """Width of one line of text, in inches, with what a screen may add by placing each letter on its pixels."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, FontProperties(family=_FONT, size=SIZE), False)
    return width * 1.02 / 72


def wrap(text: str, width: float) -> str:
    """Break text into lines of at most `width` inches; a soft hyphen may break a word."""
    lines: list[str] = []
    for word in text.replace("\xad", "\xad ").split(" "):
        glue = "" if lines and lines[-1].endswith("\xad") else " "
        joined = lines[-1].rstrip("\xad") + glue + word if lines else word
        if lines and text_width(joined.replace("\xad", "-")) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return "\n".join(lines).replace("\xad", "-")


def hyphenated(text: str, width: float) -> str:
    """Text with soft hyphens in words that nobody chose for a picture: `wrap` can fit each in `width` inches."""
    return " ".join("\xad".join(_pieces(word, width)) for word in text.split(" "))


def _pieces(word: str, width: float) -> Iterator[str]:
    """A word, in as few parts as fit with a hyphen after them."""
    while text_width(word) > width:
        length = max(2, next(end for end in range(1, len(word) + 1) if text_width(f"{word[:end]}-") > width)) - 1
        yield word[:length]
        word = word[length:]
    yield word


def group_name(label: str, n: int, example: bool = False) -> str:
    """A group with its size, as ``OPkomst+ (n = 16, kleine groep)``; "n = 16" stays on one line.

    With `example`, `n` is only an example: it says that no printed number fixes the size.
    """
    small = ", kleine groep" if 0 < n < SMALL_GROUP else ""
    size = "n niet afgedrukt" if example else f"n\xa0=\xa0{dutch(n)}"
    return f"{label} ({size}{small})"
