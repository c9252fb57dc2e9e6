"""How relations are declared: patterns, stars, and declarations that say nothing."""

import pytest

from helpers.checking.printed import declarations
from helpers.checking.rules.notation import RelationError, read_relations
from helpers.checking.rules.relations import Place
from helpers.data import published
from helpers.data.files import RELATIONS

PRINTED = {
    ("t", "a", "x"): "1",
    ("t", "b", "x"): "2",
    ("t", "all", "x"): "3",
    ("t", "a", "y"): "33,3% (1)",
}


def declare(text):
    return read_relations(f"relations:\n{text}", PRINTED)


def test_a_star_stands_for_every_cell_that_is_not_named():
    relations = declare("  - {name: c, kind: closure, parts: [t | * | x], together: t | all | x}")
    assert relations["c"].arguments["parts"] == (Place(("t", "a", "x")), Place(("t", "b", "x")))
    assert relations["c"].verdict(PRINTED).proof == "1 + 2 = 3"


def test_a_pattern_makes_a_named_relation_for_each_row_that_has_the_cells():
    relations = declare(
        "  - {name: s <row>, kind: share, percentage: t | <row> | y | 1, counts: [t | <row> | x], base: t | all | x}",
    )
    assert list(relations) == ["s a"]
    assert relations["s a"].verdict(PRINTED).consistent


def test_a_pattern_passes_by_a_cell_without_a_number(monkeypatch):
    monkeypatch.setitem(PRINTED, ("t", "b", "y"), "/")
    relations = declare("  - {name: q <row>, kind: same_quantity, number: t | <row> | y | 2, source: t | <row> | x}")
    assert list(relations) == ["q a"]


def test_what_no_cell_prints_is_given():
    relations = declare(
        "  - {name: m, kind: subgroup_means, means: [t | b | x], counts: [t | a | x], together: t | b | x,"
        ' group: t | all | x, scale: {given: "1 tot 5"}}',
    )
    assert relations["m"].verdict(PRINTED).consistent
    assert relations["m"].keys == set(list(PRINTED)[:3])


def test_the_size_of_an_unprinted_group_is_a_difference():
    rest = "{total: t | all | x, without: t | b | x}"
    relations = declare(f"  - {{name: p, kind: possible_share, percentage: t | a | y | 1, base: {rest}}}")
    assert relations["p"].verdict(PRINTED).proof.startswith("geen enkel geheel aantal van 1 ")


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        ("{name: n, kind: magic, parts: [t | a | x]}", "no rule"),
        ("{name: n, kind: closure, parts: [t | a | x], all: t | all | x}", "takes parts, together"),
        ("{name: n, kind: [closure}", "no YAML"),
        ("{name: n, kind: closure, parts: [t | a | x], together: t | none | x}", "matches no printed cells"),
        ("{name: n, kind: closure, over: [{r: none}], parts: [t | a | x], together: t | <r> | x}", "not printed"),
        ("{name: n, kind: closure, parts: [t | <row> | x], together: t | all | x}", "placeholders"),
        ("{name: n, kind: closure, parts: [t a x], together: t | all | x}", "id | row | column"),
    ],
)
def test_a_declaration_that_says_nothing_is_an_error(declaration, message):
    with pytest.raises(RelationError, match=message.replace("|", r"\|")):
        declare(f"  - {declaration}")


def test_names_are_unique():
    declaration = "  - {name: c, kind: closure, parts: [t | * | x], together: t | all | x}\n"
    with pytest.raises(RelationError, match="two relations"):
        declare(declaration * 2)


def test_the_declared_relations_can_be_read_in_any_order_of_the_cells():
    cells = published.cells()[::-1]
    printed = dict(zip(cells[published.KEY].itertuples(index=False, name=None), cells["printed"], strict=True))
    assert set(read_relations((RELATIONS / "relations.yml").read_text(encoding="utf-8"), printed)) == set(
        declarations().relations
    )
