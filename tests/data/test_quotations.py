"""The coded quotations: complete, in our own words, and nobody's portrait."""

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import read_quotations
from bs4 import BeautifulSoup
from test_no_source_text import SEEDS, words

from helpers import prose
from helpers.data import instrument, quotations, records
from helpers.data.files import QUALITATIVE
from helpers.pages import stories
from helpers.tables import catalogue, voices
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.table import Table, cell
from helpers.tables.voices import Agreement

#: Consecutive words that a paraphrase may not share with the report.
RUN_LENGTH = 5

#: What would let an acquaintance recognise somebody.
TELLTALE = re.compile(
    r"\b(zoon\w*|dochter\w*|jongen\w*|meisje\w*|tweeling\w*|jarige|afkomst|land|mechel\w+|antwerp\w+|brussel\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def report() -> str:
    path = next(SEEDS.glob("000_*"), None)
    if path is None:
        pytest.skip(f"the report is absent: {SEEDS}")
    return path.read_text(encoding="utf-8")


# ---- Complete ----


def test_every_section_has_the_quotations_that_are_recorded():
    counted = Counter(quotation.section for quotation in quotations.quotations())
    assert {section.section: counted[section.section] for section in quotations.sections().values()} == {
        section.section: section.quotations for section in quotations.sections().values()
    }
    assert counted.keys() <= quotations.sections().keys()


def test_a_difference_between_the_counts_is_explained():
    for row in read_quotations.read_csv("sections.csv"):
        counts = {row["quotations"], row["by_speaker_line"], row["by_opening"]}
        assert bool(row["decision"]) == (len(counts) > 1), row["section"]


def test_the_report_has_as_many_quotations(report):
    assert read_quotations.problems(report) == []


def test_every_section_of_the_report_is_counted(report):
    read = {section for section, _ in read_quotations.lines_by_section(report)}
    # "2" is the title of the chapter, with nothing below it.
    assert read - {"2"} == quotations.sections().keys()


def test_a_quotation_more_or_less_is_noticed(report):
    line = next(line for line in report.split("\n") if line.startswith("(Mama 9"))
    assert read_quotations.problems(report.replace(line, "", 1)) != []
    assert read_quotations.problems(report.replace(line, f"{line}\n\n“\n\nNieuw.\n\n{line}", 1)) != []


def test_the_programme_is_the_one_in_the_label(report):
    printed = {
        (found.section, found.order): match[2]
        for found in read_quotations.by_speaker_line(report)
        if (match := read_quotations.MOTHER.match(found.speaker))
    }
    names = {"OPkomst": "opkomst", "OPkomst+": "opkomst_plus"}
    mothers = [quotation for quotation in quotations.quotations() if quotation.role == "mother"]
    assert {(q.section, q.order): q.printed_programme or q.programme for q in mothers} == {
        place: names[programme] for place, programme in printed.items()
    }


def test_speakers_are_those_of_the_report(report):
    found, index = read_quotations.by_speaker_line(report), read_quotations.read_csv("quotations.csv")
    assert read_quotations.read_csv("speakers.csv") == read_quotations.speaker_counts(found, index)
    assert read_quotations.read_csv("speaker_range.csv") == read_quotations.mother_range(found, index)


@pytest.mark.parametrize(
    ("labels", "least", "most"),
    [
        (["Mama 1, OPkomst", "Mama 1, OPkomst+", "Mama 2, OPkomst"], 2, 2),
        (["Anna, maatschappelijk werker", "Anma, maatschappelijk werker", "Anna, vroedvrouw"], 2, 2),
        (["Sociale Dienst X", "sociale dienst, X", "dienst Y"], 2, 3),
        (["Anna, maatschappelijk werker", "Maatschappelijk werker 3"], 1, 2),
        (["Anna, vroedvrouw", "Maatschappelijk werker 3"], 2, 2),
    ],
)
def test_people_are_counted_as_far_as_labels_tell_them_apart(labels, least, most):
    assert read_quotations.people(labels) == read_quotations.Speakers(least, most)


# ---- Coded ----


def test_every_theme_and_sub_theme_is_used():
    used = {(q.theme, q.sub_theme) for q in quotations.quotations()}
    assert {key for key in quotations.themes() if key[1]} == used
    assert {theme.theme for theme in quotations.main_themes()} == {theme for theme, _ in used}
    assert {theme.kind for theme in quotations.main_themes()} == quotations.labels("kind").keys()


def test_labels_of_themes_can_be_told_apart():
    labels = [theme.label_nl for theme in quotations.main_themes()]
    assert len(set(labels)) == len(labels)


def test_every_indicator_is_one_of_the_interviews():
    named = {code for quotation in quotations.quotations() for code in quotation.indicators}
    assert named
    assert named <= instrument.indicators("interview").keys()


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("role", "buurvrouw", "'buurvrouw' staat niet in terms.csv"),
        ("programme", "", "'' staat niet in terms.csv"),
        ("section", "9.9", "'9.9' staat niet in sections.csv"),
        ("indicators", "housing luck", "'luck' staat niet in interview_indicators.csv"),
        ("sub_theme", "bond", "geen deel van"),
        ("paraphrase_nl", " ", "precies één regel"),
        ("order", "7", "de volgnummers"),
        ("id", "Q002", "Q002 staat er 2 keer in"),
    ],
)
def test_a_broken_index_is_refused_with_its_place(tmp_path, column, value, expected):
    folder = Path(shutil.copytree(QUALITATIVE, tmp_path / "qualitative"))
    rows = read_quotations.read_csv("quotations.csv")
    rows[0][column] = value
    with open(folder / "quotations.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(quotations.QualitativeError, match=re.escape(expected)):
        quotations.quotations(folder)


# ---- In our own words, and nobody's portrait ----


def test_no_paraphrase_shares_five_words_with_the_report(report):
    found = words(report)
    runs = {tuple(found[start : start + RUN_LENGTH]) for start in range(len(found))}
    shared = {
        " ".join(own[start : start + RUN_LENGTH])
        for quotation in quotations.quotations()
        for own in [words(quotation.paraphrase_nl)]
        for start in range(len(own) - RUN_LENGTH + 1)
        if tuple(own[start : start + RUN_LENGTH]) in runs
    }
    assert shared == set()


def test_no_file_names_a_speaker_of_the_report(report):
    labels = [found.speaker for found in read_quotations.by_speaker_line(report)]
    names = {name for label in labels for name, _ in read_quotations.names([label])}
    assert len(names) > 5
    for path in QUALITATIVE.iterdir():
        assert names.isdisjoint(re.findall(r"\w+", path.read_text(encoding="utf-8"))), path.name


def test_no_paraphrase_tells_who_it_is():
    for quotation in quotations.quotations():
        assert not re.search(r"\d", quotation.paraphrase_nl), quotation.id
        assert not TELLTALE.search(quotation.paraphrase_nl), quotation.id


def test_nothing_in_the_index_joins_what_one_person_says():
    columns = set(read_quotations.read_csv("quotations.csv")[0])
    assert columns == {
        *("id", "section", "order", "role", "programme", "printed_programme"),
        *("theme", "sub_theme", "direction", "indicators", "paraphrase_nl"),
    }


# ---- Counted and shown ----


def test_every_quotation_is_counted_in_one_theme_and_one_voice():
    documents = quotations.count(lambda quotation: quotation.voice == "document")
    by_theme = [heard for row in voices.by_theme().values() for heard in row.values()]
    for counted in (by_theme, voices.in_all().values()):
        assert sum(heard.quotations for heard in counted) + documents == len(quotations.quotations())
    assert sum(heard.quotations for *_, heard in voices.by_role().values()) == len(quotations.quotations())


def test_nobody_speaks_without_a_quotation():
    cells = [heard for row in voices.by_theme().values() for heard in row.values()]
    for heard in cells:
        assert bool(heard.quotations) == bool(heard.speakers.most)
        assert heard.speakers.least <= heard.speakers.most <= heard.quotations


@pytest.fixture
def table_26():
    def make(better: int, rated: int, synthetic: bool = True) -> Table:
        cells = [
            cell((indicator.code, indicator.label_nl), (column, column), value, "n", rated, "mama's")
            for indicator in instrument.indicators("interview").values()
            for column, value in (("better", better), ("rated", rated))
        ]
        return Table("tabel-26", "Scores", "4.3", tuple(cells), synthetic)

    return make


@pytest.mark.parametrize(
    ("better", "told", "silent"),
    [(5, Agreement.BOTH, Agreement.NUMBER_ONLY), (4, Agreement.STORY_ONLY, Agreement.NEITHER)],
)
def test_numbers_and_stories_are_compared(table_26, better, told, silent):
    compared = voices.numbers_and_stories(table_26(better, 8))
    assert {one.agreement for one in compared if one.helped} == {told}
    assert {one.agreement for one in compared if not one.helped} == {silent}
    assert [one.indicator for one in compared] == list(instrument.indicators("interview"))


def test_the_scores_of_the_report_can_be_compared():
    table = catalogue.find("Tabel 26").function(records.load("interviews"))
    compared = voices.numbers_and_stories(table)
    assert {one.rated for one in compared} == {table[one.indicator, "start"].n for one in compared}
    assert all(0 <= one.better <= one.rated for one in compared)


def test_scores_of_real_mothers_are_not_shown(table_26):
    with pytest.raises(ConfidentialError):
        stories.numbers_and_stories_html(table_26(5, 9, synthetic=False))


def test_a_reader_can_open_every_theme_and_find_every_story():
    page = BeautifulSoup(stories.stories_html(), "html.parser")
    details = page.find_all("details")
    assert len({one["id"] for one in details}) == len(quotations.main_themes())
    for one, theme in zip(details, quotations.main_themes(), strict=True):
        assert one.find(True, recursive=False).name == "summary"
        assert theme.label_nl in one.summary.get_text()
    told = [item.find(string=True).strip() for item in page.find_all("li")]
    assert sorted(told) == sorted(quotation.paraphrase_nl for quotation in quotations.quotations())


def test_tables_can_be_read_with_a_screen_reader(table_26):
    pieces = [
        stories.themes_html(),
        stories.voices_html(),
        stories.sections_html(),
        stories.numbers_and_stories_html(table_26(5, 9)),
    ]
    for table in BeautifulSoup("".join(pieces), "html.parser").find_all("table"):
        assert table.caption.get_text()
        assert all(header.get("scope") for header in table.find_all("th"))
        leaves = len(table.thead.find_all("th", scope="col"))
        for row in table.tbody.find_all("tr"):
            assert sum(int(one.get("colspan", 1)) for one in row.find_all(["td", "th"])) == leaves + 1


@pytest.mark.parametrize(
    "text",
    [
        "quotations role=buurvrouw",
        "quotations colour=red",
        "speakers theme=trust",
        "how many",
        "most role=mother",
        "speakers theme=trust role=mother voice=mother",
    ],
)
def test_a_count_that_cannot_be_read_is_refused(text):
    with pytest.raises(prose.StoryFactError):
        prose.count_of_stories(text)


def test_counts_in_the_prose():
    mothers = [quotation for quotation in quotations.quotations() if quotation.role == "mother"]
    assert prose.count_of_stories("quotations role=mother") == str(len(mothers))
    assert prose.count_of_stories("quotations role=mother section=2") == "0"
    assert prose.count_of_stories("speakers voice=mother") == "9"
    assert int(prose.count_of_stories("fewest programme=opkomst")) <= int(
        prose.count_of_stories("most programme=opkomst")
    )
