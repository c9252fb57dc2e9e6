"""What people say in the report, as pieces for the book: tables, and stories to open.

What a notebook cell of chapter 4.3 calls about what people say in the report."""

from __future__ import annotations

from html import escape
from itertools import groupby

from helpers.data import quotations
from helpers.data.quotations import Quotation, Theme
from helpers.pages.parts import display
from helpers.pages.parts.table_html import grid_html
from helpers.tables import voices
from helpers.tables.table import Table
from helpers.tables.voices import Agreement, Compared

#: A sign for each conclusion, so that a reader need not compare the words.
_SIGNS = {Agreement.BOTH: "✔", Agreement.NUMBER_ONLY: "△", Agreement.STORY_ONLY: "◇", Agreement.NEITHER: "–"}


_LEVELS = " · "


def stories_html() -> str:
    """Every theme to open, with what is said about it in our own words."""
    return '<div class="opk-stories">' + "".join(map(_theme, quotations.main_themes())) + "</div>"


def _theme(theme: Theme) -> str:
    said = [quotation for quotation in quotations.quotations() if quotation.theme == theme.theme]
    kind = quotations.labels("kind")[theme.kind]
    parts = "".join(_sub_theme(sub, said) for sub in quotations.themes().values() if _is_part(sub, theme))
    return (
        f'<details id="verhalen-{theme.theme.replace("_", "-")}">'
        f"<summary>{kind}: <strong>{escape(theme.label_nl)}</strong> ({_quotations(len(said))})</summary>"
        f"<p>{escape(theme.description_nl)}</p><dl>{parts}</dl></details>"
    )


def _is_part(sub: Theme, theme: Theme) -> bool:
    return bool(sub.sub_theme) and sub.theme == theme.theme


def _sub_theme(sub: Theme, said: list[Quotation]) -> str:
    items = "".join(_story(quotation) for quotation in said if quotation.sub_theme == sub.sub_theme)
    return f"<dt>{escape(sub.label_nl)}</dt><dd><ul>{items}</ul></dd>"


def _story(quotation: Quotation) -> str:
    role = quotations.labels("role")[quotation.role]
    programme = quotations.labels("programme")[quotation.programme]
    who = f"{role} ({programme})" if quotation.programme in ("opkomst", "opkomst_plus") else role
    direction = quotations.labels("direction")[quotation.direction]
    source = f"{who}, {direction}. Rapport {_place(quotation)}."
    return f'<li>{escape(quotation.paraphrase_nl)} <span class="opk-source">{escape(source)}</span></li>'


def _place(quotation: Quotation) -> str:
    section = quotations.sections()[quotation.section]
    number = quotation.section.partition(" ")[0]
    return f"{number}, {section.title_nl.lower()}" if number == "4.3" else number


def _quotations(count: int) -> str:
    return f"{count} citaat" if count == 1 else f"{count} citaten"


def themes_html() -> str:
    """Per theme, who is quoted how often and by how many people."""
    groups = "".join(
        _group(kind, list(themes)) for kind, themes in groupby(voices.by_theme().items(), lambda item: item[0].kind)
    )
    total = "".join(f"<td>{heard.text}</td>" for heard in voices.in_all().values())
    return (
        _scroll(
            "Citaten per thema",
            '<table class="opk-table" id="citaten-per-thema">'
            "<caption>Citaten per thema, en tussen haakjes van hoeveel verschillende mensen</caption>"
            f"<thead>{_two_levels(list(voices.VOICES))}</thead>{groups}"
            f'<tbody><tr><th scope="row">Alle thema\'s samen</th>{total}</tr></tbody></table>',
        )
        + _documents()
    )


def _documents() -> str:
    count = quotations.count(lambda quotation: quotation.voice == "document")
    text = f"Niet in deze tabel: {_quotations(count)} uit een beleidstekst, waarin niemand spreekt."
    return f'<div class="opk-notes"><p>{text}</p></div>'


