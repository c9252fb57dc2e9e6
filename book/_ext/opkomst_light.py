"""What a page does not load: widgets that nobody opened, icons that no page has, styles of things that no page has."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

#: The manager of widgets: loaded by ``verkenner.js`` when a reader opens an explorer.
MANAGER = "embed.js"

#: What Sphinx tells its scripts.
SETTINGS = "documentation_options.js"

#: The theme's font of icons that keeps those letters; its other ones go.
FONT = "fa-solid-900.woff2"

#: The theme's styles, which say what letter an icon is.
STYLE = "pydata-sphinx-theme.css"

#: All icons as drawings: no page asks for them.
DRAWINGS = "fontawesome.js"

#: Our own styles: they have nothing else than the book needs, and the PDF needs them, too.
OWN = "opkomst.css"

#: Classes that a script puts together.
_COMPOSED = {"bs-tooltip-auto"}


def leave_out(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take the manager of widgets from the scripts of a page, and the second of two viewports.

    The size of a picture becomes attributes: as docutils writes it, it would be a
    rule that no style sheet can bend to a phone. Scripts wait until the page is there,
    but for the settings, which lines in the page itself add to.
    """
    context["body"] = re.sub(
        r'(<img [^>]*)style="width: (\d+)px; height: (\d+)px;"', r'\1width="\2" height="\3"', context.get("body", "")
    )
    context["metatags"] = re.sub(r'<meta[^>]*name="viewport"[^>]*>\n?', "", context.get("metatags", ""))
    scripts = [each for each in context.get("script_files", []) if not str(each.filename or "").endswith(MANAGER)]
    for script in scripts:
        if script.filename and not script.filename.endswith(SETTINGS):
            script.attributes["defer"] = "defer"
    context["script_files"] = scripts


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


def keep_styles(app: Sphinx, exception: Exception | None) -> None:
    """Keep the rules for what pages and their scripts name: 30 KB instead of 90, and a page that is there sooner."""
    if exception:
        return
    static = Path(app.outdir) / "_static"
    (static / "scripts" / DRAWINGS).unlink(missing_ok=True)
    pages = "".join(page.read_text("utf-8") for page in Path(app.outdir).rglob("*.html"))
    scripts = "".join(script.read_text("utf-8") for script in static.rglob("*.js"))
    # Of a page its classes and ids, also those within the tables of an explorer; of a script each of its words.
    named = set(" ".join(re.findall(r'\b(?:class|id)=\\?"([^"\\]*)', pages)).split())
    named |= set(re.findall(r"[\w-]+", scripts)) | _COMPOSED
    for style in static.rglob("*.css"):
        if style.name != OWN:
            style.write_text(rules_for(named, style.read_text("utf-8")), "utf-8", newline="\n")


def rules_for(named: set[str], style: str) -> str:
    """A style sheet without the rules for classes and ids that are not named; comments, with their licences, stay.

    >>> rules_for({"a"}, "@media print{.b{top:0}} .a, .b, p:not(.b){top:0}")
    ' .a, p:not(.b){top:0}'
    """

    def kept(rule: re.Match[str]) -> str:
        if rule[1] is None:
            return rule[0]
        # No comma or name within brackets: one of several is enough there, or must not be.
        selectors = [each for each in re.split(r",(?![^(]*\))", rule[1]) if _names(each) <= named]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    # Braces within braces are those of @media, which never fit here; what is left empty of these goes.
    style = re.sub(r"/\*.*?\*/|([^{};/]+)\{([^{}]*)\}", kept, style, flags=re.DOTALL)
    return re.sub(r"@(?:media|supports)[^{};]*\{\s*\}", "", style)


def _names(selector: str) -> set[str]:
    """The classes and ids that a selector asks for."""
    while (bare := re.sub(r"\([^()]*\)|\[[^][]*\]", "", selector)) != selector:
        selector = bare
    return set(re.findall(r"[.#]([a-zA-Z_-][\w-]*)", selector))


def load_lazily(app: Sphinx) -> None:
    """Images below the screen are fetched when a reader comes near them."""
    app.env.settings["image_loading"] = "lazy"


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", load_lazily)
    # After everything that adds scripts.
    app.connect("html-page-context", leave_out, priority=900)
    app.connect("build-finished", keep_icons)
    app.connect("build-finished", keep_styles)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
