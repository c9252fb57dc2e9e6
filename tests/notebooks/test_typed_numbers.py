"""No number, and no comparison of numbers, is typed in the text of a page.

The helpers compute them (`helpers.prose`). What may be typed: where
something stands in the report, a comparison in a sentence that names the
report or the brochure (its numbers are told by their key, and no number of the
records stands beside them), and the extreme that a computed value is. Every
other exception is in `ALLOWED`, with its reason.
"""

import json
import re

import pytest

from helpers.data.files import CHAPTERS

PAGES = sorted([*CHAPTERS.glob("*.ipynb"), *CHAPTERS.glob("*.md")])

#: Typed all the same: a part of the sentence, and why that is right.
ALLOWED = (
    {
        "Twee soorten gegevens blijven": "counts what the sentence itself names",
        "er twee bronnen bij": "counts what the sentence itself names",
        "De laatste twee groepen": "counts what the sentence before it names",
        "Drie soorten 'geen antwoord'": "counts what the list below it names",
        "één kind en in": "names an answer, beside the computed share",
        "heeft er drie of meer": "names an answer, beside the computed share",
        "op twee of drie mensen": "names an answer, beside the computed share",
        "drie maanden na de start": "design of the study: when the measurement takes place",
        "een hoger inkomen komt er zelden": "why other indicators were needed: no number of the records",
        "netwerk groter maken": "an aim of OPkomst",
        "Het echte aandeel kan dus hoger liggen": "holds whatever the numbers: unknown counts as no",
        "telt op tot honderd procent": "holds whatever the numbers: a share of each row",
        "Meer hulp is niet altijd beter": "how to read the table, not what it says",
        "de kleinste en de grootste p-waarde": "the method",
        "tussen de jongste en de oudste mama": "says what is made up, without a number",
        "het kleinste aantal afwijkingen": "the method",
        "hoogstens vijf procent, dan heet": "the method",
        "op twee momenten hoort de exacte toets": "the method",
        "tussen de twee momenten wordt er vaak": "counts what the sentence before it names",
        "van de kleinste tot de grootste p-waarde": "the method",
        "voor ze niet meer significant is": "the method",
        "van de laagste tot de hoogste grens van alle intervallen": "the method",
        "Een aandeel van weinig gezinnen is minder zeker": "holds whatever the numbers: what an interval is",
        "van honderd zulke intervallen": "holds whatever the numbers: what an interval is",
        "Overlappen de twee intervallen van een rij": "how to read the table, not what it says",
        "dan je van toeval verwacht": "what a test says, not what came of it",
        "(M1 en M2 in het rapport)": "names of columns",
        "liefst door twee mensen": "advice for another study",
        "‘Eén op de vijf’ vergelijken we": "the method",
        "twee plaatsen kunnen niet allebei juist zijn": "how to read the list, not what it says",
        "de kleinste verandering waarmee alles": "the method",
        "rekent met drie bestanden": "counts what the sentence itself names",
        "D/2024/0797/001": "the number of a publication",
        "H. Delanghe, L. Van Thielen en B. Storms (2024)": "when a publication appeared",
        "In 2024 verscheen een evaluatie": "when a publication appeared",
        "November 2026, eerste ": "when the book changed",
        "uit de jaren vijftig": "when a publication appeared",
        "een code van twaalf tekens": "how a code looks",
        "CC BY 4.0": "the version of a licence",
    }
    | dict.fromkeys(
        [
            "iemand minder goed functioneert",
            "De kans is groter na een breuk",
            "loopt het meeste risico",
            "blijft er minder over voor plannen",
            "houdt er minder schade aan over",
            "Krijgen ze meer te dragen",
            "heeft minder ruimte in het hoofd voor een kind",
            "een dubbele opdracht",
            "meer zelfvertrouwen en werken aan",
            "het meest open voor hulp",
            "kost de samenleving later ook minder",
            "werken, bereiken meer",
            "om het groter te maken",
            "de kans op psychische problemen later groter",
            "meer effect dan hulp die",
            "hulp dan het meest verschil maakt",
        ],
        "what the literature says, without a number",
    )
    | dict.fromkeys(
        [
            "minder papierwerk voor begeleiders",
            "een bepaalde groep meer nodig was",
            "raakt meer domeinen van het leven",
            "meer houvast en minder stress",
            "al langer gezinnen snel en zonder drempels",
            "een veilige thuis, minder stress",
            "heeft ze meer plaats in haar hoofd",
            "meer dan ja zeggen hoeft een moeder niet",
            "voor de meest geïsoleerde moeders",
            "en duurt alles langer",
            "een kwetsbaarheid die je niet ziet, veel minder",
            "voelen ze zich meer betrokken",
        ],
        "how OPkomst works according to who works there, without a number",
    )
)

