"""English words in what surrounds the text of a page."""

import re

from bs4 import BeautifulSoup

#: Words that Dutch does not have, or has for nothing that an interface says.
ENGLISH = set(
    """
    all and any are at back breadcrumb breadcrumbs by can cannot click close collapse color colour contents copied
    copy couldn't created dark depending did documents does edit enter error expand failed figure file find found from
    fullscreen heading here hide home how image index jump keyboard last launch left light list load loading
    main make match matches matching mode more navigation new next no not note on or page pages permalink please
    powered preparing press prev previous print query results right search searching section see select settings show
    sidebar site size skip sorry source submit successful successfully switch system table text that the theme these
    this to toggle top up updated using version view warning widget with without words you your
    """.split()
)

#: What is read out, or shown on hovering.
SPOKEN = ("title", "aria-label", "aria-description", "placeholder", "alt", "data-bs-title", "data-tooltip", "value")

INTERFACE = (
    "nav, header, footer, button, label, legend, summary, select, dialog, form, aside, noscript, title, "
    ".admonition-title, .prev-next-area, .headerlink, [role=button], [role=status], [role=search]"
)

#: What a citation says on hovering is the title of a work, in its own language.
WORKS = ".bibtex-citation a"

#: Not for people, or in English because that is what it quotes.
NOT_PROSE = "script, style, template, pre, code, svg, [lang=en]"


def interface_texts(page):
    """Every text of the interface, and every text that is read out."""
    page = BeautifulSoup(str(page), "html.parser")
    for element in page.select(NOT_PROSE):
        element.decompose()
    works = page.select(WORKS)
    for element in page.find_all(lambda tag: not any(tag is work for work in works)):
        yield from (element[name] for name in SPOKEN if isinstance(element.get(name), str))
    for element in page.select(INTERFACE):
        yield element.get_text(" ", strip=True)


def english(text):
    """The English words of a text."""
    return sorted(ENGLISH.intersection(re.findall(r"[a-z']+", text.lower())))


def found_in(page):
    return {text[:80]: english(text) for text in interface_texts(page) if english(text)}
