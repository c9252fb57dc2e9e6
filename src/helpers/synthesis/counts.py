"""Whole numbers of dossiers that reproduce what was printed (CP-SAT).

A `CountTable` says which kinds of dossier there can be and how common each
kind would be if nothing were printed. `solve` draws every table at random
from that, then moves as few dossiers as possible to reproduce as many printed
cells as possible.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, isqrt

import numpy as np

from helpers.synthesis.margins import Between, Claim, Total, Values

#: Deviations are measured in this part of a dossier, so that every bound is whole.
_UNIT = 6000


#: CP-SAT's own measure of work: the same on every computer, unlike seconds.
_WORK = 40.0


#: Small deviations, and counts near a draw, are found soon; that none are
#: smaller or nearer takes long to prove.
_WORK_ON_SIZES, _WORK_ON_DRAWS = 1.0, 1.0


#: That nothing is smaller takes long to prove, and a range that is not proven says less.
_WORK_ON_BOUNDS = 600.0


#: The random draws are only a wish: this far (relatively) from the nearest
#: table of counts will do.
_CLOSE_ENOUGH = 0.02


#: No count is larger than this, and no deviation (in units) farther.
_MOST, _FARTHEST = 10_000, 10**8


class NoSolutionError(RuntimeError):
    """The tables contradict each other even without the printed cells."""


@dataclass(frozen=True)
class CountTable:
    """Counts of dossiers over every combination of some named axes.

    Attributes
    ----------
    name : str
    axes : dict of str to tuple
        The values along each axis, in order.
    weights : ndarray
        How common each combination is thought to be, one per combination; a
        weight of 0 forbids it.
    sizes : tuple of int
        How many dossiers are drawn for each value of the first axis; empty
        when nothing is to be drawn, and any solution will do.
    """

    name: str
    axes: Mapping[str, tuple]
    weights: np.ndarray
    sizes: tuple[int, ...] = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """Length of each axis."""
        return tuple(len(values) for values in self.axes.values())

    def total(self, weigh: str = "", **selection) -> Total:
        """The number of dossiers with these values.

        Parameters
        ----------
        weigh
            A numeric axis: sum its values instead of counting.
        **selection
            One value or a list of values for some of the axes.

        Raises
        ------
        KeyError
            For an axis that the table does not have.
        """
        weights = np.ones(self.shape, dtype=int)
        for axis, wanted in selection.items():
            wanted = wanted if isinstance(wanted, list | tuple) else [wanted]
            weights = weights * self._along(axis, lambda value, wanted=wanted: int(value in wanted))
        if weigh:
            weights = weights * self._along(weigh, lambda value: value if isinstance(value, int) else 0)
        return Total(((self.name, weights),))

    def draw(self, rng: np.random.Generator) -> np.ndarray:
        """A random table with the wanted sizes."""
        chances = self.weights.reshape(len(self.sizes), -1)
        drawn = [rng.multinomial(n, row / row.sum()) for n, row in zip(self.sizes, chances, strict=True)]
        return np.array(drawn).reshape(self.shape)

    def dossiers(self, counts: np.ndarray) -> list[dict]:
        """One dictionary of axis values for each dossier counted."""
        names, values = list(self.axes), list(self.axes.values())
        return [
            {name: values[i][index[i]] for i, name in enumerate(names)}
            for index in np.ndindex(*self.shape)
            for _ in range(counts[index])
        ]

    def _along(self, axis: str, number: Callable[[object], int]) -> np.ndarray:
        """A number for each value of an axis, in a shape that multiplies the table."""
        if axis not in self.axes:
            raise KeyError(f"table {self.name!r} has no axis {axis!r}; it has {list(self.axes)}")
        shape = [len(values) if name == axis else 1 for name, values in self.axes.items()]
        return np.array([number(value) for value in self.axes[axis]], dtype=int).reshape(shape)


@dataclass(frozen=True)
class Solution:
    """What `solve` found.

    Attributes
    ----------
    counts : dict of str to ndarray of int
        The counts of each table.
    deviating : list of Claim
        The printed numbers that the counts do not reproduce, in order.
    contradictions : list of list of Claim
        Printed numbers that cannot all hold, each as few as can be.
    """

    counts: Values
    deviating: list[Claim]
    contradictions: list[list[Claim]]

    def why(self, claim: Claim) -> list[Claim]:
        """The other claims of the shortest contradiction that a claim is in."""
        shortest = min((core for core in self.contradictions if any(claim is one for one in core)), key=len)
        return [other for other in shortest if other is not claim]


def solve(tables: Sequence[CountTable], facts: Sequence[Between], claims: Sequence[Claim], seed: int) -> Solution:
    """Find counts that reproduce as many printed cells as possible.

    In this order: the fewest printed numbers that deviate (exactly), the
    smallest deviations in dossiers (that a fixed amount of work finds), and,
    table after table, about the fewest changes to a random draw of it.

    Parameters
    ----------
    tables
        What is counted.
    facts
        What must hold, such as two tables that count the same dossiers.
    claims
        What was printed, and should hold.
    seed
        Of the random draw and of the solver.

    Raises
    ------
    NoSolutionError
        When the facts cannot all hold, or no solution was found in time.
    """
    cores = contradictions(tables, facts, claims)
    program, deviations = _as_printed(tables, facts, claims, cores, seed)
    # Where nothing deviates any solution will do: the first one ends the search.
    work = _WORK_ON_SIZES if deviations.sizes else _WORK
    smallest = program.minimise(sum(deviations.sizes), work=work)
    program.keep(deviations, smallest)
    nearest = program.approach(smallest, np.random.default_rng(seed))
    deviating = [claim for claim, deviates in deviations.claims if nearest.value(deviates)]
    return Solution(program.values(nearest), deviating, cores)


def _as_printed(
    tables: Sequence[CountTable],
    facts: Sequence[Between],
    claims: Sequence[Claim],
    cores: list[list[Claim]],
    seed: int,
) -> tuple[_Program, _Deviations]:
    """The counts of which as few printed numbers as possible deviate."""
    doubtful = _in_a_hitting_set(cores)
    program = _Program(tables, facts, seed)
    program.require(claim for claim in claims if claim.name not in doubtful)
    return program, program.allow((claim for claim in claims if claim.name in doubtful), len(_hitting_set(cores)))


@dataclass(frozen=True)
class Bounds:
    """Nothing that fits print is smaller or larger.

    Attributes
    ----------
    low, high : Fraction
    proven : bool
        Whether the solver proved that both are reached; without, the truth
        may be narrower.
    """

    low: Fraction
    high: Fraction
    proven: bool


def bounds(
    tables: Sequence[CountTable],
    facts: Sequence[Between],
    claims: Sequence[Claim],
    quantities: Mapping[Hashable, tuple[Total, Total]],
) -> dict[Hashable, Bounds]:
    """The smallest and largest value of each quantity, over all counts that fit print.

    Where printed numbers contradict each other, all counts are meant that
    miss as few of them as possible.

    Parameters
    ----------
    tables, facts, claims
        As for `solve`.
    quantities
        Part and whole by any name. A part is never larger than its whole.

    Raises
    ------
    NoSolutionError
        When the facts cannot all hold, or no solution was found in time.
    """
    program, _ = _as_printed(tables, facts, claims, contradictions(tables, facts, claims), seed=0)
    return {name: program.bounds(*quantity) for name, quantity in quantities.items()}


def contradictions(
    tables: Sequence[CountTable], facts: Sequence[Between], claims: Sequence[Claim]
) -> list[list[Claim]]:
    """Sets of printed numbers that cannot all hold, each as small as can be.

    Enough of them that every smallest set of numbers with one from each
    removes all contradictions (an implicit hitting set). Tables are searched
    one by one before they are searched together: most contradictions are
    local, and small models are quick.

    Raises
    ------
    NoSolutionError
        When the facts alone cannot all hold.
    """

    def contradict(some: list[Claim]) -> bool:
        return not _possible(tables, facts, some)

    suspect = [group for group in _groups(claims) if contradict(group)]
    cores: list[list[Claim]] = []
    enough: list[set] = []

    def find(given_up: set) -> bool:
        """Add a contradiction among the claims that are not given up, if there is one."""
        for group in suspect:
            if contradict(left := _without(group, given_up)):
                cores.append(_smallest_contradiction(left, contradict))
                return True
        enough.append(given_up)
        return False

    while find(_hitting_set(cores)):
        pass
    for name in dict.fromkeys(claim.name for core in cores for claim in core):
        while (given_up := _hitting_set(cores, name)) not in enough and len(given_up) == len(enough[0]):
            find(given_up)
    return cores


def _without(claims: Sequence[Claim], given_up: set) -> list[Claim]:
    return [claim for claim in claims if claim.name not in given_up]


def _groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims by printed table, then by the counts they are about, then all."""
    by_id, by_tables = {}, {}
    for claim in claims:
        by_id.setdefault(claim.key[0], []).append(claim)
        by_tables.setdefault(frozenset(names_in(claim.conditions)), []).append(claim)
    return [*by_id.values(), *by_tables.values(), list(claims)]


