"""From workbooks to what may be shown, and nothing else."""

import json
import re
from dataclasses import replace

import filled_workbook
import numpy as np
import pandas as pd
import pytest

from helpers.__main__ import main
from helpers.data import codebook, instrument, populations
from helpers.data.files import RECORDS, read_strings
from helpers.data.records import RecordsError
from helpers.data.workbook.reading import Intake, read_folder
from helpers.disclosure.cells import EVERYBODY
from helpers.disclosure.protection import protect
from helpers.inference.methods import Margins, count_pairs
from helpers.own import publish as module
from helpers.own.changes import all_changes
from helpers.own.publish import publish, publish_scores, write
from helpers.own.questions import NOT_APPLICABLE, UNKNOWN, all_asked

THRESHOLD = 5


@pytest.fixture(scope="module")
def codes():
    return read_strings(RECORDS / "registration.csv")


@pytest.fixture(scope="module")
def made(codes):
    return publish(codes, THRESHOLD)


@pytest.fixture(scope="module")
def few(codes):
    return codes.sample(30, random_state=1)


@pytest.fixture(scope="module")
def small(few):
    return publish(few, THRESHOLD)


def counted(codes, made):
    """Each count of each table, with what it is when it is counted anew."""
    families = populations.described(codes)
    asked = {one.column: one for one in all_asked()}
    programmes = {label: code for code, label in codebook.labels("programme").items()}
    for table in made["tables"]:
        for row, counts in zip(table["rows"], table["counts"], strict=True):
            for column, shown, base in zip(table["columns"], counts, table["bases"], strict=True):
                group = families if column == "Totaal" else families[families["programme"] == programmes[column]]
                yield shown, base, int(group[table["id"]].isin(asked[table["id"]].rows[row]).sum()), len(group)


def test_what_is_shown_is_the_count_and_of_enough_families(codes, made):
    numbers = list(counted(codes, made))
    assert len(numbers) > 100
    for shown, base, count, size in numbers:
        assert shown in (None, count)
        assert base in (None, size)
        assert shown is None or count == 0 or THRESHOLD <= count <= size - THRESHOLD


def test_something_is_kept_back_and_the_attack_looked_at_all_of_it(made):
    found = made["protection"]
    assert 0 < found["secondary"] < found["kept_back"] <= found["attacked"]


def test_no_table_keeps_more_back_than_it_shows(made):
    for table in made["tables"]:
        counts = [count for row in table["counts"] for count in row]
        assert 2 * counts.count(None) <= len(counts), table["title"]


def test_a_question_without_a_table_is_named(made):
    titles = [*made["too_few_for"], *(table["title"] for table in made["tables"])]
    assert sorted(titles) == sorted(one.title for one in all_asked())


def test_every_change_is_shown_whole_or_named(made):
    assert len(made["changes"]) > 20
    titles = [(one["subject"], one["title"]) for one in (*made["changes"], *made["too_few_to_compare"])]
    assert sorted(titles) == sorted((one.subject, one.title) for one in all_changes())
    for one in made["changes"]:
        assert min(one["start"], one["end"], one["n"] - one["start"], one["n"] - one["end"]) >= THRESHOLD


def test_how_many_moved_each_way_does_not_follow_from_a_change(made):
    for one in made["changes"]:
        if one["both"] is None:
            assert len(Margins(one["n"], one["start"], one["end"]).overlaps) > THRESHOLD


def test_how_many_moved_is_shown_where_all_four_groups_are_large_enough(codes, made):
    families = populations.described(codes)
    found = [one for one in made["changes"] if one["both"] is not None]
    assert found
    for one in found:
        (start,) = (change.start.column for change in all_changes() if change.end.column == one["id"])
        both = families[families[start].isin(["yes", "no"]) & families[one["id"]].isin(["yes", "no"])]
        pairs = Margins(one["n"], one["start"], one["end"]).pairs(one["both"])
        assert pairs == count_pairs(both[start] == "yes", both[one["id"]] == "yes")
        assert min(pairs.both, pairs.up, pairs.down, pairs.neither) >= THRESHOLD


