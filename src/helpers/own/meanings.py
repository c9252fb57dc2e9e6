"""What the columns of a registration and their answers mean, from the codebook in use and the Instellingen alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from helpers.data import codebook, instrument
from helpers.data.codebook import Variable
from helpers.data.workbook import form
from helpers.data.workbook.settings import Settings
from helpers.own.scores import instrument_of


def meanings(settings: Settings, kinds: Collection[str]) -> dict:
    """The programmes, the period and every question of some kinds of records, for JSON.

    Nothing in it was answered by anybody: it is the same for every registration with these settings.

    Parameters
    ----------
    kinds
        The kinds of records that were filled in.
    """
    questions = {kind: list(_questions(kind)) for kind in codebook.kinds_of_records() if kind in kinds}
    missing = {answer for asked in questions.values() for one in asked for answer in one["missing"]}
    return {
        "programmes": [{"name": one.name, "is_long": one.is_long} for one in settings.programmes],
        "period": [settings.first_month, settings.last_month],
        "internal_referrers": [one.name for one in settings.referrers if one.is_internal],
        "partners": list(settings.partners),
        "missing": {
            one.label_nl: one.note_nl for one in codebook.categories("missing").values() if one.label_nl in missing
        },
        "questions": questions,
    }


def _questions(kind: str) -> Iterator[dict]:
    """Every column of the form but those of the partner organisations, which all ask the same."""
    for column in form.columns(kind):
        if form.partner_of(column.name):
            continue
        is_indicator = column.name not in codebook.variables(kind)
        yield {
            "id": column.name,
            "label": column.heading,
            "type": column.variable.type,
            "answers": _levels(kind, column.name) if is_indicator else _answers(column.variable),
            "counted": _counted(column.variable),
            "missing": [codebook.labels("missing")[code] for code in column.variable.missing],
            "note": column.variable.note_nl,
        }


def _answers(variable: Variable) -> list[str]:
    if variable.type == "category":
        return list(codebook.labels(variable.categories).values())
    return [f"van {variable.minimum} tot {variable.maximum}"] if variable.type == "integer" else []


def _counted(variable: Variable) -> list[str]:
    """What is counted at the start and at the end, where it is not simply yes."""
    labels = codebook.labels(variable.categories) if variable.type == "category" else {}
    return [labels.get(code, code) for code in variable.counted if variable.categories != "yes_no"]


def _levels(kind: str, indicator: str) -> list[str]:
    """What each score of an indicator says."""
    name = instrument_of(kind)
    return [f"{level}: {text}" for level, text in instrument.levels(name, indicator).items() if level.isdigit()]
