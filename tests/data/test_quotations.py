"""The coded quotations: complete, in our own words, and nobody's portrait."""

import re
from collections import Counter

import pytest
import read_quotations
from sources import SEEDS, words

from helpers.data import instrument, quotations
from helpers.data.files import QUALITATIVE

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
