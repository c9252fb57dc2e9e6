"""Chapter 4.3: the interviews with mothers, what their scores say, and what people tell in the report."""

from __future__ import annotations

from html import escape
from itertools import groupby

from helpers.data import quotations
from helpers.data.quotations import Quotation, Theme
from helpers.data.records import Records, load_all
from helpers.dutch.lists import listing
from helpers.inference import interviews
from helpers.inference.interviews import MOVES, SCORES, by_programme
from helpers.pages import instruments
from helpers.pages.instruments import show_interview_form, show_interview_guide
from helpers.pages.parts import display, score_conclusions, score_tests
from helpers.pages.parts.explorer import explore
from helpers.pages.parts.show import show, show_synthetic_notice
from helpers.pages.parts.table_html import folded_html, grid_html, header_html, scroll_html
from helpers.prose import Numbers, names
from helpers.tables import voices
from helpers.tables.voices import Compared

__all__ = ["MOVES", "SCORES"]
__all__ += ["explore", "load_all", "names", "show", "show_synthetic_notice"]
__all__ += [
    "show_interview_scale",
    "show_interview_form",
    "show_interview_guide",
    "show_interview_progress",
    "show_interview_cautions",
]
__all__ += ["show_progress_conclusion", "show_progress_tests"]
__all__ += ["show_story_themes", "show_voices", "show_numbers_and_stories", "show_stories", "show_quotation_counts"]

#: A sign for what the scores and the stories say, so that a reader need not compare the words.
_ROSE, _HELPED, _NEITHER = "△", "◇", "–"


def show_interview_scale() -> None:
    """Show Figuur 12: one indicator of the interviews with its four levels."""
    caption = "Voorbeeld van een schaal met vier punten: kwaliteitsvol wonen"
    instruments.show_scale("interview", "housing", "figuur-12", caption)


def show_interview_progress(records: Records, id: str) -> None:
    """Show Tabel 26 as a picture: `MOVES` or `SCORES`."""
    score_tests.show_progress_figure(*interviews.drawn(records, id), "Ze toont de cijfers van Tabel 26.")


def show_progress_conclusion(records: Records) -> None:
    """Show in a few sentences what the tests of progress say, and what they could not say."""
    display.html(score_conclusions.conclusions_html(interviews.tested(records)))


def show_progress_tests(records: Records) -> None:
    """Show the sign tests of every indicator, and how much they could have found."""
    display.html(score_tests.progress_tests_html(interviews.tested(records)))


def show_interview_cautions(mothers: Records, families: Records) -> None:
    """Show why the scores that mothers gave themselves measure no effect: who took part, when, on which scale."""
    selected, interviewed = by_programme(families), by_programme(mothers)
    who = listing([f"{n} van de {selected[label]} bij {escape(label)}" for label, n in interviewed.items()])
    cautions = [
        f"<strong>Wie wilde praten.</strong> Van de {sum(selected.values())} gevraagde mama's deden er "
        f"{sum(interviewed.values())} mee: {who}. Wie meedeed, kan een betere band hebben met de begeleiding dan wie "
        "niet meedeed.",
        "<strong>Achteraf beoordeeld.</strong> De mama's gaven beide scores op hetzelfde moment. Hoe het vroeger was, "
        "kleurt mee met hoe het nu gaat, zeker als de start lang geleden is.",
        f"<strong>Een schaal met {interviews.levels()} treden.</strong> Wie op de hoogste trede begint, kan niet meer "
        "vooruit, en een trede kan voor elke mama iets anders betekenen. Een gemiddelde doet alsof alle treden even "
        "hoog zijn.",
    ]
    display.html(score_conclusions.list_html(cautions))


def show_stories() -> None:
    """Show every theme to open, with what is said about it in our own words."""
    display.html(f'<div class="opk-stories">{"".join(map(_theme, quotations.main_themes()))}</div>')


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


def show_story_themes() -> None:
    """Show per theme who is quoted how often, and how many people that are."""
    groups = "".join(
        _group(kind, list(themes)) for kind, themes in groupby(voices.by_theme().items(), lambda item: item[0].kind)
    )
    total = "".join(f"<td>{heard.text}</td>" for heard in voices.in_all().values())
    table = scroll_html(
        "Citaten per thema",
        '<table class="opk-table" id="citaten-per-thema">'
        "<caption>Citaten per thema, en tussen haakjes van hoeveel verschillende mensen</caption>"
        f"<thead>{header_html(list(voices.VOICES))}</thead>{groups}"
        f'<tbody><tr><th scope="row">Alle thema\'s samen</th>{total}</tr></tbody></table>',
    )
    documents = _quotations(quotations.count(lambda quotation: quotation.voice == "document"))
    left_out = f"Niet in deze tabel: {documents} uit een beleidstekst, waarin niemand spreekt."
    folded = folded_html("de tabel: citaten per thema", table)
    display.html(f'{folded}<div class="opk-notes"><p>{left_out}</p></div>')


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


def show_voices() -> None:
    """Show per role how often it is quoted, where, and by how many people; also who is not heard."""
    columns = ["Hoofdstuk 2", "Deel 4.3", "Samen", "Verschillende mensen"]
    rows = {
        label: [chapter_2, section_43, heard.quotations, heard.speakers.text if heard.speakers.most else "/"]
        for label, (chapter_2, section_43, heard) in voices.by_role().items()
    }
    caption = "Wie in het rapport aan het woord komt, in aantal citaten"
    display.html(grid_html("stemmen", caption, columns, rows.items()))


def show_quotation_counts() -> None:
    """Show how many quotations stand in each section of the report."""
    rows = {f"{_number(one.section)} {one.title_nl}": [one.quotations] for one in quotations.sections().values()}
    rows["Alle delen samen"] = [len(quotations.quotations())]
    display.html(grid_html("citaten-per-deel", "Citaten per deel van het rapport", ["Citaten"], rows.items()))


def _number(section: str) -> str:
    return section.partition(" ")[0]


def show_numbers_and_stories(numbers: Numbers) -> None:
    """Show beside every indicator of Tabel 26 what mothers tell about it."""
    table = numbers.table
    caption = f"De scores van {table.number} naast wat mama's vertellen"
    columns = ["Samen gelezen", "Score vooruit", "Citaten van mama's"]
    rows = ((one.label_nl, _compared(one)) for one in voices.numbers_and_stories(table))
    display.html(grid_html("cijfers-en-verhalen", caption, columns, rows, (0,), region="Cijfers en verhalen"))


def _compared(one: Compared) -> list:
    sign = _ROSE * one.rose + _HELPED * bool(one.helped) or _NEITHER
    scores = "de meeste scores vooruit" if one.rose else "hoogstens de helft van de scores vooruit"
    told = f"{_quotations(one.helped) if one.helped else 'geen citaat'} over wat hielp of beter werd"
    verdict = f'<span aria-hidden="true">{sign}</span> {scores}, {told}'
    return [verdict, f"{one.better} van {one.rated}", one.heard.text]
