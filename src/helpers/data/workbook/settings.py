"""The sheet Instellingen: what differs from one city or service to another."""

from __future__ import annotations

from dataclasses import dataclass

#: The name of the sheet, or of a CSV file.
SHEET = "Instellingen"

#: So many programmes, referrers, partner organisations and incomes have a line.
PROGRAMMES, REFERRERS, PARTNERS, INCOMES = 4, 25, 20, 6

#: What tables call everybody, and the families of whom nobody knows an answer: nothing of a city can be called so.
TOTAL, UNKNOWN = "Totaal", "Onbekend of niet geregistreerd"


@dataclass(frozen=True)
class Programme:
    """A programme; a long one is measured again while the support still runs."""

    name: str
    is_long: bool = False


@dataclass(frozen=True)
class Referrer:
    """Who sends families; internal to the city or service, or not."""

    name: str
    is_internal: bool = False


@dataclass(frozen=True)
class Income:
    """A kind of income that our list does not have; a benefit is counted with the others, anything else by itself."""

    name: str
    is_benefit: bool = False


@dataclass(frozen=True)
class Settings:
    """A city or service.

    Attributes
    ----------
    name : str
    programmes : tuple of Programme
        One to four.
    first_month, last_month : str
        The period, such as ``2023-09``.
    threshold : int
        Counts below it are not shown.
    dossiers : int or None
        How many dossiers the registration holds, as the person counts them.
    referrers : tuple of Referrer
    partners : tuple of str
        Organisations that may be involved.
    incomes : tuple of Income
        Beside those of our list.
    """

    name: str
    programmes: tuple[Programme, ...]
    first_month: str
    last_month: str
    threshold: int = 5
    dossiers: int | None = None
    referrers: tuple[Referrer, ...] = ()
    partners: tuple[str, ...] = ()
    incomes: tuple[Income, ...] = ()
