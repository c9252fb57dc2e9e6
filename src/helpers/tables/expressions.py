"""Small sums over named values, such as ``9 + tabel-4[mean,total]``, exactly.

Only numbers, ``+ - * /``, comparisons and references are understood; nothing
is executed.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction

_ARITHMETIC = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


_COMPARISONS = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
}


class ExpressionError(ValueError):
    """An expression that cannot be read or worked out."""


def evaluate(expression: str, reference: re.Pattern, value_of: Callable[[str], Fraction]) -> list[Fraction | bool]:
    """Work out one expression, or several with commas between them.

    Parameters
    ----------
    expression
        For example ``1 - tabel-14[admin_play,total]``.
    reference
        What a reference to a value looks like.
    value_of
        Gives the value of a reference, as it stands in the expression.

    Returns
    -------
    list
        One exact number, or True or False for a comparison, per expression.

    Raises
    ------
    ExpressionError
        For anything that is not a sum or a comparison, or divides by zero.
    """
    references = reference_list(expression, reference)
    names = {f"_{i}": text for i, text in enumerate(references)}
    numbered = iter(names)
    try:
        tree = ast.parse(reference.sub(lambda _: next(numbered), expression), mode="eval").body
        parts = tree.elts if isinstance(tree, ast.Tuple) else [tree]
        return [_value(part, lambda name: value_of(names[name])) for part in parts]
    except (SyntaxError, KeyError, ZeroDivisionError) as error:
        raise ExpressionError(f"{expression!r}: {error}") from error


def reference_list(expression: str, reference: re.Pattern) -> list[str]:
    """Every reference in an expression, as it stands there."""
    return [match[0] for match in reference.finditer(expression)]


def _value(node: ast.expr, named: Callable[[str], Fraction]) -> Fraction | bool:
    match node:
        case ast.Constant(value=int() as number):
            return Fraction(number)
        case ast.Name(id=name):
            return named(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, named)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return _ARITHMETIC[type(op)](_value(left, named), _value(right, named))
        case ast.Compare(left=left, ops=ops, comparators=others) if all(type(o) in _COMPARISONS for o in ops):
            values = [_value(part, named) for part in (left, *others)]
            pairs = zip(ops, values, values[1:], strict=False)
            return all(_COMPARISONS[type(op)](one, two) for op, one, two in pairs)
    raise ExpressionError(f"not a sum or a comparison: {ast.unparse(node)}")
