"""Tiles of a treemap."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.figures.shapes.treemap import squarify


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.floats(1, 9), st.floats(1, 9))
def test_tiles_fill_the_rectangle_without_overlap(sizes, width, height):
    sizes = sorted(sizes, reverse=True)
    boxes = squarify(sizes, width, height)
    for size, (x, y, w, h) in zip(sizes, boxes, strict=True):
        assert w * h == pytest.approx(size * width * height / sum(sizes))
        assert x >= -1e-9 and y >= -1e-9 and x + w <= width + 1e-9 and y + h <= height + 1e-9
    for (x, y, w, h), (u, v, a, b) in combinations(boxes, 2):
        assert min(x + w, u + a) - max(x, u) < 1e-6 or min(y + h, v + b) - max(y, v) < 1e-6


def test_the_example_of_the_paper_on_squarified_treemaps():
    boxes = squarify([6, 6, 4, 3, 2, 2, 1], 6, 4)
    assert [(round(w, 3), round(h, 3)) for _, _, w, h in boxes[:4]] == [(3, 2), (3, 2), (1.714, 2.333), (1.286, 2.333)]
