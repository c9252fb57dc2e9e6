"""The synthetic registration: what the report says of it in words, recomputed without the helpers."""

import pandas as pd
import pytest

from helpers.data import codebook, published, records
from helpers.data.files import REGISTRATION
from helpers.data.rules import broken

pytest.importorskip("ortools", reason="the extra 'synthesis' is not installed: pip install -e .[synthesis]")


@pytest.fixture(scope="module")
def committed() -> pd.DataFrame:
    return pd.read_csv(REGISTRATION, dtype=str, keep_default_na=False)


def test_no_rule_is_broken(committed):
    failed = broken(committed).any()
    assert not failed[failed].index.tolist()
    assert records.load().synthetic


def test_every_row_is_marked_and_in_order(committed):
    assert committed["dossier"].tolist() == [f"SYN-{n:03d}" for n in range(1, len(committed) + 1)]
    assert committed["start_month"].is_monotonic_increasing


def test_nothing_is_made_up_for_dossiers_that_were_only_counted(committed):
    counted = committed[
        (committed["start_month"] > codebook.constant("last_month_of_dataset"))
        | (committed["first_dossier"] != "not_applicable")
    ]
    answers = counted.drop(columns=["dossier", "first_dossier", "programme", "start_month"])
    assert len(counted) > 0
    assert (answers == "not_recorded").all(axis=None)


def test_a_second_trajectory_follows_a_first_that_ended(committed):
    by_dossier = committed.set_index("dossier")
    second = by_dossier[by_dossier["first_dossier"] != "not_applicable"]
    first = by_dossier.loc[second["first_dossier"]]
    assert (first["end_month"].to_numpy() < second["start_month"].to_numpy()).all()
    assert (first["programme"].to_numpy() == second["programme"].to_numpy()).all()
    assert second["first_dossier"].is_unique


def test_a_birth_is_measured_when_it_happens(committed):
    first = committed[~committed["birth_measurement_month"].isin(["not_applicable", "not_recorded"])]
    waited = _month(first["birth_measurement_month"]) - _month(first["start_month"])
    age = pd.to_numeric(first["child_age_at_start"], errors="coerce")
    assert (waited[first["pregnant_at_start"] == "no"] == 3).all()
    assert (waited[age < 0] == -age[age < 0]).all()
    assert (waited[first["pregnant_at_start"] == "yes"] >= 1).all()


def test_one_mother_is_much_older_than_the_others(committed):
    ages = pd.to_numeric(committed["mother_age"], errors="coerce").dropna().sort_values()
    assert ages.iloc[-2] < 47 < ages.iloc[-1]


# --- The later moments: recomputed here, without the functions that make the tables ---


HOUSED = {
    "Slechte huisvesting": ["homeless", "shelter", "temporary", "inadequate"],
    "Goede huisvesting": ["adequate", "social"],
}


@pytest.fixture(scope="module")
def ended(committed) -> pd.DataFrame:
    """The 246 dossiers of chapter 4."""
    first = committed[(committed["start_month"] <= "2023-09") & (committed["first_dossier"] == "not_applicable")]
    found = first[(first["end_month"] != "not_applicable") | (first["programme"] == "opkomst_plus")]
    assert len(found) == 246
    return found


@pytest.fixture(scope="module")
def measured(committed) -> pd.DataFrame:
    """The 50 dossiers with a measurement around the birth."""
    found = committed[committed["birth_measurement_month"].str.startswith("20")]
    assert len(found) == 50
    return found


def test_tables_17_to_19_follow_from_start_and_later(ended, measured):
    labels = {name: variable.label_nl for name, variable in codebook.variables().items()}
    items = [name.removesuffix("_end") for name in codebook.measured_at("end") if name.startswith("admin_")]
    computed = {}
    for item in items:
        computed |= _evolution(measured, "tabel-17", labels[item], "Bij bevalling", item, f"{item}_birth")
        label = labels[item].replace("sociale", "soc.")
        computed |= _evolution(ended, "tabel-18", label, "Bij einde", item, f"{item}_end")
    for start in (name for name in codebook.variables() if name.startswith("org_") and name.endswith("_start")):
        end = start.replace("_start", "_end")
        computed |= _evolution(ended, "tabel-19", labels[start], "Bij einde", start, end)
    assert _differences(computed, "tabel-17", "tabel-18", "tabel-19", "Evolutie (pp)", "Evolutie (%)") == {
        ("tabel-17", "Groeipakket", "Bij start"): "57,5% (23)",
        ("tabel-17", "Groeipakket", "Bij bevalling"): "85,0% (34)",
        ("tabel-18", "Groeipakket", "Bij start"): "54,3% (88)",
    }


def test_table_16_follows_from_the_end(ended):
    in_order = ended[[name for name in codebook.measured_at("end") if name.startswith("admin_")]]
    groups = {
        "Inkomen uit arbeid": ended["mother_income_end"] == "work",
        "Vast contract": ended["mother_employment_end"] == "permanent",
        "Meer dan 5 zaken in orde": (in_order == "yes").sum(axis=1) > 5,
    }
    computed = {}
    for label, group in groups.items():
        housing = ended.loc[group, "housing_end"]
        known = housing.isin(sum(HOUSED.values(), [])).sum()
        for column, codes in HOUSED.items():
            computed["tabel-16", label, column] = _percent(housing.isin(codes).sum(), known)
    assert _differences(computed, "tabel-16") == {}


