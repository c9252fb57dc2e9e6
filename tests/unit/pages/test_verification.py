"""The counts of the verification."""

import pytest
from bs4 import BeautifulSoup

from helpers.checking import verify
from helpers.data import records
from helpers.pages.verification import verification_html


@pytest.fixture(scope="module")
def dossiers():
    return records.load_all()


@pytest.fixture(scope="module")
def checks(dossiers):
    return verify.verify(*dossiers)


def test_the_counts_add_up_to_all_printed_numbers(dossiers, checks):
    page = BeautifulSoup(verification_html(*dossiers), "html.parser")
    total = page.select("#stand tbody tr")[-1]
    shown = sum(int(cell.get_text().replace(".", "")) for cell in total.find_all("td"))
    assert shown == len(checks)
