"""What became of every relation that could apply: declared, or waived with a reason.

Left to ``relations.yml`` alone, a relation could be declared where it passes and be missing where
it fails. So each candidate is looked for there, and what is not there needs a reason in
``data/relations/waivers.csv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from helpers.checking import claims, printed
from helpers.checking.candidates import Candidate, candidates
from helpers.checking.printed import Declarations
from helpers.checking.rules.relations import COPIES, Key, Relation
from helpers.checking.rules.verdict import Verdict
from helpers.data.files import RELATIONS, read_as

#: Rules that say that two printings are one number.
_COPIED = {"same_quantity", "same_number", "same_words"}


#: Rules that check at least as much as a candidate of each kind: a declared one of these, over the same cells, will do.
_WILL_DO = {
    "total": {"closure", "same_total"},
    "share": {"share"},
    "possible": {"share", "possible_share", "groups", "partition", "part_of_base", "mean_of_items"},
    "partition": {"partition", "part_of_base"},
    "groups": {"groups", "weighted_mean", "smallest", "largest", "mean_between"},
    "mean": {
        "possible_mean",
        "weighted_mean",
        "mean_of_items",
        "improved",
        "worsened",
        "subgroup_means",
        "scored_pairs",
    },
    "between": {"mean_between", "weighted_mean"},
    "change": {"points", "relative_change", "scored_pairs", "improved", "worsened", "unchanged"},
    "elsewhere": _COPIED,
    "smaller": {"subgroup_counts", "closure", "distinct"},
    "direction": {"row_not_column"},
    "limit": {"bound_words"},
    "words": {*COPIES, "at_least", "class_sizes", "count_of_group_means", "closure", "subgroup_counts"}
    - {"same_quantity", "row_not_column"},
}


@dataclass(frozen=True)
class Waiver:
    """Why candidates of a kind do not apply: `name` is a pattern, in which ``*`` stands for anything."""

    kind: str
    name: str
    reason_nl: str

    @cached_property
    def _pattern(self) -> re.Pattern:
        return re.compile(re.escape(self.name).replace(r"\*", ".*"))

    def fits(self, candidate: Candidate) -> bool:
        """Whether it is about this candidate."""
        return self.kind == candidate.kind and bool(self._pattern.fullmatch(candidate.name))


@dataclass(frozen=True)
class Outcome:
    """A candidate and what became of it.

    Attributes
    ----------
    candidate : Candidate
    declared : str
        The relation that checks it; empty without one.
    waiver : Waiver or None
        Why it does not apply; None when it is declared.
    verdict : Verdict or None
        What the printed numbers say, also of a candidate that was waived.
    """

    candidate: Candidate
    declared: str
    waiver: Waiver | None
    verdict: Verdict | None

    @property
    def open(self) -> bool:
        """Whether nobody has judged it: neither declared nor waived."""
        return not self.declared and self.waiver is None

    @property
    def entry(self) -> dict[str, str | bool | None]:
        """For another program: kind, name, relation, waiver, holds (None when only a reader can tell) and proof."""
        return {
            "kind": self.candidate.kind,
            "name": self.candidate.name,
            "relation": self.declared,
            "waiver": self.waiver.reason_nl if self.waiver else "",
            "holds": self.verdict.consistent if self.verdict else None,
            "proof": self.verdict.proof if self.verdict else "",
        }


@cache
def waivers() -> list[Waiver]:
    """Every waiver, in the order of the file; the first that fits counts."""
    return read_as(Waiver, RELATIONS / "waivers.csv")


@cache
def census() -> list[Outcome]:
    """What became of every candidate of the report."""
    known = printed.declarations()
    return [_outcome(candidate, known) for candidate in candidates()]


def _outcome(candidate: Candidate, known: Declarations) -> Outcome:
    relation = next((r for r in known.relations_of[candidate.subject] if _checks(r, candidate, known)), None)
    name, waiver = relation.name if relation else _declared_otherwise(candidate, known), None
    if not name:
        waiver = next((one for one in waivers() if one.fits(candidate)), None) or _not_verifiable(candidate, known)
    judged = candidate.relation or relation
    return Outcome(candidate, name, waiver, judged.verdict(known.printed) if judged else None)


def _declared_otherwise(candidate: Candidate, known: Declarations) -> str:
    """What checks it without one relation over its cells: sizes that are the same one, or a link."""
    if candidate.kind in ("elsewhere", "smaller") and len({_same().get(key, key) for key in candidate.keys}) == 1:
        return "hetzelfde getal, langs andere plaatsen waar het gedrukt is"
    if candidate.kind == "caption":
        return _caption(candidate, known)
    link = known.link_of.get(candidate.subject)
    tables = {key[0] for key in candidate.keys} - {candidate.subject[0]}
    if candidate.kind == "told" and link and claims.tables_of(link) & tables:
        return "links.csv"
    return "links.csv" if candidate.kind == "words" and link and link.computed else ""


def _caption(candidate: Candidate, known: Declarations) -> str:
    """What checks a caption: it is as listed, or a relation over what differs fails too."""
    if candidate.relation.verdict(known.printed).consistent:
        return "captions.csv"
    failing = (
        r.name for key in candidate.keys for r in known.relations_of[key] if not r.verdict(known.printed).consistent
    )
    return next(failing, "")


def _not_verifiable(candidate: Candidate, known: Declarations) -> Waiver | None:
    """What neither records nor tables can tell has its reason in ``links.csv``."""
    link = known.link_of.get(candidate.subject)
    if candidate.kind in ("told", "words") and link and link.how == claims.NOT_COMPUTED:
        return Waiver(candidate.kind, candidate.name, link.note)
    return None


def _checks(relation: Relation, candidate: Candidate, known: Declarations) -> bool:
    if candidate.kind == "told":
        tables = {key[0] for key in candidate.keys} - {candidate.subject[0]}
        return any(key[0] in tables for key in relation.keys)
    if relation.kind not in _WILL_DO[candidate.kind]:
        return False
    if candidate.relation and not {p for p in candidate.relation.places if p.index} <= relation.places:
        return False  # The other number of the same cell.
    if candidate.relation and relation.verdict(known.printed).consistent:
        # A relation that holds where the candidate fails is looser, and checks something else.
        if not candidate.relation.verdict(known.printed).consistent:
            return False
    same = _same()
    return {same.get(key, key) for key in candidate.keys} <= {same.get(key, key) for key in relation.keys}


@cache
def _same() -> dict[Key, Key]:
    """For each number that is declared to be printed twice, the first of its printings."""
    first: dict[Key, Key] = {}
    for relation in printed.declarations().relations.values():
        if relation.kind in _COPIED and len(relation.keys) == 2:
            one, other = (first.get(key, key) for key in sorted(relation.keys))
            for key in [*(key for key, found in first.items() if found == other), other]:
                first[key] = one
    return first
