"""Relations as they are declared in YAML, spelled out for the printed cells.

Source: ``data/relations/relations.yml``; the README beside it explains the
notation (``<row>``, ``*``, ``over``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from inspect import Parameter, signature
from itertools import product

import yaml

from helpers.checking.rules.relations import RULES, Given, Key, Place, Printed, Relation, Remainder
from helpers.checking.rules.rounding import numbers_in

_PLACEHOLDER = re.compile(r"<(\w+)>")


class RelationError(ValueError):
    """A relation is declared in a way that cannot be understood."""


def read_relations(text: str, printed: Printed) -> dict[str, Relation]:
    """Read a declaration of relations, and spell it out for the printed cells.

    Parameters
    ----------
    text
        YAML, with a list under ``relations``.
    printed
        The cells that exist.

    Returns
    -------
    dict of str to Relation
        By name.

    Raises
    ------
    RelationError
        For an unknown kind, argument or cell, a pattern that matches nothing, or a
        name that is used twice.
    """
    # The loader in C, where it is there, takes a tenth of the half second.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        declared = yaml.load(text, loader)["relations"]
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise RelationError(f"the relations are no YAML with a list under 'relations': {error}") from error
    relations: dict[str, Relation] = {}
    for declaration in declared:
        for relation in _spell_out(declaration, printed):
            if relation.name in relations:
                raise RelationError(f"two relations are called {relation.name!r}")
            relations[relation.name] = relation
    return relations


def _spell_out(declaration: Mapping, printed: Printed) -> list[Relation]:
    arguments = {k: v for k, v in declaration.items() if k not in ("name", "kind", "over", "note")}
    name, kind, over = declaration["name"], declaration["kind"], declaration.get("over")
    if kind not in RULES:
        raise RelationError(f"{name}: no rule is called {kind!r}")
    parameters = signature(RULES[kind]).parameters.values()
    needed = {parameter.name for parameter in parameters if parameter.default is Parameter.empty}
    if not needed <= arguments.keys() <= {parameter.name for parameter in parameters}:
        raise RelationError(f"{name}: {kind} takes {', '.join(sorted(needed))}, not {', '.join(sorted(arguments))}")
    strict = over is not None
    found = []
    for values in over if strict else _labels(name, arguments, printed):
        filled = _fill(arguments, values)
        is_pattern = bool(values) and not strict
        missing = [str(place) for place in _named(filled) if not _has(place, printed, is_pattern)]
        if not missing:
            found.append(Relation(_fill(name, values), kind, _resolve_all(filled, printed)))
        elif strict:
            raise RelationError(f"{name}: not printed: {', '.join(missing)}")
    if not found:
        raise RelationError(f"{name}: matches no printed cells")
    return found


def _has(place: Place, printed: Printed, is_pattern: bool) -> bool:
    """Whether a cell was printed; a pattern passes by one that holds no number (``/``)."""
    return place.key in printed and (not is_pattern or bool(numbers_in(printed[place.key])))


def _labels(name: str, arguments: Mapping, printed: Printed) -> list[dict[str, str]]:
    """What ``<row>`` and ``<column>`` stand for: the labels of the first table with them."""
    patterns = [text for text in _strings(arguments) if _PLACEHOLDER.search(text)]
    wanted = sorted(set(_PLACEHOLDER.findall(" ".join(patterns))))
    if wanted != sorted(set(_PLACEHOLDER.findall(name))) or not set(wanted) <= {"row", "column"}:
        raise RelationError(f"{name}: the name and the cells should share the placeholders {wanted}")
    if not wanted:
        return [{}]
    id = _split(patterns[0])[0]
    rows = dict.fromkeys(row for i, row, _ in printed if i == id)
    columns = dict.fromkeys(column for i, _, column in printed if i == id)
    choices = [{"row": rows, "column": columns}[axis] for axis in wanted]
    return [dict(zip(wanted, labels, strict=True)) for labels in product(*choices)]


def _fill(value, labels: Mapping[str, str]):
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda match: labels[match[1]], value)
    if isinstance(value, list):
        return [_fill(item, labels) for item in value]
    return {key: _fill(item, labels) for key, item in value.items()}


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value if isinstance(value, list) else [v for k, v in value.items() if k != "given"]:
            yield from _strings(item)


def _named(arguments: Mapping) -> list[Place]:
    return [_place(text) for text in _strings(arguments) if "*" not in _split(text)]


def _resolve_all(arguments: Mapping, printed: Printed) -> dict[str, Place | Remainder | Given | tuple]:
    named = {place.key for place in _named(arguments)}

    def resolve(value) -> list[Place | Remainder | Given]:
        if isinstance(value, dict) and "given" in value:
            return [Given(value["given"])]
        if isinstance(value, dict):
            return [Remainder(_place(value["total"]), _place(value["without"]))]
        if isinstance(value, list):
            return [place for item in value for place in resolve(item)]
        return _matches(value, printed, named) if "*" in _split(value) else [_place(value)]

    # A list stays a list, also when it holds one number.
    return {
        name: tuple(resolve(value)) if isinstance(value, list) else resolve(value)[0]
        for name, value in arguments.items()
    }


def _matches(text: str, printed: Printed, named: set[Key]) -> list[Place]:
    """What ``*`` stands for: every cell that the relation does not name in full."""
    pattern = _place(text)
    return [
        Place(key, pattern.index)
        for key in printed
        if key not in named and all(part in ("*", label) for part, label in zip(pattern.key, key, strict=True))
    ]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


def _place(text: str) -> Place:
    parts = _split(text)
    if len(parts) not in (3, 4):
        raise RelationError(f"a cell is written as id | row | column, not {text!r}")
    return Place(tuple(parts[:3]), int(parts[3]) if len(parts) == 4 else 0)