def test_table_29_follows_from_the_end(ended):
    blended = "Koppel - nieuw samengesteld gezin"
    families = {
        "Alleenstaand": ["single"],
        blended: ["couple_blended"],
        f"{blended} [2]": ["couple_own"],
        "Onbekend": ["unknown", "not_applicable"],
    }
    computed = {}
    for code, label in codebook.labels("income").items():
        label = label.replace("Invaliditeits", "Invalideits")
        group = ended.loc[ended["mother_income_end"] == code, "family_composition"]
        computed["tabel-29", label, "N"] = str(len(group))
        for column, codes in families.items():
            # Nobody has the income of one row, of which shares of 0 are printed.
            computed["tabel-29", label, column] = (
                _percent(group.isin(codes).sum(), len(group)) if len(group) else "0,0%"
            )
    assert _differences(computed, "tabel-29", "Totaal") == {}


def test_housing_changed_as_footnote_5_counts(ended):
    moves = ended.groupby(["housing", "housing_end"]).size()
    assert moves["inadequate", "adequate"] == 7
    assert moves["temporary", "adequate"] == 6
    social = moves.xs("social", level="housing_end").drop("social")
    assert social.to_dict() == {"inadequate": 5, "temporary": 1, "homeless": 1}
    both = ended[~ended[["housing", "housing_end"]].isin(["unknown", "not_applicable"]).any(axis=1)]
    assert (both["housing"] == both["housing_end"]).mean() > 0.5
    for group in (ended, both):
        more = group["housing_end"].value_counts() - group["housing"].value_counts()
        assert (more[["adequate", "social"]] > 0).all()
        assert (more[["temporary", "inadequate"]] < 0).all()


def test_incomes_changed_slightly_in_the_direction_that_the_text_says(ended):
    both = ended[~ended[["mother_income", "mother_income_end"]].isin(["unknown", "not_applicable"]).any(axis=1)]
    for group in (ended, both):
        more = group["mother_income_end"].value_counts() - group["mother_income"].value_counts()
        assert -4 <= more["none"] < 0 < more["living_wage"] <= 4
    assert ((both["mother_income"] == "living_wage") & (both["mother_income_end"] == "work")).sum() >= 3


def test_attention_to_play_is_as_often_unknown_as_footnote_10_counts(ended):
    assert (ended["admin_play"] == "unknown").sum() == 212
    assert (ended["admin_play_end"] == "unknown").sum() == 163


def test_few_families_move_against_the_net_change(ended, measured):
    items = [name for name in codebook.variables() if name.startswith(("admin_", "org_"))]
    for moment, rows in (("birth", measured), ("end", ended)):
        for later in (name for name in items if name.endswith(f"_{moment}")):
            start = later.removesuffix(f"_{moment}")
            before, after = rows[start if start in rows else f"{start}_start"] == "yes", rows[later] == "yes"
            known = rows[start if start in rows else f"{start}_start"] != "unknown"
            ways = (before & ~after).sum(), (~before & after & known).sum()
            assert min(ways) <= max(3, 0.1 * before.sum()), later


def test_answers_of_a_moment_that_never_came_do_not_apply(committed, ended, measured):
    counted = (committed["start_month"] > "2023-09") | (committed["first_dossier"] != "not_applicable")
    for moment, rows in (("birth", measured), ("end", ended)):
        columns = codebook.measured_at(moment)
        others = committed[~counted].drop(index=rows.index)
        assert (others[columns] == "not_applicable").all(axis=None)
        items = [name for name in columns if name.startswith(("admin_", "org_"))]
        assert rows[items].isin(["yes", "no", "unknown"]).all(axis=None)


def _evolution(rows: pd.DataFrame, id: str, label: str, column: str, start: str, later: str) -> dict:
    """Count and share at both moments, of the dossiers known at the start."""
    known = rows[rows[start] != "unknown"]
    numbers = {"Bij start": (known[start] == "yes").sum(), column: (known[later] == "yes").sum()}
    return {(id, label, name): f"{_percent(n, len(known))} ({n})" for name, n in numbers.items()}


def _percent(part: int, whole: int) -> str:
    """One decimal, half-up, in whole numbers only."""
    thousandths = (2000 * int(part) + whole) // (2 * whole)
    return f"{thousandths // 10},{thousandths % 10}%"


def _differences(computed: dict, *left_out_or_id: str) -> dict:
    """What differs from print; printed cells of these tables that are not computed count as well."""
    ids = [name for name in left_out_or_id if name.startswith("tabel-")]
    cells = published.cells()
    cells = cells[cells["id"].isin(ids) & ~cells["column"].isin(left_out_or_id)]
    printed = cells.set_index(["id", "row", "column"])["printed"].to_dict()
    assert printed.keys() == computed.keys()
    return {key: computed[key] for key in printed if computed[key] != printed[key]}


def _month(months: pd.Series) -> pd.Series:
    return months.str[:4].astype(int) * 12 + months.str[5:].astype(int)
