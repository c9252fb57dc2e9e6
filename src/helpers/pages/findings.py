"""Every contradiction as a page: where, what is printed, what it should be, the proof."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from helpers.checking.findings import GRADES, WEIGHTS, Finding, findings, grouped, place, sources
from helpers.checking.name_variants import name_variants
from helpers.checking.rules.judgement import Standing
from helpers.checking.rules.rounding import IN_DUTCH, Rounding
from helpers.checking.verify import verify
from helpers.data.records import Records
from helpers.pages.parts import contradictions
from helpers.pages.parts.contradictions import printed_html
from helpers.pages.parts.stored_outputs import address, link_html
from helpers.tables.disclosure import may_be_shown


def findings_html(*records: Records) -> str:
    """All findings, gravest first, and then the names that are written in two ways.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    found = findings(verify(*map(may_be_shown, records)))
    groups = [(weight, [finding for finding in found if finding.weight == weight]) for weight in WEIGHTS]
    return "".join(_weighed(weight, group) for weight, group in groups if group) + _name_variants()


def _weighed(weight: str, found: list[Finding]) -> str:
    groups = grouped(found)
    return f"<h3>{WEIGHTS[weight]} ({len(groups)})</h3>{''.join(map(_section, groups))}"


def _section(group: list[Finding]) -> str:
    """Findings of one row with the same outcome, under the anchor of the first."""
    finding, *others = group
    erratum = finding.erratum
    name = " · ".join(filter(None, [erratum.row, "" if others else erratum.column]))
    entries = [
        ("Gedrukt", printed_html((one.printed, one.erratum.column if others else "") for one in group)),
        ("Zou zijn" if finding.grade == "wrong" else "Volgens de andere cijfers", escape(_should_be(finding))),
        ("Bewijs", _each(sentence(one.judgement.proof) for one in group)),
        ("Wat is er aan de hand?", _each(one.erratum.explanation_nl for one in group)),
        ("Kleinste verklaring", escape(sentence(finding.nearest.text)) if finding.nearest else ""),
        ("Wat betekent dit?", _each(one.meaning_nl for one in group)),
        ("In dit boek", ", ".join(_links(group))),
    ]
    shown = "".join(f"<dt>{term}</dt><dd>{html}</dd>" for term, html in entries if html)
    return (
        f'<section class="opk-finding" id="{finding.anchor}"><h4>{escape(place(erratum.key))}: ‘{_name(name)}’</h4>'
        f"<p>{'; '.join(_standing(finding))}.</p><dl>{shown}</dl></section>"
    )


def _each(texts: Iterable[str]) -> str:
    return escape(" ".join(dict.fromkeys(texts)))


def _links(group: list[Finding]) -> Iterable[str]:
    """The tables and figures that the findings are about, or are proven with."""
    ids = dict.fromkeys(id for finding in group for id in [finding.erratum.id, *sources(finding.erratum)])
    for id in ids:
        if address(id):
            yield link_html(id)


def _should_be(finding: Finding) -> str:
    return "geen getal" if finding.should_be == "/" else finding.should_be


def _standing(finding: Finding) -> Iterable[str]:
    yield f"<strong>{GRADES[finding.grade]}</strong>"
    if finding.judgement.standing is Standing.ONLY_UNDER:
        # Down and up are the same as floor or ceiling, and say more.
        ways = [IN_DUTCH[r] for r in finding.judgement.roundings if r not in (Rounding.FLOOR, Rounding.CEILING)]
        yield f"kan alleen als er {' of '.join(ways)} is, anders dan bij de andere cijfers"


def sentence(text: str) -> str:
    """A proof as a sentence."""
    return f"{text[0].upper()}{text[1:]}."


def _name_variants() -> str:
    """The names that tables write differently."""
    rows = "".join(
        f'<tr><th scope="row">{_name(found.name)}</th><td class="opk-text">{_tables(found.tables)}</td>'
        f'<td class="opk-text">{_name(found.other)}</td><td class="opk-text">{_tables(found.other_tables)}</td></tr>'
        for found in name_variants()
    )
    header = "".join(f'<th scope="col" class="opk-text">{label}</th>' for label in ("Staat in", "En ook", "Staat in"))
    return (
        '<h3>Eén ding, twee namen</h3><div class="opk-scroll" tabindex="0" role="region" aria-label="Eén ding, twee namen">'
        '<table class="opk-table" id="namen"><caption>Namen die de tabellen anders schrijven voor wat hetzelfde is of lijkt'
        f"</caption><thead><tr><td></td>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _name(label: str) -> str:
    return escape(contradictions.label(label))


def _tables(ids: tuple[str, ...]) -> str:
    return ", ".join(id.replace("-", " ").capitalize() for id in ids) or "geen tabel: de gewone schrijfwijze"