def test_nothing_goes_for_how_many_moved(codes, made, monkeypatch):
    monkeypatch.setattr(module, "moving_enough", lambda *_: [])
    without = publish(codes, THRESHOLD)
    assert without["tables"] == made["tables"] and without["too_few_to_compare"] == made["too_few_to_compare"]
    assert without["changes"] == [one | {"both": None} for one in made["changes"]]


def test_a_set_that_would_lose_something_for_how_many_moved_does_without(codes, monkeypatch):
    """As if protecting one of them took a table that was shown."""
    together = module._together

    def costly(families, tables, changes, threshold, nobody, moves=()):
        published = together(families, tables, changes, threshold, nobody, moves)
        if moves:
            published.shown[published.system.number[EVERYBODY]] = False
        return published

    monkeypatch.setattr(module, "_together", costly)
    made = publish(codes, THRESHOLD)
    assert {one["both"] for one in made["changes"]} == {None} and made["families"]


def test_no_table_goes_for_a_change(few, small, monkeypatch):
    monkeypatch.setattr("helpers.own.publish.large_enough", lambda *_: [])
    without = publish(few, THRESHOLD)
    assert small["changes"] and not without["changes"]
    assert without["too_few_for"] == small["too_few_for"]
    assert [table["columns"] for table in without["tables"]] == [table["columns"] for table in small["tables"]]


def test_a_small_registration_gets_a_small_book(few, small):
    assert small["too_few_for"]
    for shown, _, count, size in counted(few, small):
        assert shown is None or count == 0 or THRESHOLD <= count <= size - THRESHOLD


def test_a_count_that_follows_by_a_rule_of_the_codebook_is_not_shown(codes):
    """The income of a partner does not apply to who is single or has no such family: those two add up to it."""
    codes = codes.assign(family_composition="couple_own", partner_income="work")
    codes.loc[:149, ["family_composition", "partner_income"]] = ["single", "not_applicable"]
    codes.loc[150:180, "family_composition"] = "couple_blended"
    codes.loc[200:202, ["family_composition", "partner_income"]] = "not_applicable"
    shown = {
        row: counts[-1]
        for table in publish(codes, THRESHOLD)["tables"]
        if table["id"] in ("family_composition", "partner_income")
        for row, counts in zip(table["rows"], table["counts"], strict=True)
    }
    assert not {"Alleenstaand", "Niet van toepassing"} <= {row for row, count in shown.items() if count is not None}


def test_fewer_families_than_the_threshold_get_none(codes):
    with pytest.raises(RecordsError, match="minder dan 5 gezinnen"):
        publish(codes.head(4), THRESHOLD)


def test_an_answer_that_nobody_gave_has_a_row_and_a_missing_one_has_none(small):
    asked = {one.column: [*one.rows] for one in all_asked()}
    nobody = []
    for table in small["tables"]:
        absent = [row for row in asked[table["id"]] if row not in table["rows"]]
        assert set(absent) <= {UNKNOWN, NOT_APPLICABLE}
        nobody += [row for row, counts in zip(table["rows"], table["counts"], strict=True) if counts[-1] == 0]
    assert nobody and {UNKNOWN, NOT_APPLICABLE}.isdisjoint(nobody)


def test_a_programme_with_nobody_is_named_and_has_no_column(few, small):
    shown = publish(few[few["programme"] == "opkomst"], THRESHOLD)
    assert (small["nobody_in"], shown["nobody_in"]) == ([], ["OPkomst+"])
    assert {column for table in shown["tables"] for column in table["columns"]} == {"Totaal"}


def test_a_city_with_one_programme_has_tables_of_everybody(codes, tmp_path):
    intake = read_folder(filled_workbook.fill(tmp_path))
    only = replace(intake.settings, programmes=intake.settings.programmes[-1:])
    mine = codes[codes["programme"] == "opkomst"]
    write(Intake(only, {"registration": mine}), tmp_path / "shown.json")
    shown = json.loads((tmp_path / "shown.json").read_text(encoding="utf-8"))
    assert {column for table in shown["tables"] for column in table["columns"]} == {"Totaal"}


