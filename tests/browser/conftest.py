"""The tests of this folder need Chromium."""

import browser
import pytest


@pytest.fixture(scope="session", autouse=True)
def _chromium():
    if browser.PROGRAM is None:
        pytest.skip("there is no Chromium")
