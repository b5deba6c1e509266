"""One report alone: the expressions of the rules as plain functions, with the null logic of Polars.

Building a frame of one row and asking it two hundred questions takes longer than reading the whole workbook.
There is still one definition of every rule: the function is made from the expression itself.
"""

import json
import operator
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import polars as pl
from polars import Expr

Row = Mapping[str, Any]
Asked = Callable[[Row], Any]
"""What an expression says of a row: None where it cannot tell."""


def alone(expression: Expr) -> Asked:
    """The expression as a function of one row. ValueError if it does something that no rule has done yet."""
    return _made(json.loads(expression.meta.serialize(format="json")))


def _made(tree: dict[str, Any]) -> Asked:
    ((kind, inside),) = tree.items()
    if kind not in MAKERS:
        raise ValueError(f"an expression that cannot be asked of one report: {kind}")
    return MAKERS[kind](inside)


def _column(name: str) -> Asked:
    return lambda row: row.get(name)


def _literal(inside: Any) -> Asked:
    written = json.dumps({"Literal": inside}).encode()
    held = pl.select(Expr.deserialize(written, format="json")).item()
    value = tuple(held) if isinstance(held, pl.Series) else held
    return lambda _row: value


def _binary(inside: dict[str, Any]) -> Asked:
    left, right = _made(inside["left"]), _made(inside["right"])
    named: str = inside["op"]
    if named in DECIDED:
        return partial(_logic, DECIDED[named], left, right)
    if named not in OPERATIONS:
        raise ValueError(f"an operation that cannot be asked of one report: {named}")
    return partial(_operation, OPERATIONS[named], left, right)


def _operation(of: Callable[[Any, Any], Any], left: Asked, right: Asked, row: Row) -> Any:
    one = left(row)
    other = None if one is None else right(row)
    return None if other is None else of(one, other)


def _logic(decided: bool, left: Asked, right: Asked, row: Row) -> Any:
    """Three-valued: `decided` on either side decides, whatever the other; else what is unknown stays so."""
    one = left(row)
    if one is decided:
        return decided
    other = right(row)
    if other is decided:
        return decided
    return None if one is None or other is None else not decided


def _ternary(inside: dict[str, Any]) -> Asked:
    when, then, otherwise = (_made(inside[name]) for name in ("predicate", "truthy", "falsy"))
    return lambda row: then(row) if when(row) else otherwise(row)


def _function(inside: dict[str, Any]) -> Asked:
    named = json.dumps(inside["function"])
    if named not in FUNCTIONS:
        raise ValueError(f"a function that cannot be asked of one report: {named}")
    return partial(FUNCTIONS[named], [_made(tree) for tree in inside["input"]])


def _is_null(given: Sequence[Asked], row: Row) -> bool:
    return given[0](row) is None


def _is_not_null(given: Sequence[Asked], row: Row) -> bool:
    return given[0](row) is not None


def _not(given: Sequence[Asked], row: Row) -> bool | None:
    held = given[0](row)
    return None if held is None else not held


def _all(given: Sequence[Asked], row: Row) -> bool | None:
    held = [one(row) for one in given]
    return False if False in held else None if None in held else True


def _sum(given: Sequence[Asked], row: Row) -> int:
    return sum(held for one in given if (held := one(row)) is not None)


def _filled(given: Sequence[Asked], row: Row) -> Any:
    held = given[0](row)
    return given[1](row) if held is None else held


def _is_in(given: Sequence[Asked], row: Row) -> bool | None:
    held = given[0](row)
    return None if held is None else held in given[1](row)


MAKERS: Mapping[str, Callable[[Any], Asked]] = {
    "Column": _column,
    "Literal": _literal,
    "BinaryExpr": _binary,
    "Ternary": _ternary,
    "Function": _function,
}
DECIDED = {"And": False, "Or": True}
OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "Plus": operator.add,
    "Minus": operator.sub,
    "Multiply": operator.mul,
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtEq": operator.le,
    "Gt": operator.gt,
    "GtEq": operator.ge,
}
FUNCTIONS: Mapping[str, Callable[[Sequence[Asked], Row], Any]] = {
    '{"Boolean": "IsNull"}': _is_null,
    '{"Boolean": "IsNotNull"}': _is_not_null,
    '{"Boolean": "Not"}': _not,
    '{"Boolean": "AllHorizontal"}': _all,
    '{"Boolean": {"IsIn": {"nulls_equal": false}}}': _is_in,
    '{"SumHorizontal": {"ignore_nulls": true}}': _sum,
    '"FillNull"': _filled,
}
