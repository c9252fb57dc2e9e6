"""Workbooks to read, made once."""

import shutil
from pathlib import Path

import filled_workbook
import pytest


@pytest.fixture(scope="session")
def _filled(tmp_path_factory) -> Path:
    kinds = ("registration", "case_study", "interviews")
    return filled_workbook.fill(tmp_path_factory.mktemp("filled") / "folder", kinds)


@pytest.fixture
def filled(_filled, tmp_path) -> Path:
    """A folder of workbooks with nothing wrong, to be damaged."""
    return Path(shutil.copytree(_filled, tmp_path / "stad"))


@pytest.fixture(scope="session")
def _small(tmp_path_factory) -> Path:
    return filled_workbook.fill(tmp_path_factory.mktemp("small") / "folder", rows=30)


@pytest.fixture
def small(_small, tmp_path) -> Path:
    """The same with the registration alone and thirty dossiers."""
    return Path(shutil.copytree(_small, tmp_path / "dorp"))
