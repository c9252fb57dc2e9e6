"""How fast the registration is counted, from a thousand dossiers to a million.

    python benchmarks/scale.py > benchmarks/scale.txt

Only this needs polars, so no lock file has it: install it first (2.1.0 was used).

Dossiers are drawn, with replacement, from the synthetic ones. First all tables
and figures of the registration, then one joint count for each of their columns,
by `tally` and by three libraries that must find the same numbers.
"""

from __future__ import annotations

import math
import os
import platform
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import polars as pl

from helpers.data import records
from helpers.tables import catalogue
from helpers.tables.groups import tally

SIZES = (10**3, 10**4, 10**5, 10**6)
RUNS = 5


def main() -> None:
    """Print the machine, and then each measurement as a table."""
    own = records.load()
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {_processor()}")
    print(f"Python {platform.python_version()}, pandas {pd.__version__}, numpy {np.__version__}, ", end="")
    print(f"polars {pl.__version__}")
    print(f"Medians of {RUNS} runs (lowest-highest); load when it began {os.getloadavg()[0]:.1f}\n")

    print("All tables and figures of the registration, digests of their columns included")
    print(f"{'dossiers':>10} {'seconds':>9} {'(range)':>17} {'peak MB of the process':>23}")
    medians = []
    catalogue.tables_of(own)
    for size in SIZES:
        # Other dossiers for each run: tables of the same ones are kept.
        drawn = [_drawn(own, size, seed) for seed in range(RUNS)]
        times = [_seconds(lambda given=given: catalogue.tables_of(given)) for given in drawn]
        medians.append(statistics.median(times))
        print(f"{size:>10} {_told(times)} {_peak():>23.0f}", flush=True)
    slope = np.polyfit(np.log10(SIZES[1:]), np.log10(medians[1:]), 1)[0]
    print(f"From {SIZES[1]} dossiers on the time grows as their number to the power {slope:.2f}\n")

    _compare(_drawn(own, SIZES[-1], 0).frame)


def _compare(frame: pd.DataFrame) -> None:
    """Count programme by each category column, in four ways that must agree."""
    names = [name for name in frame if isinstance(frame[name].dtype, pd.CategoricalDtype) and _small(frame[name])]
    # Strings in a dictionary there too: nobody pays for reading text.
    other = pl.from_dict({name: _polars(frame[name]) for name in ["programme", *names]})
    ways: dict[str, Callable[[str], Counter]] = {
        "tally (numpy.bincount)": lambda name: tally(frame, "programme", name),
        "pandas groupby.size": lambda name: _counter(frame.groupby(["programme", name], observed=True).size().items()),
        "pandas crosstab": lambda name: _counter(pd.crosstab(frame["programme"], frame[name]).stack().items()),
        "polars group_by.len": lambda name: _counter(
            ((one, two), n) for one, two, n in other.group_by("programme", name).len().iter_rows()
        ),
    }
    for name in names:
        first, *others = (count(name) for count in ways.values())
        assert all(found == first for found in others), name
    print(f"Programme by each of {len(names)} columns, {len(frame)} dossiers: equal counts in every way")
    print(f"{'':<24} {'seconds':>9} {'(range)':>17} {'ratio':>7}")
    base = None
    for label, count in ways.items():
        times = [_seconds(lambda count=count: [count(name) for name in names]) for _ in range(RUNS)]
        base = base or statistics.median(times)
        print(f"{label:<24} {_told(times)} {statistics.median(times) / base:>7.1f}", flush=True)


def _small(column: pd.Series) -> bool:
    return column.name != "programme" and len(column.cat.categories) < 100


def _polars(column: pd.Series) -> pl.Series:
    categories = column.cat.categories.tolist()
    return pl.Series(categories).gather(column.cat.codes.to_numpy()).cast(pl.Enum(categories))


def _counter(items) -> Counter:
    return Counter({key: int(n) for key, n in items if n})


def _drawn(own: records.Records, size: int, seed: int) -> records.Records:
    rows = np.random.default_rng(seed).integers(len(own.frame), size=size)
    return replace(own, frame=own.frame.iloc[rows].reset_index(drop=True))


def _seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def _told(times: list[float]) -> str:
    digits = max(0, 2 - math.floor(math.log10(min(times))))
    middle, low, high = (f"{value:.{digits}f}" for value in (statistics.median(times), min(times), max(times)))
    return f"{middle:>9} {f'({low}-{high})':>17}"


def _peak() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)


def _processor() -> str:
    try:
        lines = open("/proc/cpuinfo", encoding="utf-8").read().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown processor")


if __name__ == "__main__":
    main()