@pytest.fixture(scope="module")
def another_city(tmp_path_factory):
    """What is shown of a later registration of a city with four programmes and a threshold of its own."""
    programmes = {f"Programma {number}": name for number, name in enumerate(("Sterk", "Kiem", "Wieg", "Thuis"), 1)}
    period = {"Eerste maand": "01/2024", "Laatste maand": "06/2027"}
    given = {"Naam van de stad of dienst": "Zeestad", "Drempel": 10, "Doorverwijzer 1": "AZ Zeezicht"} | programmes
    folder = filled_workbook.fill_city(tmp_path_factory.mktemp("zeestad") / "stad", given | period, 150)
    assert main(["protect", str(folder), str(folder / "shown.json")]) == 0
    return json.loads((folder / "shown.json").read_text(encoding="utf-8"))


def test_another_city_has_its_own_programmes_period_and_threshold(another_city):
    assert (another_city["place"], another_city["threshold"]) == ("Zeestad", 10)
    assert another_city["codebook"]["period"] == ["2024-01", "2027-06"]
    rows = {table["id"]: table["rows"] for table in another_city["tables"]}
    assert rows["programme"] == ["Sterk", "Kiem", "Wieg", "Thuis"]
    answers = {one["id"]: one["answers"] for one in another_city["codebook"]["questions"]["registration"]}
    assert "AZ Zeezicht" in answers["referrer"] and "AZ Sint-Maarten" not in answers["referrer"]


def test_no_count_below_another_threshold_is_shown(another_city):
    counts = [count for table in another_city["tables"] for row in table["counts"] for count in row]
    assert {count for count in counts if count is not None and 0 < count < 10} == set()
    assert any(count is None for count in counts)
    for one in another_city["changes"]:
        assert min(one["start"], one["end"], one["n"] - one["start"], one["n"] - one["end"]) >= 10


def test_the_command_writes_no_dossier_and_no_month(codes, tmp_path, capsys):
    assert main(["protect", str(filled_workbook.fill(tmp_path)), str(tmp_path / "shown.json")]) == 0
    text = (tmp_path / "shown.json").read_text(encoding="utf-8")
    shown = json.loads(text)
    assert shown["place"] == "Voorbeeldstad"
    assert [id for id in codes["dossier"] if id in text] == []
    assert [month for month in set(codes["start_month"]).difference(shown["codebook"]["period"]) if month in text] == []


@pytest.fixture(scope="module")
def case_study():
    return read_strings(RECORDS / "case_study.csv")


def test_scores_are_counted_of_who_has_both(case_study):
    shown = publish_scores(case_study, "case_study", THRESHOLD)
    assert shown["families"] == case_study["family"].nunique() and shown["changes"]
    for one in shown["changes"]:
        indicator = case_study[case_study["indicator"] == one["id"].removesuffix("_end")]
        score = indicator.pivot(index="family", columns="moment", values="score")
        both = score[score.isin(list("12345")).all(axis=1)].astype(int)
        assert (one["n"], one["start"], one["end"]) == (
            len(both),
            *((both[name] >= 4).sum() for name in ("start", "end")),
        )


def test_every_indicator_is_shown_whole_or_named_and_no_programme_is(case_study):
    shown = publish_scores(case_study, "case_study", THRESHOLD)
    assert shown["programmes"] == {}
    named = [*shown["changes"], *shown["too_few_to_compare"]]
    assert len(named) == len(instrument.in_tables("case_study"))
    for one in shown["changes"]:
        assert min(one["start"], one["end"], one["n"] - one["start"], one["n"] - one["end"]) >= THRESHOLD
    assert set(named[0]) - {"id", "n", "start", "end", "both"} == {"title", "subject"}


@pytest.fixture(scope="module")
def more_scores(case_study):
    """Three times as many families, so that each programme has enough of them."""
    copies = [case_study.assign(family=case_study["family"] + letter) for letter in "abc"]
    return pd.concat(copies, ignore_index=True)


