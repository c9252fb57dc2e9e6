"""What binds the counts of the registration records.

`facts` tie the tables of counts together; `claims` are the printed cells.
Which row and column of a printed table stands for which dossiers is told
here; the numbers come from ``data/published/cells.csv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from helpers.data import codebook
from helpers.dutch.number_words import read_range
from helpers.dutch.numbers import parse_printed
from helpers.synthesis import margins
from helpers.synthesis.counts import CountTable
from helpers.synthesis.margins import Between, Claim, Key, Total
from helpers.synthesis.months import first_month, last_month
from helpers.synthesis.printed import Printed
from helpers.synthesis.registration.start_tables import (
    COUPLES,
    NO_ANSWER,
    PLAIN,
    PLUS,
    PREGNANT_ROWS,
    PROGRAMMES,
    RESIDENCE_ROWS,
    STATUSES,
    TABLE_18_LABELS,
    income_at_the_end,
    incomes_of,
    items_of,
)

Tables = Mapping[str, CountTable]


Selection = Mapping[str, Mapping]


#: Columns that stand for a programme, or for everybody.
_COLUMNS = {
    "OPkomst+": {"programme": PLUS},
    "OPkomst +": {"programme": PLUS},
    "OPkomst": {"programme": PLAIN},
    **dict.fromkeys(["Totaal", "N", "%", ""], {}),
}


_KNOWN = ["yes", "no"]


#: At most so many families, where the report says "slightly".
_SLIGHTLY = 4


# --- Facts ------------------------------------------------------------------


def facts(tables: Tables, printed: Printed) -> Iterator[Between]:
    """What must hold whatever was printed, or is told without a number."""
    yield from ties(tables)
    yield from _household_items(tables)
    yield from _items_of_older_children(tables)
    yield from _oldest_mother(tables)
    yield from _incomes_before_the_end(tables, printed)
    yield from _benefits_before_the_end(tables, printed)


def ties(tables: Tables) -> Iterator[Between]:
    """What ties the tables together, whatever was printed or told."""
    yield from _same_dossiers(tables)
    yield from _durations_fit(tables)
    yield from _couples_only(tables)


def equal(one: Total, other: Total) -> Between:
    return Between(one - other, low=Fraction(0), high=Fraction(0))


def at_most(one: Total, other: Total) -> Between:
    return Between(one - other, high=Fraction(0))


def _same_dossiers(t: Tables) -> Iterator[Between]:
    """Tables about the same dossiers count the same number of them."""
    for programme in PROGRAMMES:
        everyone = t["trajectory"].total(programme=programme)
        for name in ("economy", *(name for name, table in t.items() if name in table.axes)):
            yield equal(t[name].total(programme=programme), everyone)
        finished = t["trajectory"].total(programme=programme, status="finished")
        yield equal(t["duration"].total(programme=programme), finished)
        for pregnant in t["trajectory"].axes["pregnant_at_start"]:
            same = {"programme": programme, "pregnant_at_start": pregnant}
            yield equal(t["child_age"].total(**same), t["trajectory"].total(**same))
            for status in STATUSES:
                for birth in t["household"].axes["birth"]:
                    group = {**same, "status": status, "birth": birth}
                    yield equal(t["household"].total(**group), t["trajectory"].total(**group))
        for family, group in product(t["economy"].axes["family_composition"], t["economy"].axes["income_group"]):
            same = {"programme": programme, "family_composition": family, "income_group": group}
            yield equal(t["economy"].total(**same), t["economy_by_status"].total(**same))
        for status in STATUSES:
            same = {"programme": programme, "status": status}
            blended = t["economy_by_status"].total(**same, family_composition="couple_blended")
            yield equal(t["household"].total(**same, blended="yes"), blended)
            yield equal(t["economy_by_status"].total(**same), t["trajectory"].total(**same))
        for group in t["economy"].axes["income_group"]:
            same = {"programme": programme, "income_group": group}
            work = t["employment"].total(programme=programme, mother_income=incomes_of(group))
            yield equal(work, t["economy"].total(**same))
            couples = t["economy"].total(**same, family_composition=COUPLES)
            yield equal(t["partner"].total(**same), couples)
        for item in t["difficulty"].axes["item"]:
            yield equal(t["difficulty"].total(programme=programme, item=item), everyone)
        for status in STATUSES:
            for birth in t["admin"].axes["birth"]:
                same = {"programme": programme, "status": status, "birth": birth}
                for item in t["admin"].axes["item"]:
                    yield equal(t["admin"].total(**same, item=item), t["trajectory"].total(**same))


def _durations_fit(t: Tables) -> Iterator[Between]:
    """Nobody finishes after the last month: enough early starts for the long durations."""
    for programme in PROGRAMMES:
        for months in t["duration"].axes["months"]:
            early = [month for month in t["trajectory"].axes["month"] if month <= last_month() - months]
            long = [m for m in t["duration"].axes["months"] if m >= months]
            starts = t["trajectory"].total(programme=programme, status="finished", month=early)
            yield at_most(t["duration"].total(programme=programme, months=long), starts)


def _couples_only(t: Tables) -> Iterator[Between]:
    """A father's status does not apply only where there is no couple."""
    families = [family for family in t["economy"].axes["family_composition"] if family not in COUPLES]
    for programme in PROGRAMMES:
        without = t["economy"].total(programme=programme, family_composition=families)
        absent = t["father_residence"].total(programme=programme, father_residence="not_applicable")
        yield at_most(absent, without)