#: Where something stands, and when: no numbers of the records.
_PLACES = re.compile(
    r"""
    \b(?:hoofdstuk(?:ken)?|de(?:e)?l(?:en)?|bijlagen?|voetnoot|voetnoten|tabel(?:len)?|figu(?:ur|ren)|paragraaf|bladzijde|p\.)
        \s\d[\d.]*(?:(?:,|\sen|\stot(?:\sen\smet)?)\s\d[\d.]*)*
    | \((?:rapport,\s)?\d(?:\.\d)*\)
    | ^\#+\s(?:bijlage\s)?\d[\d.]*
    | \bmeer\s(?:daar)?over\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)

_COUNTS = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen"
_SHARES = "helft kwart kwarten derde derden vijfde vijfden dubbel dubbele verdubbelt verdubbelde"
_MORE = "meer minder meest meeste minst minste hoger lager groter kleiner langer korter vaker zeldzamer"
_CHANGE = "stijgt stijgen steeg stegen daalt dalen daalde daalden toeneemt toenam afneemt afnam verbetert verslechtert"

#: What a computed value can be the extreme of, as in "de langste duurde {eval}".
_EXTREMES = "hoogste laagste grootste kleinste langste kortste oudste jongste"

#: How the key of a value ends that is the highest or the lowest of its kind.
_ENDS = "max|maximum|min|minimum"


def _typed_words(*words: str) -> re.Pattern[str]:
    whole = "|".join(" ".join(words).split())
    return re.compile(rf"\d|\b(?:{whole})\b|(?:{'|'.join(_TENS.split())})", re.IGNORECASE)


_TYPED = _typed_words(_COUNTS, _SHARES, _MORE, _CHANGE, _EXTREMES)

#: What a sentence about the report may not type either.
_NUMBER = _typed_words(_COUNTS, _SHARES)
_NAMES_REPORT = re.compile(r"\b(?:rapport|brochure)\b", re.IGNORECASE)


def texts(path):
    """The Markdown of a page, a cell each."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return [text]
    return ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown"]


def sentences(text):
    """Sentences and headings, with § where a role computes or refers."""
    # Directives and their options.
    text = re.sub(r"^(?:```|:::|:[\w-]+:).*$", "", text, flags=re.MULTILINE)
    text = re.sub(rf"\{{eval\}}`[^`]*\b(?:{_ENDS})\"\]`", "§§", text)
    text = re.sub(r"\{[\w:-]+\}`[^`]*`", "§", text)
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|\*\*", "", text)
    lines = (re.sub(r"^(?:[-*]|\d+\.) ", "", line) for line in text.splitlines())
    return [part for line in lines for part in re.split(r"(?<=[a-z)§+”’'\"*][.!?]) (?=[^a-z])", line) if part.strip()]


def typed(sentence):
    """The typed number or comparison of a sentence about the records, or None."""
    left = _PLACES.sub("", sentence)
    if "§§" in sentence:
        left = re.sub(rf"\b(?:{'|'.join(_EXTREMES.split())})\b", "", left)
    found = (_NUMBER if _NAMES_REPORT.search(sentence) else _TYPED).search(left)
    return found and found[0]


#: A number of the records, and one of print; how sure a number is, is neither.
_COMPUTED = re.compile(r"\{eval\}`(?!rapport)[^`]*(?:tabel|figuur)_\d+\[[^`]*\](?!\.strength)[^`]*`")
_PRINT = re.compile(r"\{eval\}`rapport\[|\brapport\b|\bbrochure\b", re.IGNORECASE)


def mixed(text):
    """The sentences that tell a number of the records and name the report or the brochure, or tell its number too."""
    for line in text.splitlines():
        # The role after a full stop begins a sentence as a capital does.
        for sentence in re.split(r"(?<=[.!?])\)? (?=[A-Z‘{(])", line):
            without_strength = re.sub(r"\{eval\}`[^`]*\.strength`", "", sentence)
            if _COMPUTED.search(without_strength) and _PRINT.search(without_strength):
                yield sentence


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_sentence_speaks_of_the_report_or_of_the_families(path):
    found = [sentence for text in texts(path) for sentence in mixed(text)]
    assert not found, "tell what the report prints by its key, in a sentence of its own:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('Volgens het rapport zijn het er {eval}`tabel_2["a", "b"]`.', 1),
        ('De brochure zegt {eval}`rapport["b"]`, wij {eval}`1 - tabel_2["a", "b"].percent`.', 1),
        ('Het zijn er {eval}`tabel_2["a", "b"]`. Het rapport drukt {eval}`rapport["tabel-2", "a", "b"]` af.', 0),
        ('Het rapport drukt {eval}`rapport["tabel-2", "a", "b"]` af. ({eval}`tabel_2["a", "b"].strength`)', 0),
    ],
)
def test_a_sentence_about_both_is_found(text, number):
    assert len(list(mixed(text))) == number


