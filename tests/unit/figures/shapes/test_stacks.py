"""Labels below a stacked bar."""

import pytest

from helpers.figures.shapes.stacks import spread


def test_labels_are_spread_without_overlap():
    centres = spread([0.01, 0.02, 0.5, 0.99], [0.1, 0.1, 0.2, 0.1], 0.02)
    assert centres == pytest.approx([0.05, 0.17, 0.5, 0.95])
    assert spread([0.97, 0.98], [0.1, 0.1], 0.02) == pytest.approx([0.83, 0.95])
