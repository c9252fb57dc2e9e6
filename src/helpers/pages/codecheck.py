"""``codecheck.yml``: which table and figure stands in which file, and what makes it.

The format is the CODECHECK manifest, https://codecheck.org.uk/spec/config/1.0/,
with `output`, `made_by` and `records` added to each entry. Everything follows
from the registry of outputs and from the stored notebooks.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from helpers import figures
from helpers.data.files import CODECHECK, ROOT
from helpers.figures.heat_map import heat_map
from helpers.figures.shapes.boxes import draw_scheme
from helpers.figures.timeline import draw_timeline
from helpers.pages import instruments
from helpers.pages.front_page import brochure_figure
from helpers.pages.parts.stored_outputs import shown_outputs
from helpers.tables import catalogue
from helpers.tables.registry import Output
from helpers.tables.table import display_name

_HEADER = "# Written by `python -m helpers codecheck`; a test keeps it up to date.\n---\n"


#: Figures that no records underlie, and so no table of the registry.
_UNREGISTERED = {
    **{f"brochure-{number}": brochure_figure for number in range(1, 6)},
    "extra-30": heat_map,
    "figuur-1": draw_scheme,
    "figuur-11": instruments.show_scale,
    "figuur-12": instruments.show_scale,
    "figuur-13": draw_scheme,
    "figuur-19": instruments.show_instrument,
    "figuur-20": instruments.show_interview_form,
    "figuur-21": instruments.show_interview_guide,
    "tijdlijn": draw_timeline,
}


def write() -> Path:
    """Write the manifest and return where it is."""
    CODECHECK.write_text(text(), encoding="utf-8", newline="\n")
    return CODECHECK


def text() -> str:
    """The manifest as it should be."""
    return _HEADER + yaml.safe_dump(manifest(), allow_unicode=True, sort_keys=False, width=120)


def manifest() -> dict:
    """The manifest as data.

    Raises
    ------
    LookupError
        When a notebook shows an output that nothing in the registry makes.
    """
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return {
        "version": "https://codecheck.org.uk/spec/config/1.0/",
        "paper": {
            "title": citation["title"],
            "authors": [{"name": author["name"]} for author in citation["authors"]],
        },
        "manifest": [_entry(*shown) for shown in shown_outputs()],
    }


def _entry(path: Path, about: dict) -> dict:
    id, found = about["id"], catalogue.all_outputs().get(about["id"])
    name = display_name(id) if about["number"] else "Extra figuur"
    records = {"records": f"data/synthetic/{found.records}.csv"} if found else {}
    return {
        "file": path.relative_to(ROOT).as_posix(),
        "comment": f"{name}. {found.title if found else about['title'].removeprefix('Extra figuur. ')}",
        "output": id,
        "made_by": [f"{made.__module__}.{made.__name__}" for made in _makers(id, found)],
        **records,
    }


def _makers(id: str, found: Output | None) -> list:
    """The function that computes an output and the one that draws it, as far as there are."""
    if id in _UNREGISTERED:
        return [_UNREGISTERED[id]]
    computing = [found.function] if found else []
    return [*computing, *([] if id.startswith("tabel") else [figures.find(id)])]