def _household_items(t: Tables) -> Iterator[Between]:
    """A mother who smokes in pregnancy is a smoker in the household."""
    for programme in PROGRAMMES:
        yes = {"programme": programme, "answer": "yes"}
        mother = t["difficulty"].total(item="difficulty_smoking_pregnancy", **yes)
        yield at_most(mother, t["difficulty"].total(item="difficulty_smoking_household", **yes))


def _items_of_older_children(t: Tables) -> Iterator[Between]:
    """Only a family that has a child plays with it, or sends it to school."""
    households = t["household"]
    some = [n for n in households.axes["children_present"] if n != 0]
    for programme, status, birth in product(PROGRAMMES, STATUSES, households.axes["birth"]):
        group = {"programme": programme, "status": status, "birth": birth}
        born = households.total(**group, pregnant_at_start="no")
        having = born + households.total(**group, pregnant_at_start="yes", children_present=some)
        for item in ("admin_nursery_school", "admin_play"):
            yield at_most(t["admin"].total(**group, item=item, answer="yes"), having)


def _oldest_mother(t: Tables) -> Iterator[Between]:
    """One mother is the eldest, and without her the mean would still be 29."""
    ages = t["mother_age"]
    years = [age for age in ages.axes["mother_age"] if age != "unknown"]
    summed = ages.total(weigh="mother_age", programme=PLAIN)
    yield Between(summed, ages.total(programme=PLAIN, mother_age=years), Fraction("28.8"), Fraction("29.2"))


def impact(table: CountTable, **selection) -> Total:
    """Of chapter 4: the finished dossiers, and for OPkomst+ the running ones too."""
    finished = table.total(programme=PLAIN, status="finished", **selection)
    return finished + table.total(programme=PLUS, **selection)


def _incomes_before_the_end(t: Tables, printed: Printed) -> Iterator[Between]:
    """Section 4.1: slightly fewer mothers without income at the end, slightly more with a leefloon."""
    for group, sign in [("none", -1), ("living_wage", 1)]:
        more = Total(constant=income_at_the_end(printed, group)) - impact(t["economy_by_status"], income_group=group)
        yield Between(more.times(sign), low=Fraction(1), high=Fraction(_SLIGHTLY))