def is_allowed(sentence):
    return any(part in sentence for part in ALLOWED)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_number_is_typed(path):
    found = [
        f"{typed(sentence)!r} in: {sentence}"
        for text in texts(path)
        for sentence in sentences(text)
        if typed(sentence) and not is_allowed(sentence)
    ]
    assert not found, "write it as an {eval} expression, or say that the report says so:\n" + "\n".join(found)


def test_every_exception_is_needed():
    excused = [sentence for path in PAGES for text in texts(path) for sentence in sentences(text) if typed(sentence)]
    assert [part for part in ALLOWED if not any(part in sentence for sentence in excused)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Van de mama's heeft 42% geen inkomen.",
        "Zo'n 30 gezinnen.",
        "Bijna de helft werkt.",
        "Meer mama's werken ({eval}`a`).",
        "Het aantal daalt.",
        "Dat zijn er eenendertig.",
        "De meeste gezinnen wonen goed.",
        "Het hoogste aandeel zit bij OPkomst+.",
        "Het rapport telt er twaalf.",
        "Volgens de brochure is dat de helft.",
        "In 2023 waren het er {eval}`a`.",
        'De hoogste score is die van ({eval}`tabel_21["savings", "opkomst.start"]`).',
    ],
)
def test_a_typed_number_is_found(sentence):
    assert [typed(part) for part in sentences(sentence)] != [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Van de mama's heeft {eval}`a` geen inkomen ({eval}`tabel_3`, deel 3.6).",
        "## 3.6 Leefomstandigheden",
        "Volgens het rapport daalt het aantal licht.",
        'Tussen {eval}`rapport["tekst-3.3-a"]` en {eval}`rapport["tekst-3.3-b"]` startten {eval}`n` begeleidingen.',
        'De langste duurde {eval}`tabel_3["finished", "opkomst.max"]` maanden.',
        "Volgens het rapport ging het vaker goed.",
        "Zie hoofdstuk 4.2 en 4.3, of Tabel 20 tot 25.",
    ],
)
def test_what_may_be_typed_passes(sentence):
    assert [typed(part) for part in sentences(sentence)] == [None]
