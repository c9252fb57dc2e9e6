"""Counts of quotations and of speakers in the prose.

``tell_stories(mamas="quotations role=mother")`` makes the count available to
the page's Markdown as ``{glue:text}`mamas```.
"""

from __future__ import annotations

from myst_nb import glue

from helpers import instrument, qualitative
from helpers.qualitative import Quotation


class StoryFactError(ValueError):
    """A count was asked for in a way that cannot be read."""


def tell_stories(**facts: str) -> None:
    """Make counts available to the Markdown of a page.

    Parameters
    ----------
    **facts
        By name, what is counted and of what:

        - ``quotations role=mother theme=trust``: quotations that have all of
          these. ``section=4.3`` means every part of it.
        - ``speakers theme=trust voice=mother programme=opkomst``: different
          people, such as ``3`` or ``2–5``. One of theme, role, indicator or
          none, with a voice and maybe a programme.
        - ``fewest programme=opkomst``, ``most programme=opkomst``: quotations
          of the mother who is quoted least, or most.

    Raises
    ------
    StoryFactError
        When a count cannot be read, or names a code that is not there.
    """
    for name, text in facts.items():
        glue(name, write(text), display=False)


def write(text: str) -> str:
    """One count, as it stands in the prose; see `tell_stories`."""
    what, *conditions = text.split()
    having = dict(condition.partition("=")[::2] for condition in conditions)
    known = _codes()
    for name, value in having.items():
        if value not in known.get(name, ()):
            raise StoryFactError(f"{text!r}: no {name} {value!r}; there is {[*known.get(name, known)]}")
    if what == "quotations":
        return str(qualitative.count(lambda quotation: _has(quotation, having)))
    if what == "speakers" and "voice" in having:
        return _speakers(text, having)
    if what in ("fewest", "most") and having.keys() == {"programme"}:
        return str(qualitative.mother_range()[having["programme"]][what == "most"])
    raise StoryFactError(f"cannot read {text!r}")


def _codes() -> dict[str, set[str]]:
    sections = set(qualitative.sections())
    whole = {section[0] for section in sections} | {section.partition(" ")[0] for section in sections}
    return {
        **{name: set(qualitative.labels(name)) for name in ("role", "programme", "direction")},
        "voice": {"mother", "professional", "document"},
        "theme": {theme for theme, _ in qualitative.themes()},
        "sub_theme": {sub for _, sub in qualitative.themes()},
        "indicator": set(instrument.indicators("interview")),
        "section": sections | whole,
    }


def _has(quotation: Quotation, having: dict[str, str]) -> bool:
    return all(_matches(quotation, name, value) for name, value in having.items())


def _matches(quotation: Quotation, name: str, value: str) -> bool:
    if name == "indicator":
        return value in quotation.indicators
    if name == "section":
        return quotation.section.startswith(value)
    return getattr(quotation, name) == value


def _speakers(text: str, having: dict[str, str]) -> str:
    by = [name for name in having if name not in ("voice", "programme")] or ["all"]
    if len(by) > 1 or by[0] not in ("all", "theme", "role", "indicator"):
        raise StoryFactError(f"{text!r}: people were counted by theme, by role or by indicator, not by more")
    people = qualitative.speakers(by[0], having.get(by[0], "all"), having["voice"], having.get("programme", ""))
    return people.text
