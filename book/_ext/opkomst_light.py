"""What a page does not load: widgets that nobody opened, and icons that no page has."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

#: The manager of widgets: loaded by ``verkenner.js`` when a reader opens an explorer.
MANAGER = "embed.js"

#: The theme's font of icons that keeps those letters; its other ones go.
FONT = "fa-solid-900.woff2"

#: The theme's styles, which say what letter an icon is.
STYLE = "pydata-sphinx-theme.css"


def leave_out(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take the manager of widgets from the scripts of a page, and the second of two viewports.

    The size of a picture becomes attributes: as docutils writes it, it would be a
    rule that no style sheet can bend to a phone.
    """
    context["body"] = re.sub(
        r'(<img [^>]*)style="width: (\d+)px; height: (\d+)px;"', r'\1width="\2" height="\3"', context.get("body", "")
    )
    context["metatags"] = re.sub(r'<meta[^>]*name="viewport"[^>]*>\n?', "", context.get("metatags", ""))
    scripts = context.get("script_files", [])
    context["script_files"] = [script for script in scripts if not str(script.filename or "").endswith(MANAGER)]


def keep_icons(app: Sphinx, exception: Exception | None) -> None:
    """Keep the icons in use of the font: 3 KB instead of 150."""
    static = Path(app.outdir) / "_static"
    fonts = static / "vendor" / "fontawesome" / "webfonts"
    if exception or not (fonts / FONT).exists():
        return
    letters = _icons(Path(app.outdir), static / "styles" / STYLE)
    # Cutting takes a second, and most builds need the same letters.
    cut = (
        Path(app.doctreedir) / f"icons-{sha256(letters.encode() + (fonts / FONT).read_bytes()).hexdigest()[:16]}.woff2"
    )
    if not cut.exists():
        _cut(fonts / FONT, letters, cut)
    shutil.copyfile(cut, fonts / FONT)
    for other in set(fonts.iterdir()) - {fonts / FONT}:
        other.unlink()


def _cut(whole: Path, letters: str, target: Path) -> None:
    """Write a font with these letters only."""
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=[], notdef_outline=True)
    font = subset.load_font(whole, options)
    # The same bytes in every build.
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    half = target.with_suffix(".half")
    subset.save_font(font, half, options)
    half.replace(target)


def _icons(pages: Path, style: Path) -> str:
    """The letters of the icons that pages name by their class, and of those that the theme's own styles write."""
    rules = style.read_text(encoding="utf-8")
    named = {name for page in pages.rglob("*.html") for name in re.findall("fa-[a-z-]+", page.read_text("utf-8"))}
    letters = re.findall(r'--pst-icon-[\w-]+:\s*"(.)"', rules)
    for rule in rules.split("}"):
        classes, _, code = rule.partition('{content:"\\')
        if re.match("f[0-9a-f]{3}", code) and named.intersection(re.findall(r"\.(fa-[a-z-]+):", classes)):
            letters.append(chr(int(code[:4], 16)))
    return "".join(sorted(set(letters)))


def load_lazily(app: Sphinx) -> None:
    """Images below the screen are fetched when a reader comes near them."""
    app.env.settings["image_loading"] = "lazy"


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", load_lazily)
    # After everything that adds scripts.
    app.connect("html-page-context", leave_out, priority=900)
    app.connect("build-finished", keep_icons)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
