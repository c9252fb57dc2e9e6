"""Numbers of tables and sums of them, in ordinary Python: ``tabel_6["age", "opkomst.mean"]``.

A code cell of a notebook runs such an expression; the build of the book and the
checks work the same text out with `evaluate`, which understands what stands in
`_value` and executes nothing. Files under ``data/`` write the cell without quotes,
``tabel-6[age, opkomst.mean]``: `as_python` puts them in.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering
from typing import Any, ClassVar, Self

from helpers.tables.table import Cell, Table

_ARITHMETIC = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}

_COMPARISONS = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
}

#: A computed cell as the files write it.
CELL = re.compile(r"((?:tabel|figuur)-\d+)\[([^],]*),\s*([^]]*)\]")


class ExpressionError(ValueError):
    """An expression that cannot be read or worked out."""


def _arithmetic(symbol: str, function: Callable) -> tuple[Callable, Callable]:
    def forward(self: Number, other: Number | int) -> Number:
        return self._joined(symbol, function, self, other)

    def reverse(self: Number, other: Number | int) -> Number:
        return self._joined(symbol, function, other, self)

    return forward, reverse


@total_ordering
@dataclass(frozen=True, eq=False)
class Number:
    """The exact value of a computed cell, or of a sum of several.

    Attributes
    ----------
    value : Fraction or None
        None for a cell that nothing could be computed for.
    cells : tuple of (Table, Cell)
        What it was computed from, in the order of the expression.
    expression : str
        The same in Python.
    form : str
        ``count`` or ``n`` for a number behind a share; empty for the value itself.
    """

    value: Fraction | None
    cells: tuple[tuple[Table, Cell], ...]
    expression: str
    form: str = ""

    #: What may stand behind a dot.
    FORMS: ClassVar[frozenset[str]] = frozenset({"count", "n"})

    @classmethod
    def of(cls, table: Table, key: tuple[str, str]) -> Self:
        """The value of one cell.

        Raises
        ------
        KeyError
            When the table has no such cell.
        """
        cell = table[key]
        return cls(cell.value, ((table, cell),), f"{name_of(table.id)}[{', '.join(map(repr, key))}]")

    @property
    def count(self) -> Self:
        """The number of dossiers that a share stands for."""
        return self._behind("count")

    @property
    def n(self) -> Self:
        """The number of dossiers that a share is of."""
        return self._behind("n")

    def _behind(self, form: str) -> Self:
        ((_, cell),) = self.cells
        return type(self)(Fraction(getattr(cell, form)), self.cells, f"{self.expression}.{form}", form)

    __add__, __radd__ = _arithmetic("+", operator.add)
    __sub__, __rsub__ = _arithmetic("-", operator.sub)
    __mul__, __rmul__ = _arithmetic("*", operator.mul)
    __truediv__, __rtruediv__ = _arithmetic("/", operator.truediv)

    def __neg__(self) -> Self:
        return 0 - self

    @classmethod
    def _joined(cls, symbol: str, function: Callable, *parts: Number | int) -> Self:
        numbers = [part for part in parts if isinstance(part, Number)]
        value = function(*(part.value if isinstance(part, Number) else Fraction(part) for part in parts))
        texts = [part.expression if isinstance(part, Number) else str(part) for part in parts]
        return cls(value, sum((number.cells for number in numbers), ()), f" {symbol} ".join(f"({t})" for t in texts))

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, Number) else other)

    def __lt__(self, other: Number | int) -> bool:
        return self.value < (other.value if isinstance(other, Number) else other)

    def __hash__(self) -> int:
        return hash(self.value)


def evaluate(expression: str, names: Mapping[str, Any]) -> list[Any]:
    """Work out one expression, or several with commas between them.

    Parameters
    ----------
    expression
        For example ``1 - tabel_14["admin_play", "total"]``.
    names
        What each name in it stands for.

    Returns
    -------
    list
        What each expression gives: a value of `names`, something computed
        with these, a Fraction, or True or False for a comparison.

    Raises
    ------
    ExpressionError
        For anything that `_value` does not list, a name, cell or form that is
        not there, or a division by zero.
    """
    tree = _parsed(expression)
    try:
        return [_value(part, names) for part in (tree.elts if isinstance(tree, ast.Tuple) else [tree])]
    except (KeyError, TypeError, ZeroDivisionError) as error:
        raise ExpressionError(f"{expression}: {error}") from error


def name_of(id: str) -> str:
    """The name in Python of a table or figure: ``tabel_6``."""
    return id.replace("-", "_")


def as_python(expression: str) -> str:
    """An expression of a file in Python: its cells with quotes, and an underscore in the name of the table."""
    return CELL.sub(lambda cell: f"{name_of(cell[1])}[{cell[2]!r}, {cell[3]!r}]", expression)


def canonical(expression: str) -> str:
    """An expression in Python, with the spaces and brackets that every such expression has."""
    return ast.unparse(_parsed(expression))


def _parsed(expression: str) -> ast.expr:
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"{expression}: {error.msg}") from error


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=int() as number):
            return Fraction(number)
        case ast.Name(id=name):
            if name not in names:
                raise ExpressionError(f"{name} is not computed")
            return names[name]
        case ast.Subscript(value=inner, slice=ast.Constant() | ast.Tuple() as key):
            return _value(inner, names)[_literal(key)]
        case ast.Attribute(value=inner, attr=form):
            whole = _value(inner, names)
            if form not in (forms := getattr(whole, "FORMS", ())):
                raise ExpressionError(f"{ast.unparse(node)}: no form {form!r}; there is {sorted(forms)}")
            return getattr(whole, form)
        case ast.Call(func=ast.Name() as function, args=[], keywords=keywords):
            return _value(function, names)(
                **{keyword.arg: _literal(keyword.value) for keyword in keywords if keyword.arg}
            )
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return _ARITHMETIC[type(op)](_value(left, names), _value(right, names))
        case ast.Compare(left=left, ops=ops, comparators=others) if all(type(o) in _COMPARISONS for o in ops):
            values = [_value(part, names) for part in (left, *others)]
            pairs = zip(ops, values, values[1:], strict=False)
            return all(_COMPARISONS[type(op)](one, two) for op, one, two in pairs)
    raise ExpressionError(f"not a name, a cell, a form, a sum or a comparison: {ast.unparse(node)}")


def _literal(node: ast.expr) -> str | tuple[str, ...]:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Tuple(elts=parts) if all(isinstance(getattr(part, "value", None), str) for part in parts):
            return tuple(part.value for part in parts)
    raise ExpressionError(f"not a text: {ast.unparse(node)}")