def names_in(conditions: Sequence[Between]) -> set[str]:
    """The tables that these conditions are about."""
    return {name for between in conditions for total in (between.part, between.whole) for name, _ in total.parts}


def _possible(tables: Sequence[CountTable], facts: Sequence[Between], claims: Sequence[Claim]) -> bool:
    """Whether these claims can all hold, looking only at the tables they name."""
    named = set().union(*(names_in(claim.conditions) for claim in claims))
    program = _Program(
        [table for table in tables if table.name in named],
        [fact for fact in facts if names_in([fact]) <= named],
        seed=0,
    )
    program.require(claims)
    return program.is_possible()


def _smallest_contradiction(claims: list[Claim], contradict: Callable[[list[Claim]], bool]) -> list[Claim]:
    """A contradiction of which every claim is needed (Junker's QuickXplain)."""
    if contradict([]):
        raise NoSolutionError("the tables contradict each other even without printed cells")

    def explain(background: list[Claim], added: bool, candidates: list[Claim]) -> list[Claim]:
        if added and contradict(background):
            return []
        if len(candidates) == 1:
            return candidates
        half = len(candidates) // 2
        left, right = candidates[:half], candidates[half:]
        needed = explain(background + left, bool(left), right)
        return explain(background + needed, bool(needed), left) + needed

    return explain([], False, claims)


