"""The outcome of a check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """Whether printed numbers can all be right, and why.

    Attributes
    ----------
    consistent : bool
    proof : str
        In Dutch, short enough to redo by hand: ``16 + 230 = 246, niet 238``.
    """

    consistent: bool
    proof: str
