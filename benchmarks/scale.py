"""How fast the registration is read and counted, from a thousand dossiers to a million.

    python benchmarks/scale.py > benchmarks/scale.txt

Dossiers are drawn, with replacement, from the synthetic ones. First all tables
and figures of the registration, then one joint count for each of their columns,
by `tally` and by three libraries that must find the same numbers. Then the same
dossiers, with numbers of their own, are read from CSV and from Parquet, with
every check of `helpers.data.records.load`.
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
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import polars as pl

from helpers.data import records
from helpers.data.files import REGISTRATION
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
    _print_growth(medians)

    _compare(_drawn(own, SIZES[-1], 0).frame)
    for kind, write in {"csv": pl.DataFrame.write_csv, "parquet": _write_parquet}.items():
        _read(kind, write)


def _print_growth(medians: list[float]) -> None:
    slope = np.polyfit(np.log10(SIZES[1:]), np.log10(medians[1:]), 1)[0]
    print(f"From {SIZES[1]} dossiers on the time grows as their number to the power {slope:.2f}\n")


def _read(kind: str, write: Callable[[pl.DataFrame, Path], None]) -> None:
    """Read and check files of every size, each in a process of its own."""
    print(f"Reading and checking, from {kind}")
    print(f"{'dossiers':>10} {'seconds':>9} {'(range)':>17} {'peak MB of the process':>23} {'MB of the file':>15}")
    medians = []
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        path = Path(folder) / f"dossiers.{kind}"
        for size in SIZES:
            write(_numbered(size), path)
            times, peak = pool.submit(_reading, path).result()
            medians.append(statistics.median(times))
            print(f"{size:>10} {_told(times)} {peak:>23.0f} {path.stat().st_size / 1e6:>15.1f}", flush=True)
    _print_growth(medians)


def _reading(path: Path) -> tuple[list[float], float]:
    return [_seconds(lambda: records.load(path=path)) for _ in range(RUNS)], _peak()


def _numbered(size: int) -> pl.DataFrame:
    """Drawn dossiers as strings, each with its own number; a second trajectory has one of the first ones."""
    rng, own = np.random.default_rng(0), pl.read_csv(REGISTRATION, infer_schema=False)
    drawn = own[rng.integers(len(own), size=size)]
    numbers = pl.Series("dossier", [f"{records.SYNTHETIC_MARK}{number}" for number in range(size)])
    is_first = drawn["first_dossier"] == "not_applicable"
    first = numbers.filter(is_first).sample(size, with_replacement=True, seed=0)
    return drawn.with_columns(numbers, first_dossier=first.zip_with(~is_first, drawn["first_dossier"]))


def _write_parquet(frame: pl.DataFrame, path: Path) -> None:
    frame.cast(pl.Categorical).write_parquet(path)


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
    print()


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
    """Megabytes of memory that this process ever had."""
    if sys.platform == "linux":
        # `getrusage` also tells what the process had that this one was started from.
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _processor() -> str:
    try:
        lines = open("/proc/cpuinfo", encoding="utf-8").read().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown processor")


if __name__ == "__main__":
    main()