def _hitting_set(cores: list[list[Claim]], with_name=None) -> set:
    """The fewest claims (their names) with one from every contradiction."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    names = dict.fromkeys(claim.name for core in cores for claim in core)
    chosen = {name: model.new_bool_var("") for name in names}
    for core in cores:
        model.add_bool_or([chosen[claim.name] for claim in core])
    if with_name:
        model.add(chosen[with_name] == 1)
    model.minimize(sum(chosen.values()))
    solver = _solver(0)
    solver.solve(model)
    return {name for name, variable in chosen.items() if solver.value(variable)}


def _in_a_hitting_set(cores: list[list[Claim]]) -> set:
    """Names of the claims that some smallest hitting set holds.

    A smallest set of numbers that deviate hits every contradiction and holds
    nothing else: only these need to be able to deviate.
    """
    fewest = len(_hitting_set(cores))
    names = dict.fromkeys(claim.name for core in cores for claim in core)
    return {name for name in names if len(_hitting_set(cores, name)) == fewest}


def _solver(seed: int):
    """A CP-SAT solver that does the same on every run and every computer."""
    # Imported here because only making new synthetic records needs it.
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = _WORK
    return solver


@dataclass(frozen=True)
class _Deviations:
    """Claims that may deviate: whether they do, and by how much."""

    claims: list[tuple[Claim, object]]
    sizes: list


class _Program:
    """A CP-SAT model of some tables."""

    def __init__(self, tables: Sequence[CountTable], facts: Sequence[Between], seed: int):
        from ortools.sat.python import cp_model

        self.model, self.tables, self.seed = cp_model.CpModel(), tables, seed
        self.solved = (cp_model.OPTIMAL, cp_model.FEASIBLE)
        self.sum = cp_model.LinearExpr.weighted_sum
        self.possible = {table.name: table.weights > 0 for table in tables}
        self.variables = {table.name: self._variables(table) for table in tables}
        for fact in facts:
            for linear in self._inequalities(fact):
                self.model.add(linear >= 0)

    def require(self, claims: Iterable[Claim]) -> None:
        """Let every claim hold."""
        for claim in claims:
            for condition in claim.conditions:
                for linear in self._inequalities(condition):
                    self.model.add(linear >= 0)

    def allow(self, claims: Iterable[Claim], most: int) -> _Deviations:
        """Let at most so many of these claims deviate."""
        pairs = [(claim, self.model.new_bool_var("")) for claim in claims]
        self.model.add(sum(deviates for _, deviates in pairs) <= most)
        sizes = [
            size
            for claim, deviates in pairs
            for condition in claim.conditions
            for size in self._sizes(condition, deviates)
        ]
        return _Deviations(pairs, sizes)

    def keep(self, deviations: _Deviations, solver) -> None:
        """Fix which claims deviate, and the counts that they are about."""
        counts = self.values(solver)
        for claim, deviates in deviations.claims:
            self.model.add(deviates == solver.value(deviates))
            for total in (t for c in claim.conditions for t in (c.part, c.whole) if solver.value(deviates)):
                if total.parts:
                    self.model.add(self._linear(total, 1) == total.value(counts))

    def is_possible(self) -> bool:
        """Whether any counts meet the requirements."""
        solver = _solver(self.seed)
        status = solver.solve(self.model)
        if solver.status_name(status) == "UNKNOWN":
            raise NoSolutionError("the solver found neither a solution nor a contradiction in time")
        return status in self.solved

    def minimise(self, aim, hint=None, close_enough: float = 0.0, work: float = _WORK):
        """The solver, after it made a linear expression (nearly) as small as it can be."""
        self.model.clear_hints()
        for variable in self._all_variables() if hint else ():
            self.model.add_hint(variable, hint.value(variable))
        self.model.minimize(aim)
        solver = _solver(self.seed)
        solver.parameters.relative_gap_limit = close_enough
        solver.parameters.max_deterministic_time = work
        status = solver.solve(self.model)
        if status not in self.solved:
            raise NoSolutionError(f"the solver stopped with {solver.status_name(status)}")
        return solver

    def bounds(self, part: Total, whole: Total) -> Bounds:
        """The smallest and largest that a part of a whole can be; of `ONE`, that a number can be."""
        low, reached = self._smallest(part, whole)
        rest, reached_too = self._smallest(whole - part, whole)
        return Bounds(low, 1 - rest, reached and reached_too)

    def _smallest(self, part: Total, whole: Total) -> tuple[Fraction, bool]:
        """The smallest ratio (Dinkelbach), and whether it is proven; the solver's bound where it is not."""
        ratio, hint = Fraction(0), None
        while True:
            aim = self._linear(part, ratio.denominator) - self._linear(whole, ratio.numerator)
            hint = self.minimise(aim, hint, work=_WORK_ON_BOUNDS)
            proven = ceil(hint.best_objective_bound) == hint.objective_value
            if not whole.parts:
                return Fraction(ceil(hint.best_objective_bound)), proven
            counts = self.values(hint)
            found = Fraction(part.value(counts), whole.value(counts))
            if not proven or found == ratio:
                return (ratio, True) if proven else (Fraction(0), False)
            ratio = found

    def approach(self, solver, rng: np.random.Generator):
        """Bring every table near a random draw of it, and keep it there."""
        for table in self.tables:
            if table.sizes:
                variables = self.variables[table.name][self.possible[table.name]]
                drawn = table.draw(rng)[self.possible[table.name]]
                aim = sum(self._distance(*pair) for pair in zip(variables, drawn.tolist(), strict=True))
                solver = self.minimise(aim, solver, _CLOSE_ENOUGH, _WORK_ON_DRAWS)
                for variable in variables:
                    self.model.add(variable == solver.value(variable))
        return solver

    def values(self, solver) -> dict[str, np.ndarray]:
        """The counts of every table."""
        return {
            name: np.array([0 if v is None else solver.value(v) for v in variables.flat]).reshape(variables.shape)
            for name, variables in self.variables.items()
        }

    def _variables(self, table: CountTable) -> np.ndarray:
        variables = np.full(table.shape, None, dtype=object)
        for index in zip(*np.nonzero(table.weights), strict=True):
            variables[index] = self.model.new_int_var(0, _MOST, f"{table.name}{index}")
        return variables

    def _all_variables(self) -> list:
        return [v for variables in self.variables.values() for v in variables.flat if v is not None]

    def _linear(self, total: Total, factor: int):
        variables, factors = [], []
        for name, weights in total.parts:
            used = (weights != 0) & self.possible[name]
            variables += list(self.variables[name][used])
            factors += (weights[used] * factor).tolist()
        return self.sum(variables, factors) + total.constant * factor

    def _inequalities(self, between: Between) -> list:
        """The bounds as linear expressions that must not be negative."""
        bounds = ((between.low, between.open_low, 1), (between.high, between.open_high, -1))
        return [
            self._linear(between.part, sign * _UNIT)
            - self._linear(between.whole, sign * _whole(bound * _UNIT))
            - int(is_open)
            for bound, is_open, sign in bounds
            if bound is not None
        ]

    def _sizes(self, condition: Between, deviates) -> list:
        """By how much a claim deviates, for each of its bounds."""
        sizes = []
        for linear in self._inequalities(condition):
            sizes.append(self.model.new_int_var(0, _FARTHEST, ""))
            self.model.add(linear + sizes[-1] >= 0)
            self.model.add(sizes[-1] == 0).only_enforce_if(~deviates)
        return sizes

    def _distance(self, variable, drawn: int):
        """Cheap within the play of chance, dear beyond: no single count takes all changes."""
        distance, beyond = self.model.new_int_var(0, _MOST, ""), self.model.new_int_var(0, _MOST, "")
        self.model.add(distance >= variable - drawn)
        self.model.add(distance >= drawn - variable)
        self.model.add(beyond >= distance - 1 - isqrt(drawn))
        return distance + 4 * beyond


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise ValueError(f"a bound is finer than 1/{_UNIT}: {number}")
    return number.numerator
