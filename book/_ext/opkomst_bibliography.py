"""Citations and the list of literature in Dutch.

sphinxcontrib-bibtex writes "and", "et al." and "Master's thesis". Here are a
style for citations, ``(Hosper en Van Loenen, 2021)``, one for the list, authors
(year). *Title*. Where it appeared. Link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pybtex.plugin
import sphinxcontrib.bibtex.plugin
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style, pages
from pybtex.style.sorting import BaseSortingStyle as SortingStyle
from pybtex.style.template import field as entry_field
from pybtex.style.template import first_of, href, join, names, optional, optional_field, sentence, tag, words
from sphinx.application import Sphinx
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

#: The name of both styles in ``_config.yml``.
NAME = "opkomst"


def _brackets() -> BracketStyle:
    return BracketStyle(left="(", right=")", sep="; ")


def _person() -> PersonStyle:
    return PersonStyle(sep=", ", sep2=" en ", last_sep=" en ", other=" e.a.")


@dataclass
class DutchReferenceStyle(AuthorYearReferenceStyle):
    """Author and year in round brackets, with Dutch words between authors."""

    bracket_textual: BracketStyle = field(default_factory=_brackets)
    bracket_parenthetical: BracketStyle = field(default_factory=_brackets)
    person: PersonStyle = field(default_factory=_person)


class AlphabeticalSorting(SortingStyle):
    """By authors, then year; pybtex puts names of organisations, which have braces, last."""

    def sorting_key(self, entry: Any) -> tuple[str, str]:
        """Family names and initials in small letters without braces, and the year."""
        names = " ".join(str(person) for person in entry.persons["author"])
        return names.translate({ord(brace): None for brace in "{}"}).casefold(), entry.fields["year"]


class DutchStyle(Style):
    """One template for every kind of entry, and titles as they are written."""

    default_sorting_style = NAME
    default_name_style = "lastfirst"

    def get_entry(self, entry: Any):
        """Template of an entry of any type."""
        authors = names("author", sep=", ", sep2=" en ", last_sep=" en ")
        issue = first_of[
            optional[", ", entry_field("volume"), "(", entry_field("number"), ")"],
            optional[", ", entry_field("volume")],
            optional[", nr. ", entry_field("number")],
        ]
        where = first_of[
            optional[join[tag("em")[entry_field("journal")], issue, optional[", p. ", pages]]],
            optional[words["Masterproef,", entry_field("school")]],
            optional_field("publisher"),
            optional_field("institution"),
        ]
        link = optional[href[entry_field("url", raw=True), entry_field("url", raw=True)]]
        return toplevel[
            sentence(sep=" ")[authors, join["(", entry_field("year"), ")"]],
            sentence[tag("em")[entry_field("title")]]
            if "journal" not in entry.fields
            else sentence[entry_field("title")],
            optional[sentence[where]],
            link,
        ]

    get_article_template = get_entry
    get_book_template = get_entry
    get_mastersthesis_template = get_entry
    get_misc_template = get_entry
    get_techreport_template = get_entry


def leave_roles_out(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take away what docutils says of a list of works: one role is deprecated, and the other allows no links back."""
    context["body"] = re.sub(
        r'(?:(<div) role="list"(?= class="citation-list")|(<div class="citation" id="[^"]*") role="doc-biblioentry")',
        lambda match: match[1] or match[2],
        context.get("body", ""),
    )


def setup(app: Sphinx) -> dict[str, Any]:
    pybtex.plugin.register_plugin("pybtex.style.sorting", NAME, AlphabeticalSorting)
    app.connect("html-page-context", leave_roles_out)
    pybtex.plugin.register_plugin("pybtex.style.formatting", NAME, DutchStyle)
    sphinxcontrib.bibtex.plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", NAME, DutchReferenceStyle)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
