"""What the columns and answers of a registration of one's own mean, from the file that `helpers.own.publish` wrote."""

from __future__ import annotations

from html import escape

from helpers.dutch.lists import listing
from helpers.pages.own import read
from helpers.pages.parts import display
from helpers.pages.parts.codebook_entry import KINDS, entry_html, list_html

__all__ = ["read", "show_questions", "show_settings"]

#: Each kind of records, as a reader calls it, and what one row of it is.
_RECORDS = {
    "registration": ("De registratie", "Eén rij per traject, één kolom per vraag."),
    "case_study": ("De casestudie", "Eén rij per gezin en moment, één kolom per indicator."),
    "interviews": ("De interviews", "Eén rij per mama en moment, één kolom per indicator."),
}

#: The form writes months another way than our files.
_KINDS = KINDS | {"month": "maand"}


def show_settings(book: dict) -> None:
    """What the city or service filled in about itself: its programmes, the period, its partner organisations."""
    known = book["codebook"]
    programmes = [escape(one["name"]) for one in known["programmes"]]
    what = "één programma" if len(programmes) == 1 else f"{len(programmes)} programma's"
    said = [f"De registratie van {escape(book['place'])} heeft {what}: {listing(programmes)}."]
    if long := [escape(one["name"]) for one in known["programmes"] if one["is_long"]]:
        what = "Dit programma is" if len(long) == 1 else "Deze programma's zijn"
        said.append(f"{what} lang, zodat er ook gemeten wordt terwijl de begeleiding nog loopt: {listing(long)}.")
    first, last = (f"{month[5:]}/{month[:4]}" for month in known["period"])
    said.append(f"De registratie loopt van {first} tot en met {last}.")
    said.append(f"Een aantal onder {book['threshold']} gezinnen staat niet in dit boek, behalve nul.")
    if internal := [escape(name) for name in known["internal_referrers"]]:
        said.append(f"Deze doorverwijzers horen bij de stad of dienst zelf: {listing(internal)}.")
    display.html(f"<p>{' '.join(said)}</p>{_partners(known['partners'])}{_missing(known['missing'])}")


def _partners(names: list[str]) -> str:
    if not names:
        return "<p>Er zijn geen partnerorganisaties opgegeven.</p>"
    asked = (
        "Van deze partnerorganisaties is genoteerd of ze bij het gezin betrokken waren, bij de start en bij het einde:"
    )
    return f"<p>{asked}</p>{list_html(names)}"


def _missing(known: dict[str, str]) -> str:
    items = "".join(f"<dt>{escape(label)}</dt><dd>{escape(note)}</dd>" for label, note in known.items())
    return f"<p>Een vraag kan ook zonder antwoord blijven. Dat staat zo in de registratie:</p><dl>{items}</dl>"


def show_questions(book: dict) -> None:
    """Every question that was filled in, with its answers and the table that it has, if any."""
    questions = book["codebook"]["questions"]
    tables = {table["id"] for table in book["tables"]}
    display.html(
        "".join(_file(kind, asked, tables if kind == "registration" else set()) for kind, asked in questions.items())
    )
    if absent := [name.lower() for kind, (name, _) in _RECORDS.items() if kind not in questions]:
        display.html(f"<p>Niet ingevuld, en dus ook niet in dit boek: {listing(absent)}.</p>")


def _file(kind: str, asked: list[dict], tables: set[str]) -> str:
    title, row = _RECORDS[kind]
    entries = "".join(_question(kind, one, tables) for one in asked)
    return f'<h2 id="codeboek-{kind}">{title}</h2><p>{row}</p><div class="opk-codebook">{entries}</div>'


def _question(kind: str, asked: dict, tables: set[str]) -> str:
    rows = {
        "Soort": _KINDS[asked["type"]],
        "Antwoorden": list_html(asked["answers"]),
        "Telt als ‘ja’, of als goede score": escape("; ".join(asked["counted"])),
        "Geen antwoord": escape("; ".join(asked["missing"])),
        "Goed om te weten": escape(asked["note"]),
        "In dit boek": f'<a href="gezinnen.html#eigen-{asked["id"]}">een tabel</a>' if asked["id"] in tables else "",
    }
    return entry_html(kind, asked["id"], asked["label"], rows)
