"""The codebook of a city's own registration: ours, with its programmes, referrers, partners, incomes and period."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pandas as pd

from helpers.data.files import CODEBOOK, read_strings
from helpers.data.workbook.form import partner_of
from helpers.data.workbook.settings import Settings

#: What ours notes about the records of the report, said of any registration; empty where nothing is left to say.
_NOTES = {
    "dossier": "Een nummer, geen naam.",
    "birth_measurement_month": "",
    "child_age_at_start": "In maanden; negatief is voor de geboorte.",
    "interest_end": "Een lang programma wordt ook gemeten terwijl de begeleiding nog loopt. "
    "Anders niet van toepassing zolang het einde er niet is.",
    "family": "Een nummer, geen naam.",
    "mother": "Een nummer, geen naam.",
    "indicator": "",
    "moment": "",
}


def write(settings: Settings, folder: Path) -> None:
    """Write it into a folder, which `helpers.data.codebook.using` can name."""
    shutil.copytree(CODEBOOK, folder, dirs_exist_ok=True)
    _categories(settings).to_csv(folder / "categories.csv", index=False, lineterminator="\n")
    _variables(settings).to_csv(folder / "variables.csv", index=False, lineterminator="\n")
    study = read_strings(CODEBOOK / "study.csv").set_index("name")
    study.loc["last_month_of_dataset", "value"] = settings.last_month
    # No question of the form came later than the rest.
    study.loc["first_birth_measurement", "value"] = settings.first_month
    study.reset_index().to_csv(folder / "study.csv", index=False, lineterminator="\n")


def codes(names: list[str], known: dict[str, str]) -> dict[str, str]:
    """A code for each name, in order: that of the same label of ours, or one made of its letters.

    Parameters
    ----------
    names
        Different from each other.
    known
        Label of each code of ours.
    """
    by_label = {label: code for code, label in known.items()}
    found: dict[str, str] = {}
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("+", " plus")
        made = by_label.get(name) or "_".join(re.findall(r"[a-z0-9]+", plain)) or "x"
        while made in found.values():
            made += "_2"
        found[name] = made
    return found


def _categories(settings: Settings) -> pd.DataFrame:
    """Ours with other programmes and referrers, and more incomes: each that is no benefit is a group of its own."""
    ours = read_strings(CODEBOOK / "categories.csv")
    labels = {name: rows.set_index("code")["label_nl"].to_dict() for name, rows in ours.groupby("categories")}
    programmes = [(programme.name, "long" if programme.is_long else "") for programme in settings.programmes]
    referrers = [(referrer.name, "internal" if referrer.is_internal else "external") for referrer in settings.referrers]
    incomes = [(income.name, "benefit" if income.is_benefit else "") for income in settings.incomes]
    groups = [(name, group) for name, group in incomes if not group]
    known = list(labels["income"].values())
    pieces = [
        ours[~ours["categories"].isin(["programme", "referrer"])],
        _listed("programme", programmes, codes([name for name, _ in programmes], labels["programme"])),
        _listed("referrer", referrers, codes([name for name, _ in referrers], labels["referrer"])),
    ]
    by_name = codes([*known, *(name for name, _ in incomes)], labels["income"])
    pieces += [_listed("income", incomes, by_name), _listed("income_group", groups, by_name)]
    return pd.concat(pieces, ignore_index=True)


def _listed(categories: str, named: list[tuple[str, str]], by_name: dict[str, str]) -> pd.DataFrame:
    """The answers of a list, by name and group."""
    rows = [(categories, by_name[name], name, name, group, "") for name, group in named]
    return pd.DataFrame(rows, columns=["categories", "code", "label_nl", "label_en", "group", "note_nl"])


def _variables(settings: Settings) -> pd.DataFrame:
    ours = read_strings(CODEBOOK / "variables.csv")
    ours["note_nl"] = ours["name"].map(_NOTES).fillna(ours["note_nl"])
    is_month = ours["type"] == "month"
    ours.loc[is_month, "minimum"], ours.loc[is_month, "maximum"] = settings.first_month, settings.last_month
    partner = ours["name"].map(partner_of)
    at_start = ours[partner.map(lambda found: found is not None and found[1] == "start")]
    labels = {partner_of(row.name_): row.label_nl for row in at_start.rename(columns={"name": "name_"}).itertuples()}
    by_name = codes(list(settings.partners), {code: label for (code, _), label in labels.items()})
    pieces = [ours[partner.isna() & (ours["records"] == "registration")]]
    for moment, suffix in (("start", ""), ("end", ", bij het einde")):
        example = ours[partner.map(lambda found, moment=moment: found is not None and found[1] == moment)].iloc[0]
        pieces.append(
            pd.DataFrame(
                [
                    example.to_dict()
                    | {"name": f"org_{code}_{moment}", "label_nl": name + suffix, "label_en": name + suffix}
                    for name, code in by_name.items()
                ],
                columns=ours.columns,
            )
        )
    return pd.concat([*pieces, ours[ours["records"] != "registration"]], ignore_index=True)