def test_a_programme_with_enough_scored_families_is_shown_apart(more_scores):
    shown = publish_scores(more_scores, "case_study", THRESHOLD)
    labels = {label: code for code, label in codebook.labels("programme").items()}
    assert set(shown["programmes"]) == set(labels)
    assert any(apart["changes"] for apart in shown["programmes"].values())
    for label, apart in shown["programmes"].items():
        named = [*apart["changes"], *apart["too_few_to_compare"]]
        assert len(named) == len(instrument.in_tables("case_study"))
        mine = more_scores[more_scores["programme"] == labels[label]]
        for one in apart["changes"]:
            score = mine[mine["indicator"] == one["id"].removesuffix("_end")]
            score = score.pivot(index="family", columns="moment", values="score")
            both = score[score.isin(list("12345")).all(axis=1)].astype(int) >= 4
            assert (one["n"], one["start"], one["end"]) == (len(both), both["start"].sum(), both["end"].sum())
            assert min(one["start"], one["end"], one["n"] - one["start"], one["n"] - one["end"]) >= THRESHOLD


def test_nothing_of_all_programmes_goes_for_one_of_them(more_scores, monkeypatch):
    shown = publish_scores(more_scores, "case_study", THRESHOLD)
    monkeypatch.setattr(module, "of_programmes", lambda *_: {})
    alone = publish_scores(more_scores, "case_study", THRESHOLD)
    assert [one | {"both": None} for one in alone["changes"]] == [one | {"both": None} for one in shown["changes"]]


def test_what_is_left_of_all_programmes_is_no_small_number_either(more_scores):
    """Who takes one programme off all of them has the others."""
    one_large = more_scores[(more_scores["programme"] == "opkomst") | more_scores["family"].str.endswith("a")]
    shown = publish_scores(one_large, "case_study", THRESHOLD)
    assert list(shown["programmes"]) == ["OPkomst"]
    everybody = {one["id"]: one for one in shown["changes"]}
    for one in shown["programmes"]["OPkomst"]["changes"]:
        if whole := everybody.get(one["id"]):
            n, start, end = (whole[name] - one[name] for name in ("n", "start", "end"))
            assert min(count for count in (n, start, end, n - start, n - end, THRESHOLD) if count) >= THRESHOLD


def test_fewer_scored_families_than_the_threshold_give_no_number(case_study):
    few = case_study[case_study["family"].isin(case_study["family"].unique()[:4])]
    shown = publish_scores(few, "case_study", THRESHOLD)
    assert (shown["families"], shown["changes"], shown["protection"]) == (None, [], None)


def test_only_kinds_that_were_filled_in_have_scores(tmp_path, case_study, few):
    intake = read_folder(filled_workbook.fill(tmp_path, rows=8))
    write(Intake(intake.settings, {"registration": few, "case_study": case_study}), tmp_path / "shown.json")
    text = (tmp_path / "shown.json").read_text(encoding="utf-8")
    assert list(json.loads(text)["scores"]) == ["case_study"]
    assert [family for family in case_study["family"].unique() if family in text] == []


def test_nothing_is_written_of_a_folder_with_mistakes(tmp_path, capsys):
    folder = filled_workbook.fill(tmp_path, rows=8)
    (folder / "registratie.xlsx").write_bytes(b"no workbook")
    assert main(["protect", str(folder), str(tmp_path / "shown.json")]) == 1
    assert not (tmp_path / "shown.json").exists()
    assert "registratie.xlsx" in capsys.readouterr().out


def test_no_book_is_made_of_what_gives_a_count_away_and_the_message_names_it_in_dutch(tmp_path, capsys, monkeypatch):
    """As if only the rule were kept."""

    def careless(counts, threshold, known):
        published = protect(counts, threshold, known)
        cells = published.counts.cells
        shown = [cells[cell].is_shown and cell not in published.small for cell in published.system.cells]
        return replace(published, shown=np.array(shown))

    monkeypatch.setattr(module, "protect", careless)
    monkeypatch.setattr(module, "barred", lambda tables: [])
    assert main(["protect", str(filled_workbook.fill(tmp_path)), str(tmp_path / "shown.json")]) == 1
    assert not (tmp_path / "shown.json").exists()
    message = capsys.readouterr().err
    cell, interval, sources = re.match(
        "Er is geen boek gemaakt, want het zou iets verraden: (.*) is afgeschermd, maar ligt van (.*) volgens "
        "wat er wel staat: (.*)",
        message,
    ).groups()
    low, high = map(int, interval.split(" tot "))
    assert high - low < THRESHOLD and cell not in sources
    assert "_" not in message and "=" not in message and "‘" in cell and "‘" in sources