def _benefits_before_the_end(t: Tables, printed: Printed) -> Iterator[Between]:
    """Invented: no kind of benefit is rarer at the start than at the end, or more than twice as common."""
    for kind in incomes_of("benefit"):
        end = Fraction(income_at_the_end(printed, kind))
        yield Between(t["employment"].total(mother_income=kind), low=end, high=2 * end)


# --- Claims -----------------------------------------------------------------


def claims(tables: Tables, printed: Printed) -> Iterator[Claim]:
    """Every printed cell that the records should reproduce, in order."""
    yield from _groups(tables, printed)
    yield from _registrations(tables, printed)
    yield from _lengths(tables, printed)
    yield from _child_ages(tables, printed)
    yield from _mother_ages(tables, printed)
    yield from _answers(tables, printed)
    yield from _items(tables, printed)
    yield from _later(tables, printed)
    yield from _text_shares(tables, printed)
    yield from _referrals(tables, printed)


def _from_label(categories: str, **more: object) -> dict[str, object]:
    """Codes by printed label, with further rows of the table."""
    return {label.casefold(): code for code, label in codebook.labels(categories).items()} | {
        label.casefold(): code for label, code in more.items()
    }


def _grid(
    printed: Printed, id: str, table: CountTable, rows: Selection, columns: Selection, per: Mapping
) -> Iterator[Claim]:
    """Claims of a table of shares and counts.

    Parameters
    ----------
    rows, columns
        Which dossiers each printed row and column is about (by lower-case
        label).
    per
        ``{"row": base}`` or ``{"column": base}``: of what a percentage is a
        share, with a further selection.
    """
    direction, base = next(iter(per.items()))
    for key, text, unit in printed.table(id):
        row, column = rows[key[1].casefold()], columns[key[2]]
        if unit == "n":
            yield margins.count(key, text, table.total(**{**row, **column}))
        else:
            whole = table.total(**{**base, **(row if direction == "row" else column)})
            yield margins.share(key, text, 1, table.total(**{**row, **column}), whole)


