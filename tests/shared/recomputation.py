"""Every table and figure of chapter 3, chapter 4.1 and appendix 2, computed a second time.

From the records as strings, in plain pandas, without the helpers: the first
and the second computation share the codes of the codebook, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pandas as pd

from helpers.data.files import CODEBOOK

_CATEGORIES = pd.read_csv(CODEBOOK / "categories.csv", dtype=str, keep_default_na=False)

#: The groups of answers that the tables put together.
_BENEFITS = ["disability_allowance", "unemployment", "sickness", "invalidity", "benefit"]
_NOT_KNOWN = ["unknown", "not_applicable"]


@dataclass(frozen=True)
class Expected:
    """One number of a page: exact, as it should be written, and its n."""

    value: Fraction | None
    text: str
    n: int
    high: str = ""


Cells = dict[tuple[str, str], Expected]


def recomputed(codes: pd.DataFrame) -> dict[str, Cells]:
    """The expected cells of every table and figure, by row and column key.

    Parameters
    ----------
    codes
        Registration records as strings, as they stand in the file.
    """
    dataset = codes[codes["start_month"] <= "2023-09"]
    first = dataset[dataset["first_dossier"] == "not_applicable"]
    impact = first[(first["end_month"] != "not_applicable") | (first["programme"] == "opkomst_plus")]
    birth = first[first["birth_measurement_month"].str.match(r"\d")]
    groups = {"original": dataset, "described": first, "impact": impact, "birth": birth}
    return {
        "tabel-1": {(name, key): _count(len(part)) for name, group in groups.items() for key, part in _split(group)},
        "tabel-2": _by_year(codes),
        "tabel-3": _durations(first),
        "tabel-4": _child_age(first),
        "tabel-5": _interest(first),
        **_ages(first),
        "tabel-7": _children(first),
        "tabel-8": _answers(first, "parents_diploma", _codes("diploma"), ["unknown", "not_applicable"]),
        "tabel-9": _percent_and_n(first, "mother_employment", [*_codes("employment"), *_NOT_KNOWN], total=True),
        "tabel-10": _percent_and_n(first, "housing", _codes("housing"), total=False),
        "tabel-11": _answers(first, "network", _codes("network"), None),
        **_items(first, "difficulty_", "tabel-12", "tabel-13", 2),
        **_items(first, "admin_", "tabel-14", "tabel-15", 1),
        "tabel-16": _housing_and_work(impact),
        "tabel-17": _evolution(birth, "admin_", "", "birth"),
        "tabel-18": _evolution(impact, "admin_", "", "end") | _unknown_play(impact),
        "tabel-19": _evolution(impact, "org_", "_start", "end"),
        **_income_and_family(first),
        **_income_at_end(impact),
        **_referrals(first),
        "figuur-4": _pregnant(first),
        "figuur-5": _pregnancies(first),
        "figuur-7": _families(first),
        "figuur-8": _mothers_income(first),
        "figuur-9": _residence(first),
        "figuur-10": _moves(impact),
        "figuur-15": _cross(_couples(first), "mother_income", "partner_income", ["unknown"]),
    }


# ---- Numbers as they are written ----


def written(value: Fraction, decimals: int) -> str:
    """A number in Dutch, rounded half away from zero."""
    with localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{abs(rounded) if not rounded else rounded:,}".replace(",", "·").replace(".", ",").replace("·", ".")


def _count(number: int, n: int | None = None) -> Expected:
    return Expected(Fraction(number), written(Fraction(number), 0), number if n is None else n)


def _share(part: int, n: int, decimals: int = 1, possible: int | None = None) -> Expected:
    if not n:
        return Expected(None, "/", 0)
    high = "" if possible is None else written(Fraction(possible * 100, n), decimals) + "%"
    return Expected(Fraction(part, n), written(Fraction(part * 100, n), decimals) + "%", n, high)


def _number(value: Fraction | None, decimals: int, n: int) -> Expected:
    return Expected(value, "/" if value is None else written(value, decimals), n)


def _mean(values: list[int], decimals: int) -> Expected:
    return _number(Fraction(sum(values), len(values)) if values else None, decimals, len(values))


def _extreme(values: list[int], pick) -> Expected:
    return _number(Fraction(pick(values)) if values else None, 0, len(values))


# ---- Pieces ----


def _codes(name: str) -> list[str]:
    return list(_CATEGORIES.loc[_CATEGORIES["categories"] == name, "code"])


def _split(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [*_programmes(frame), ("total", frame)]


def _programmes(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(code, frame[frame["programme"] == code]) for code in ("opkomst_plus", "opkomst")]


def _whole(values: pd.Series) -> list[int]:
    return [int(value) for value in values if value.lstrip("-").isdigit()]


def _known(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    return frame[frame[name].str.fullmatch(r"-?\d+")]


def _income(values: pd.Series) -> pd.Series:
    return values.mask(values.isin(_BENEFITS), "benefit")


def _of(values: pd.Series, codes: list[str], decimals: int = 1) -> Expected:
    return _share(int(values.isin(codes).sum()), len(values), decimals)


# ---- Chapter 3 ----


def _by_year(codes: pd.DataFrame) -> Cells:
    counts = codes.groupby([codes["start_month"].str.slice(0, 4), "programme"]).size()
    years = sorted({month[:4] for month in codes["start_month"]})
    cells = {(y, key): _count(int(counts.get((y, key), 0))) for y in years for key in ("opkomst_plus", "opkomst")}
    cells |= {(y, "total"): _count(int(counts[y].sum())) for y in years}
    return cells | {("total", key): _count(len(part)) for key, part in _split(codes)}


def _durations(first: pd.DataFrame) -> Cells:
    def month(text: str) -> int:
        return int(text[:4]) * 12 + int(text[5:])

    cells = {}
    parts = {
        "finished": first[first["end_month"].str.match(r"\d")],
        "running": first[first["end_month"] == "not_applicable"],
    }
    for row, part in parts.items():
        for key, dossiers in _programmes(part):
            ends = dossiers["end_month"].replace("not_applicable", "2023-09")
            months = [month(end) - month(start) for start, end in zip(dossiers["start_month"], ends, strict=True)]
            cells[row, f"{key}.mean"] = _mean(months, 1)
            cells[row, f"{key}.max"], cells[row, f"{key}.min"] = _extreme(months, max), _extreme(months, min)
            cells[row, f"{key}.n"] = _count(len(months))
    return cells


def _child_age(first: pd.DataFrame) -> Cells:
    known, cells = _known(first, "child_age_at_start"), {}
    for key, part in _split(known):
        ages = _whole(part["child_age_at_start"])
        cells |= {
            ("mean", key): _mean(ages, 1),
            ("minimum", key): _extreme(ages, min),
            ("maximum", key): _extreme(ages, max),
        }
    return cells | {("n", ""): _count(len(known))}


def _interest(first: pd.DataFrame) -> Cells:
    known = first[first["interest"].isin(_codes("interest"))]
    cells = {(code, key): _of(part["interest"], [code]) for code in _codes("interest") for key, part in _split(known)}
    return cells | {("n", ""): _count(len(known))}


def _ages(first: pd.DataFrame) -> dict[str, Cells]:
    known, table, figure = _known(first, "mother_age"), {}, {}
    everyone = [(age - 12) // 3 for age in _whole(known["mother_age"])]
    for key, part in _programmes(known):
        ages = _whole(part["mother_age"])
        numbers = {"mean": _mean(ages, 0), "minimum": _extreme(ages, min), "maximum": _extreme(ages, max)}
        table |= {("age", f"{key}.{name}"): number for name, number in numbers.items()}
        figure |= {(name, key): number for name, number in numbers.items()}
        for group in range(min(everyone), max(everyone) + 1):
            figure[str(12 + 3 * group), key] = _count(sum((age - 12) // 3 == group for age in ages), len(ages))
    below = {("n", ""): _count(len(known))}
    return {"tabel-6": table | below, "figuur-6": figure | below}


def _children(first: pd.DataFrame) -> Cells:
    known, cells = _known(first, "children_present"), {}
    for number in map(str, range(max(_whole(known["children_present"])) + 1)):
        cells |= {(number, key): _of(part["children_present"], [number]) for key, part in _split(known)}
        cells[number, "n"] = _count(int((known["children_present"] == number).sum()))
    return cells | {("total", "n"): _count(len(known))}


def _answers(first: pd.DataFrame, name: str, codes: list[str], missing: list[str] | None) -> Cells:
    rows = {code: [code] for code in [*codes, *(missing or [])]} | ({} if missing else {"unknown": _NOT_KNOWN})
    cells = {(row, key): _of(part[name], answer) for row, answer in rows.items() for key, part in _split(first)}
    cells |= {(row, "n"): _count(int(first[name].isin(answer).sum())) for row, answer in rows.items()}
    return cells | {("total", "n"): _count(len(first))}


def _percent_and_n(first: pd.DataFrame, name: str, codes: list[str], total: bool) -> Cells:
    rows = {code: [code] for code in codes} | ({} if total else {"unknown": _NOT_KNOWN})
    cells = {(row, "percent"): _of(first[name], answer) for row, answer in rows.items()}
    cells |= {(row, "n"): _count(int(first[name].isin(answer).sum())) for row, answer in rows.items()}
    cells |= {("total", "percent"): _share(len(first), len(first), 0)} if total else {}
    return cells | {("total", "n"): _count(len(first))}


def _items(first: pd.DataFrame, prefix: str, shares: str, means: str, decimals: int) -> dict[str, Cells]:
    names = [name for name in first if name.startswith(prefix) and not name.endswith(("_end", "_birth"))]
    yes, unknown = first[names] == "yes", first[names] == "unknown"
    cells, averages = {}, {}
    for key, part in _split(first):
        n, rows = len(part), part.index
        for name in names:
            some, doubt = int(yes.loc[rows, name].sum()), int(unknown.loc[rows, name].sum())
            cells[name, key] = _share(some, n, possible=some + doubt)
        present, doubtful = (int(answers.loc[rows].to_numpy().sum()) for answers in (yes, unknown))
        averages["yes", key] = Expected(
            Fraction(present, n),
            written(Fraction(present, n), decimals),
            n,
            written(Fraction(present + doubtful, n), decimals),
        )
        averages["unknown", key] = _number(Fraction(doubtful, n), decimals, n)
    below = {("n", ""): _count(len(first))}
    return {shares: cells | below, means: averages | below}


def _referrals(first: pd.DataFrame) -> dict[str, Cells]:
    groups = _CATEGORIES[_CATEGORIES["categories"] == "referrer"].groupby("group")["code"].agg(list)
    sides = {(side, key): _of(part["referrer"], groups[side]) for side in groups.index for key, part in _split(first)}
    large = {"az_sint_maarten": 1, "sociaal_huis": 1, "id_team": 0, "wel_en_wee": 1}
    partners = {(code, "total"): _of(first["referrer"], [code], decimals) for code, decimals in large.items()}
    partners["other", "total"] = _of(first["referrer"], [code for code in _codes("referrer") if code not in large])
    partners["kind_en_gezin", "total"] = _of(first["referrer"], ["kind_en_gezin"])
    return {"figuur-2": sides, "figuur-3": partners}


def _pregnant(first: pd.DataFrame) -> Cells:
    cells, known = {}, first[first["pregnant_at_start"].isin(["yes", "no"])]
    for year, part in known.groupby(known["start_month"].str.slice(0, 4)):
        cells |= {(year, code): _of(part["pregnant_at_start"], [code], 0) for code in ("yes", "no")}
        cells[year, "n"] = _count(len(part))
    return cells


def _pregnancies(first: pd.DataFrame) -> Cells:
    known = first[first["pregnancy_order"].isin(["first", "later"])]
    return {
        (code, key): _of(part["pregnancy_order"], [code], 0)
        for code in ("first", "later")
        for key, part in _split(known)
    }


def _families(first: pd.DataFrame) -> Cells:
    rows = {code: [code] for code in _codes("family_composition")} | {"unknown": _NOT_KNOWN}
    cells = {
        (row, key): _of(part["family_composition"], codes) for row, codes in rows.items() for key, part in _split(first)
    }
    return cells | {("n", ""): _count(len(first))}


def _mothers_income(first: pd.DataFrame) -> Cells:
    incomes = _income(first["mother_income"])
    cells = {(code, "total"): _of(incomes, [code]) for code in _codes("income_group")}
    return cells | {(code, "total"): _of(incomes, [code], 0) for code in _NOT_KNOWN} | {("n", ""): _count(len(first))}


def _residence(first: pd.DataFrame) -> Cells:
    rows = [*_codes("residence"), *_NOT_KNOWN]
    return {(code, who): _of(first[f"{who}_residence"], [code], 0) for code in rows for who in ("mother", "father")}


# ---- Chapter 4.1 ----


def _housing_and_work(impact: pd.DataFrame) -> Cells:
    known = impact[impact["housing_end"].isin(_codes("housing"))]
    items = [name for name in known if name.startswith("admin_") and name.endswith("_end")]
    rows = {
        "work": known[known["mother_income_end"] == "work"],
        "permanent": known[known["mother_employment_end"] == "permanent"],
        "many_items": known[[(row == "yes").sum() >= 6 for _, row in known[items].iterrows()]],
    }
    bad = ["homeless", "shelter", "temporary", "inadequate"]
    qualities = {"bad": bad, "good": ["adequate", "social"]}
    return {
        (row, key): _of(part["housing_end"], codes) for row, part in rows.items() for key, codes in qualities.items()
    }


def _evolution(frame: pd.DataFrame, prefix: str, start: str, later: str) -> Cells:
    cells = {}
    for name in [name for name in frame if name.startswith(prefix) and name.endswith(f"_{later}")]:
        item = name.removesuffix(f"_{later}")
        known = frame[frame[item + start].isin(["yes", "no"])]
        n, before = len(known), int((known[item + start] == "yes").sum())
        after, no = (int((known[name] == answer).sum()) for answer in ("yes", "no"))
        if not n:
            cells |= {(item, key): Expected(None, "/", 0) for key in ("start", later, "points", "change")}
            continue
        shares = [_share(before, n), _share(after, n, possible=n - no)]
        cells[item, "start"] = Expected(shares[0].value, f"{shares[0].text} ({before})", n)
        cells[item, later] = Expected(shares[1].value, f"{shares[1].text} ({after})", n, f"{shares[1].high} ({n - no})")
        one, two = (Fraction(share.text.rstrip("%").replace(",", ".")) for share in shares)
        cells[item, "points"] = _number(two - one, 1, n)
        change = (two - one) / one if one else None
        cells[item, "change"] = Expected(change, "/" if change is None else written(change * 100, 0) + "%", n)
    return cells


def _unknown_play(impact: pd.DataFrame) -> Cells:
    names = ("admin_play", "admin_play_end")
    return {(f"{name}.unknown", ""): _count(int((~impact[name].isin(["yes", "no"])).sum())) for name in names}


def _moves(impact: pd.DataFrame) -> Cells:
    situations = [*_codes("housing"), "unknown"]
    before, after = (
        impact[name].where(impact[name].isin(situations), "unknown") for name in ("housing", "housing_end")
    )
    cells = {(code, "start"): _of(before, [code]) for code in situations}
    cells |= {(code, "end"): _of(after, [code]) for code in situations}
    for code in situations:
        for to in situations:
            cells[code, f"to_{to}"] = _count(int(((before == code) & (after == to)).sum()), int((before == code).sum()))
    return cells | {("n", ""): _count(len(impact))}


# ---- Appendices 2 and 3 ----


def _income_and_family(first: pd.DataFrame) -> dict[str, Cells]:
    incomes, families = _income(first["mother_income"]), first["family_composition"]
    compositions = {code: [code] for code in _codes("family_composition")} | {"unknown": _NOT_KNOWN}
    groups = [*_codes("income_group"), "unknown"]
    shares = {(row, key): _of(families[incomes == row], codes) for row in groups for key, codes in compositions.items()}
    rows = {(row, "total"): _of(incomes[incomes == row], [row], 0) for row in groups}
    sizes = {("n", key): _count(int(families.isin(codes).sum())) for key, codes in compositions.items()}
    sizes["n", "total"] = _count(len(first))
    other: Cells = {}
    for column in [*_codes("family_composition"), "unknown"]:
        part = incomes[families == column]
        other |= {(row, column): _of(part, [row] if row != "unknown" else _NOT_KNOWN) for row in groups}
        other["total", column] = _share(len(part), len(part), 0)
    for row in groups:
        other[row, "n"] = _count(int(incomes.isin([row] if row != "unknown" else _NOT_KNOWN).sum()))
    other["total", "n"] = _count(len(first))
    return {"tabel-27": shares | rows | sizes, "figuur-14": shares, "tabel-28": other}


def _income_at_end(impact: pd.DataFrame) -> dict[str, Cells]:
    incomes, families = impact["mother_income_end"], impact["family_composition"]
    columns = {code: [code] for code in _codes("family_composition")} | {"unknown": _NOT_KNOWN}
    shares = {
        (row, key): _of(families[incomes == row], codes) for row in _codes("income") for key, codes in columns.items()
    }
    table = shares | {(row, "total"): _of(incomes[incomes == row], [row], 0) for row in _codes("income")}
    table |= {(row, "n"): _count(int((incomes == row).sum())) for row in _codes("income")}
    known = impact[impact["mother_income"].isin(_codes("income")) & incomes.isin(_codes("income"))]
    with_partner = impact[impact["partner_income_end"] != "not_applicable"]
    return {
        "tabel-29": table,
        "figuur-16": shares,
        "figuur-17": _cross(with_partner, "mother_income_end", "partner_income_end", ["unknown"]),
        "figuur-18": _cross(known, "mother_income", "mother_income_end", []),
    }


def _couples(first: pd.DataFrame) -> pd.DataFrame:
    return first[first["family_composition"].isin(["couple_blended", "couple_own"])]


def _cross(frame: pd.DataFrame, row_name: str, column_name: str, missing: list[str]) -> Cells:
    rows, columns = _income(frame[row_name]), _income(frame[column_name])
    codes = [*_codes("income_group"), *missing]
    return {
        (row, column): _count(int(((rows == row) & (columns == column)).sum()), int((rows == row).sum()))
        for row in codes
        for column in codes
    }
