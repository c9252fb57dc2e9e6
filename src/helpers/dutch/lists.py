from __future__ import annotations

from collections.abc import Sequence


def listing(parts: Sequence[str]) -> str:
    """Join words the Dutch way.

    >>> listing(["a", "b", "c"])
    'a, b en c'
    """
    return " en ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