def _groups(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 1."""
    first, second = t["trajectory"], t["second"]

    def dossiers(row: str, of: dict) -> Total:
        if row.startswith("Originele"):
            return first.total(**of) + second.total(**of)
        if row.startswith("Impact"):
            # For OPkomst+ the running dossiers count too.
            finished = first.total(**{"status": "finished", **of})
            plus_running = first.total(programme=PLUS, status="running")
            return finished if of.get("programme") == PLAIN else finished + plus_running
        return first.total(**of, **({"birth": "yes"} if row.startswith("Extra") else {}))

    for key, text, _ in printed.table("tabel-1"):
        yield margins.count(key, text, dossiers(key[1], _COLUMNS[key[2]]))


def _registrations(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 2: second trajectories and late registrations count too."""
    for key, text, _ in printed.table("tabel-2"):
        total = Total()
        for table in (t["trajectory"], t["second"], t["late"]):
            months = [m for m in table.axes["month"] if key[1] in ("Totaal", str(m // 12))]
            total += table.total(**_COLUMNS[key[2]], month=months)
        yield margins.count(key, text, total)


#: Row of Tabel 3 to the status of the dossiers.
_STATUS = {"Duur afgeronde begeleidingen": "finished", "Duur lopende begeleidingen": "running"}


#: The text gives two means with one decimal more than Tabel 3.
_MEANS_IN_TEXT = {
    PLAIN: ("tekst-3.3-g", "gemiddelde duur afgeronde begeleiding", "OPkomst"),
    PLUS: ("tekst-3.3-h", "gemiddelde duur afgeronde begeleiding", "OPkomst+"),
}


def _lengths(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 3."""
    for key, text, _ in printed.table("tabel-3"):
        column, what = key[2].split(" · ")
        of = {**_COLUMNS[column], "status": _STATUS[key[1]]}
        if what == "N":
            yield margins.count(key, text, t["trajectory"].total(**of))
        elif what == "Gemiddeld":
            yield margins.mean(key, text, 1, _summed_months(t, of), t["trajectory"].total(**of))
        else:
            yield _length_extreme(t, key, text, of, largest=what == "Max.")
    for programme, key in _MEANS_IN_TEXT.items():
        of = {"programme": programme, "status": "finished"}
        yield margins.mean(key, printed.text(key), 2, _summed_months(t, of), t["trajectory"].total(**of))


def _summed_months(t: Tables, of: dict) -> Total:
    if of["status"] == "finished":
        return t["duration"].total(weigh="months", programme=of["programme"])
    return t["trajectory"].total(**of).times(last_month()) - t["trajectory"].total(weigh="month", **of)


def _length_extreme(t: Tables, key: Key, text: str, of: dict, largest: bool) -> Claim:
    if of["status"] == "finished":
        return _extreme(key, text, t["duration"], "months", {"programme": of["programme"]}, largest)
    # The longer a dossier runs, the earlier its month of start.
    return _extreme(key, text, t["trajectory"], "month", of, not largest, lambda month: last_month() - month)


def _extreme(
    key: Key, text: str, table: CountTable, axis: str, of: dict, largest: bool, shown=lambda value: value
) -> Claim:
    """The largest or smallest value on an axis; `shown` turns it into what is printed."""
    numbers = [value for value in table.axes[axis] if isinstance(value, int)]
    limit = next(n for n in numbers if shown(n) == int(parse_printed(text)[0].value))
    beyond = [n for n in numbers if (n > limit if largest else n < limit)]

    def found(counts) -> int:
        present = [n for n in numbers if table.total(**of, **{axis: n}).value(counts)]
        return shown(max(present) if largest else min(present))

    return margins.extreme(key, text, table.total(**of, **{axis: limit}), table.total(**of, **{axis: beyond}), found)


def _child_ages(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 4."""
    table = t["child_age"]
    ages = [age for age in table.axes["child_age_at_start"] if age != "not_recorded"]
    for key, text, unit in printed.table("tabel-4"):
        of = _COLUMNS[key[2]]
        known = table.total(**of, child_age_at_start=ages)
        if unit == "n":
            yield margins.count(key, text, known)
        elif key[1] == "Gemiddeld":
            yield margins.mean(key, text, 1, table.total(weigh="child_age_at_start", **of), known)
        else:
            yield _extreme(key, text, table, "child_age_at_start", of, largest=key[1] == "Maximum")


def _mother_ages(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 6."""
    table = t["mother_age"]
    ages = [age for age in table.axes["mother_age"] if age != "unknown"]
    for key, text, unit in printed.table("tabel-6"):
        column, _, what = key[2].partition(" · ")
        of = _COLUMNS[column]
        known = table.total(**of, mother_age=ages)
        if unit == "n":
            yield margins.count(key, text, known)
        elif what == "Gemiddelde":
            yield margins.mean(key, text, 0, table.total(weigh="mother_age", **of), known)
        else:
            yield _extreme(key, text, table, "mother_age", of, largest=what == "Maximum")


def _answers(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 5, 7, 8, 9, 10, 11, 27 and 28: one answer a family."""
    interest = _from_label("interest", N=list(codebook.categories("interest")))
    yield from _one_way(printed, "tabel-5", t["interest"], "interest", interest, known_only=True)
    numbers = [n for n in t["household"].axes["children_present"] if n != "unknown"]
    children = {str(n): n for n in numbers} | {"totaal": numbers}
    yield from _one_way(printed, "tabel-7", t["household"], "children_present", children, known_only=True)
    missing = {
        "Onbekend": "unknown",
        "Niet van toepassing": "not_applicable",
        "Onbekend/niet van toepassing": NO_ANSWER,
    }
    for id, name, list_ in [
        ("tabel-8", "parents_diploma", "diploma"),
        ("tabel-9", "mother_employment", "employment"),
        ("tabel-10", "housing", "housing"),
        ("tabel-11", "network", "network"),
    ]:
        table = t["employment" if id == "tabel-9" else name]
        rows = _from_label(list_, **missing, Totaal=table.axes[name])
        yield from _one_way(printed, id, table, name, rows)
    yield from _income_and_family(t, printed)


def _one_way(
    printed: Printed, id: str, table: CountTable, axis: str, rows: Mapping, known_only: bool = False
) -> Iterator[Claim]:
    base = {axis: [value for value in table.axes[axis] if value not in NO_ANSWER]} if known_only else {}
    selections = {label: {axis: wanted} for label, wanted in rows.items()}
    yield from _grid(printed, id, table, selections, _COLUMNS, {"column": base})


def _income_and_family(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 27 and 28."""
    everything = {"n": {}, "totaal": {}}
    families = _by_axis("family_composition", _labels("family_composition"))
    together = {"family_composition": NO_ANSWER}
    incomes = {label.casefold(): of for label, of in _by_axis("income_group", _labels("income_group")).items()}
    unknown = {"onbekend": {"income_group": "unknown"}, "onbekend/ nvt": {"income_group": NO_ANSWER}}
    rows = incomes | unknown | everything
    columns_27 = families | {"Onbekend/ NVT": together, "Totaal": {}}
    columns_28 = families | {"Onbekend": {"family_composition": "unknown"}, "N": {}}
    yield from _grid(printed, "tabel-27", t["economy"], rows, columns_27, {"row": {}})
    yield from _grid(printed, "tabel-28", t["economy"], rows, columns_28, {"column": {}})


def _labels(categories: str) -> dict[str, str]:
    return {label: code for code, label in codebook.labels(categories).items()}


def _by_axis(axis: str, values: Mapping[str, object]) -> dict[str, dict]:
    return {label: {axis: value} for label, value in values.items()}


def _items(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 12 to 15."""
    for shares, means, name, decimals in [
        ("tabel-12", "tabel-13", "difficulty", 2),
        ("tabel-14", "tabel-15", "admin", 1),
    ]:
        table = t[name]
        labels = {codebook.variables()[item].label_nl: item for item in table.axes["item"]}
        for key, text, unit in printed.table(shares):
            everyone = t["trajectory"].total(**_COLUMNS[key[2]])
            if unit == "n":
                yield margins.count(key, text, everyone)
            else:
                yes = table.total(**_COLUMNS[key[2]], item=labels[key[1]], answer="yes")
                yield margins.share(key, text, 1, yes, everyone)
        for key, text, unit in printed.table(means):
            everyone = t["trajectory"].total(**_COLUMNS[key[2]])
            if unit == "n":
                yield margins.count(key, text, everyone)
            else:
                answer = "unknown" if "onbekend" in key[1] else "yes"
                yield margins.mean(key, text, decimals, table.total(**_COLUMNS[key[2]], answer=answer), everyone)


def _later(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Tabel 17 and 18: the start, and what the later columns say about its base.

    Both columns of a row have the same base (the dossiers known at the
    start), so the later one tells which base is meant.
    """
    for source, dossiers in [("tabel-17", _measured_at_birth), ("tabel-18", _impact)]:
        for item in items_of("admin_"):
            label = codebook.variables()[item].label_nl
            row = TABLE_18_LABELS.get(label, label) if source == "tabel-18" else label
            start, base = dossiers(t["admin"], item, "yes"), dossiers(t["admin"], item, _KNOWN)
            later = t["later"].total(source=source, item=item)
            column = "Bij bevalling" if source == "tabel-17" else "Bij einde"
            for name, part in [("Bij start", start), (column, later)]:
                key = (source, row, name)
                yield from margins.share_and_count(key, printed.text(key), 1, part, base)
            key = (source, row, "Evolutie (pp)")
            yield margins.points(key, printed.text(key), 1, later - start, base)


def is_about_later(claim: Claim) -> bool:
    """Whether a claim only says which base the start has: the later columns are counted afterwards."""
    return any(name == "later" for condition in claim.conditions for name, _ in condition.part.parts)


def _measured_at_birth(admin: CountTable, item: str, answer) -> Total:
    return admin.total(birth="yes", item=item, answer=answer)


def _impact(admin: CountTable, item: str, answer) -> Total:
    return impact(admin, item=item, answer=answer)


_NOBODY_ELSE = ["single", "not_applicable"]


def _text_shares(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Shares that stand in the text beside figures 4, 5, 7, 8, 9 and 15."""
    for key, decimals, part, whole in _shares_in_text(t):
        yield margins.share(key, printed.text(key), decimals, part, whole)
    for key, part, whole in _shares_in_words(t):
        yield margins.within(key, printed.words(key), *read_range(printed.words(key)), part, whole)


def _shares_in_text(t: Tables) -> Iterator[tuple[Key, int, Total, Total]]:
    trajectory, economy, partner = t["trajectory"], t["economy"], t["partner"]
    everyone = trajectory.total()
    for year, row in enumerate(PREGNANT_ROWS, first_month() // 12):
        months = [month for month in trajectory.axes["month"] if month // 12 == year]
        key = ("figuur-4", row, "Totaal")
        pregnant, known = (trajectory.total(month=months, pregnant_at_start=of) for of in ("yes", _KNOWN))
        yield key, 0, pregnant, known
    yield (
        ("figuur-5", "eerste zwangerschap (tweede vermelding)", "Totaal"),
        0,
        t["household"].total(pregnancy_order="first"),
        everyone - t["household"].total(pregnancy_order="unknown"),
    )
    for row, family, of, decimals in [
        ("koppel - zwangerschap en/of kinderen van beide partners", "couple_own", "Totaal", 0),
        ("koppel - nieuw samengesteld gezin", "couple_blended", "Totaal", 1),
        ("alleenstaand", "single", "OPkomst+", 0),
    ]:
        part = economy.total(family_composition=family, **_COLUMNS[of])
        yield ("figuur-7", row, of), decimals, part, trajectory.total(**_COLUMNS[of])
    for row, group in [
        ("Geen inkomen", "none"),
        ("Leefloon", "living_wage"),
        ("Uitkering of tegemoetkoming", "benefit"),
        ("Onbekend", "unknown"),
    ]:
        yield ("figuur-8", row, "Totaal"), 0, economy.total(income_group=group), everyone
    poor, mothers = economy.total(income_group="none"), "moeders zonder eigen inkomen"
    alone = economy.total(income_group="none", family_composition=_NOBODY_ELSE)
    couples = economy.total(income_group="none", family_composition=COUPLES)
    yield ("tekst-3.6-a", "moeders zonder inkomen die geen partner hebben", mothers), 0, alone, poor
    yield ("tekst-3.6-b", "moeders zonder inkomen die een partner hebben", mothers), 0, couples, poor
    known = [income for income in partner.axes["partner_income"] if income not in NO_ANSWER]
    yield (
        ("figuur-15", "partner zonder eigen inkomen", "moeders zonder eigen inkomen met partner"),
        1,
        partner.total(income_group="none", partner_income="none"),
        partner.total(income_group="none", partner_income=known),
    )
    yield from _residences(t, everyone)


def _residences(t: Tables, everyone: Total) -> Iterator[tuple[Key, int, Total, Total]]:
    for column, name in [("moeders", "mother_residence"), ("vaders", "father_residence")]:
        for code, row in RESIDENCE_ROWS.items():
            yield ("figuur-9", row, column), 0, t[name].total(**{name: code}), everyone
    unsure = t["mother_residence"].total(mother_residence=["precarious", "short_visa"])
    yield ("figuur-9", "precair verblijfsstatuut of visum kort verblijf", "moeders"), 0, unsure, everyone


def _shares_in_words(t: Tables) -> Iterator[tuple[Key, Total, Total]]:
    """Shares that the report puts in words."""
    everyone, referrer, plus = t["trajectory"].total(), t["referrer"], {"programme": PLUS}
    families_plus = t["trajectory"].total(**plus)
    internal, external = (codebook.codes_in_group("referrer", group) for group in ("internal", "external"))
    outside = referrer.total(programme=PLAIN, referrer=external)
    first, unknown = (t["household"].total(pregnancy_order=of, **plus) for of in ("first", "unknown"))
    yield ("figuur-2", "extern", "OPkomst"), outside, t["trajectory"].total(programme=PLAIN)
    yield ("figuur-2", "intern", "OPkomst+"), referrer.total(referrer=internal, **plus), families_plus
    yield ("figuur-3", "AZ St-Maarten", "Totaal"), referrer.total(referrer="az_sint_maarten"), everyone
    yield ("figuur-5", "eerste zwangerschap", "OPkomst+"), first, families_plus - unknown
    yield (
        ("tekst-3.6-f", "huisvestingssituatie onbekend", "Totaal"),
        t["housing"].total(housing="unknown"),
        everyone,
    )


_OWN_SHARE = {
    ("figuur-3", "Wijkgezondheidscentrum Wel en Wee", "Totaal"): ("wel_en_wee", 1),
    ("figuur-3", "ID-team", "Totaal"): ("id_team", 0),
}


def _referrals(t: Tables, printed: Printed) -> Iterator[Claim]:
    """Figuur 3: who referred the families."""
    referrer, everyone = t["referrer"], t["trajectory"].total()
    others = [
        code
        for code in codebook.codes_in_group("referrer", "external")
        if code not in ("az_sint_maarten", "wel_en_wee")
    ]
    for key, (code, decimals) in _OWN_SHARE.items():
        yield margins.share(key, printed.text(key), decimals, referrer.total(referrer=code), everyone)
    key = ("figuur-3", "andere partners", "Totaal")
    yield margins.share(key, printed.text(key), 1, referrer.total(referrer=others), everyone)
    key = ("figuur-3", "Kind en Gezin", "Totaal")
    yield margins.count(key, printed.text(key), referrer.total(referrer="kind_en_gezin"))
    yield _busiest(printed, referrer, others)
    yield _second_largest(printed, referrer)


def _busiest(printed: Printed, referrer: CountTable, others: list[str]) -> Claim:
    """No other service has more than 9; each has some, and the first named has 9."""
    key = ("figuur-3", "andere partners (hoogste aantal per dienst)", "Totaal")
    highest = Fraction(printed.number(*key))
    services = [referrer.total(referrer=code) for code in others]
    conditions = tuple(Between(service, low=Fraction(1), high=highest) for service in services)

    def show(counts) -> tuple[str, str]:
        return str(max(service.value(counts) for service in services)), "the largest of the services"

    return Claim(key, printed.text(key), (*conditions, Between(services[0], low=highest)), show)


def _second_largest(printed: Printed, referrer: CountTable) -> Claim:
    """The internal services refer fewer families than the hospital, more than any other.

    The other partners are many services, not one: they have no rank.
    """
    key = ("figuur-3", "interne diensten Sociaal Huis (rang)", "Totaal")
    own, hospital = referrer.total(referrer="sociaal_huis"), referrer.total(referrer="az_sint_maarten")
    smaller = [referrer.total(referrer=code) for code in ("id_team", "wel_en_wee")]
    above = (Between(own - service, low=Fraction(1)) for service in smaller)

    def show(counts) -> tuple[str, str]:
        return str(own.value(counts)), f"hospital {hospital.value(counts)}"

    return Claim(key, printed.words(key), (Between(hospital - own, low=Fraction(1)), *above), show)