def _group(kind: str, themes: list) -> str:
    span = len(voices.VOICES) + 1
    head = f'<tr><th scope="rowgroup" colspan="{span}">{quotations.labels("kind")[kind]}</th></tr>'
    rows = "".join(
        f'<tr><th scope="row">{escape(theme.label_nl)}</th>'
        + "".join(f"<td>{one.text}</td>" for one in heard.values())
        + "</tr>"
        for theme, heard in themes
    )
    return f"<tbody>{head}{rows}</tbody>"


def _two_levels(labels: list[str]) -> str:
    groups = [(label, len(list(same))) for label, same in groupby(label.partition(_LEVELS)[0] for label in labels)]
    upper = "".join(f'<th scope="colgroup" colspan="{size}">{escape(label)}</th>' for label, size in groups)
    lower = "".join(f'<th scope="col">{escape(label.partition(_LEVELS)[2])}</th>' for label in labels)
    return f'<tr><td rowspan="2"></td>{upper}</tr><tr>{lower}</tr>'


def voices_html() -> str:
    """Per role, how often it is quoted, where, and by how many people; also who is not heard."""
    columns = ["Hoofdstuk 2", "Deel 4.3", "Samen", "Verschillende mensen"]
    rows = {
        label: [chapter_2, section_43, heard.quotations, heard.speakers.text if heard.speakers.most else "/"]
        for label, (chapter_2, section_43, heard) in voices.by_role().items()
    }
    return grid_html("stemmen", "Wie in het rapport aan het woord komt, in aantal citaten", columns, rows.items())


def sections_html() -> str:
    """Per section of the report, how many quotations stand in it."""
    rows = {f"{_number(one.section)} {one.title_nl}": [one.quotations] for one in quotations.sections().values()}
    rows["Alle delen samen"] = [len(quotations.quotations())]
    return grid_html("citaten-per-deel", "Citaten per deel van het rapport", ["Citaten"], rows.items())


def _number(section: str) -> str:
    return section.partition(" ")[0]


def numbers_and_stories_html(table: Table) -> str:
    """Beside every indicator of Tabel 26, what mothers tell about it.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    header = '<th scope="col" class="opk-text">Samen gelezen</th>' + "".join(
        f'<th scope="col">{label}</th>' for label in ("Score vooruit", "Citaten van mama's", "Daarvan alleen wat hielp")
    )
    rows = "".join(map(_compared, voices.numbers_and_stories(table)))
    return _scroll(
        "Cijfers en verhalen",
        '<table class="opk-table" id="cijfers-en-verhalen">'
        f"<caption>De scores van {table.number} naast wat mama's vertellen</caption>"
        f"<thead><tr><td></td>{header}</tr></thead><tbody>{rows}</tbody></table>",
    )


def _compared(one: Compared) -> str:
    values = [f"{one.better} van {one.rated}", one.heard.text, one.helped if one.heard.quotations else "/"]
    cells = "".join(f"<td>{value}</td>" for value in values)
    verdict = f'<td class="opk-text"><span aria-hidden="true">{_SIGNS[one.agreement]}</span> {one.agreement}</td>'
    return f'<tr><th scope="row">{escape(one.label_nl)}</th>{verdict}{cells}</tr>'


def _scroll(label: str, html: str) -> str:
    return f'<div class="opk-scroll" tabindex="0" role="region" aria-label="{escape(label)}">{html}</div>'


def show_stories() -> None:
    """Show what people say in the report, theme by theme, to open."""
    display.html(stories_html())


def show_story_themes() -> None:
    """Show per theme who is quoted, and by how many people."""
    display.html(themes_html())


def show_voices() -> None:
    """Show who is quoted in the report, and who is not."""
    display.html(voices_html())


def show_quotation_counts() -> None:
    """Show how many quotations stand in each section."""
    display.html(sections_html())


def show_numbers_and_stories(table: Table) -> None:
    """Show the scores of Tabel 26 beside what mothers tell.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    display.html(numbers_and_stories_html(table))
