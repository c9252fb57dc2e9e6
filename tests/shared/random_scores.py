"""Random scores of the people and indicators of the book, for tests, and the pairs in such a file."""

import csv
from collections import defaultdict

import numpy as np

from helpers.data import records


def write(path, name, who, highest, missing, seed):
    """A valid file of random scores; the same people and indicators as in the book's own."""
    rng, own = np.random.default_rng(seed), records.load(name).frame
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(own.columns)
        for _, person in own.drop_duplicates([who, "indicator"]).iterrows():
            absent = rng.random() < 0.15
            for moment in ("start", "end"):
                score = missing if absent else int(rng.integers(1, highest + 1))
                rows.writerow([person[who], person["programme"], person["indicator"], moment, score])


def pairs_in(path, who):
    """Start and end of everyone with both, by programme and indicator."""
    both = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["score"].isdigit():
                both[row["programme"], row["indicator"], row[who]][row["moment"]] = int(row["score"])
    found = defaultdict(list)
    for (programme, indicator, _), scores in both.items():
        if len(scores) == 2:
            found[programme, indicator].append((scores["start"], scores["end"]))
    return found
