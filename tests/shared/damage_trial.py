"""Random damage to thirty dossiers, and what the check makes of it."""

from __future__ import annotations

import csv
from pathlib import Path

import random_damage
from filled_workbook import answers, settings

from helpers.data.workbook import form
from helpers.data.workbook.messages import told_once
from helpers.data.workbook.reading import Intake, read_folder

#: A person reads no more messages about one mistake than this.
READABLE = 10

_DOSSIERS = 30


class Trial:
    """A folder with a registration in which nothing is wrong, to be damaged again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows = [[column.heading for column in form.columns("registration")], *answers("registration")[:_DOSSIERS]]
        with (folder / "instellingen.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(settings(_DOSSIERS))
        self.good = self._read(random_damage.text(self.rows))
        self.usual = self._said(self.good)

    def run(self, seed: int) -> str:
        """``told``, ``the same`` when the records are those of the good file, or what is not right."""
        intake = self._read(random_damage.damaged(seed, self.rows))
        said = self._said(intake)
        new = said - self.usual
        if len(new) > READABLE:
            return f"{len(new)} messages"
        if new:
            return "told"
        good, read = (one.records["registration"].sort_values("dossier") for one in (self.good, intake))
        if good.to_numpy().tolist() == read.to_numpy().tolist():
            return "the same"
        return "told" if intake.normalised != self.good.normalised else "read otherwise in silence"

    def _read(self, text: str) -> Intake:
        (self.folder / "registratie.csv").write_text(text, encoding="utf-8", newline="")
        return read_folder(self.folder)

    def _said(self, intake: Intake) -> set[str]:
        return {message.text() for message in told_once(intake.findings)}
