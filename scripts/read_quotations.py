#!/usr/bin/env python3
"""Count the quotations of chapter 2 and section 4.3 in the text of the report.

Usage: python scripts/read_quotations.py REPORT.txt [--write]

The coded index in data/qualitative was made by reading. This script counts
again without it, from the typography alone, in two ways:
1. by the line that names the speaker, in parentheses on a line of its own;
2. by the opening: a line with nothing but an opening mark, or the three or more
   blank lines that stand where the mark was a picture.

It also counts how many people speak, which the index cannot tell: there a
mother has no number, so that nobody can join what she says into one story.
--write stores those counts in speakers.csv and speaker_range.csv. Exit codes:
0 all counts are those of sections.csv and of the index, 1 they are not.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path

QUALITATIVE = Path(__file__).resolve().parents[1] / "data" / "qualitative"

SPEAKER_LINE = re.compile(r"\((.+)\)$")
CHAPTER_2_HEADING = re.compile(r"(2(?:\.\d+)*)\. [A-Z]")
CONVERSATION_HEADING = re.compile(r"(\d)\. [A-Z]")
PARTS = {
    "4.3. ": "4.3 selectie",
    "Doelstelling & methode": "4.3 methode",
    "Resultaten indicatoren": "4.3 indicatoren",
    "Resultaten diepte-interviews": "4.3 diepte-interviews",
}
MOTHER = re.compile(r"Mama (\d), (OPkomst\+?)$")
NUMBERED_WORKER = re.compile(r"Maatschappelijk werker \d$")
NAMED = re.compile(r"([A-Z]\w+), (.+)$")

Row = dict[str, str]


@dataclass(frozen=True)
class Found:
    """A quotation in the report: where it stands and who is said to speak."""

    section: str
    order: int
    speaker: str


@dataclass(frozen=True)
class Speakers:
    """How many different people some quotations come from, at least and at most."""

    least: int
    most: int


def read_csv(name: str) -> list[Row]:
    """Return the rows of a file in data/qualitative."""
    with open(QUALITATIVE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_by_section(report: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of chapter 2 and section 4.3, each with its section."""
    lines = [line.strip() for line in report.split("\n")]
    section = ""
    for line in between(lines, "2. Organisatie", "3. OPkomst in cijfers"):
        if heading := CHAPTER_2_HEADING.match(line):
            section = heading[1]
        yield section, line
    for line in between(lines, "4.3. ", "5. Besluit"):
        section = next_part(section, line)
        yield section, line


def between(lines: list[str], first: str, last: str) -> list[str]:
    """Return the lines from one heading up to another; the contents end in a tab and a page."""
    start, stop = (
        next(i for i, line in enumerate(lines) if line.startswith(heading) and "\t" not in line)
        for heading in (first, last)
    )
    return lines[start:stop]


def next_part(part: str, line: str) -> str:
    """Return the part of section 4.3 that a line is in: its headings start twice at 1."""
    for start, name in PARTS.items():
        if line.startswith(start):
            return name
    if not (heading := CONVERSATION_HEADING.match(line)):
        return part
    kind = "werkwijze" if part == "4.3 domein 4" or "werkwijze" in part else "domein"
    return f"4.3 {kind} {heading[1]}"


def by_speaker_line(report: str) -> list[Found]:
    """Return every quotation that ends in a line with its speaker."""
    found: list[Found] = []
    order: Counter[str] = Counter()
    for section, line in lines_by_section(report):
        if match := SPEAKER_LINE.match(line):
            order[section] += 1
            found.append(Found(section, order[section], match[1]))
    return found


def by_opening(report: str) -> Counter[str]:
    """Count the openings of quotations by section."""
    openings: Counter[str] = Counter()
    blank = 0
    for section, line in lines_by_section(report):
        if line == "“" or (line and blank >= 3):
            openings[section] += 1
        blank = 0 if line else blank + 1
    return openings


def people(labels: Iterable[str]) -> Speakers:
    """Return how many different people stand behind speaker lines.

    A number or a name is one person. An office may be one person or another one
    each time. A worker with a number may be one of those with a name.
    """
    labels = list(labels)
    mothers = {match[1] for label in labels if (match := MOTHER.match(label))}
    named = set(names(labels))
    workers = [label for label in labels if NUMBERED_WORKER.match(label)]
    offices = [
        label.casefold().replace(",", "")
        for label in labels
        if not any(form.match(label) for form in (MOTHER, NAMED, NUMBERED_WORKER))
    ]
    known_worker = any("maatschappelijk werker" in function for _, function in named)
    least = len(mothers) + len(named) + len(set(offices)) + (0 if known_worker else len(set(workers)))
    return Speakers(least, len(mothers) + len(named) + len(offices) + len(set(workers)))


def names(labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names with functions; one letter apart in the same function is a misreading."""
    seen: list[tuple[str, str]] = []
    for label in labels:
        if not (match := NAMED.match(label)) or MOTHER.match(label):
            continue
        name, function = match.groups()
        same = (
            s
            for s in seen
            if s[1] == function and len(s[0]) == len(name) and sum(a != b for a, b in zip(s[0], name, strict=True)) <= 1
        )
        speaker = next(same, (name, function))
        seen.append(speaker)
        yield speaker


def voice(row: Row) -> str:
    """Return whether a mother, a professional or a document speaks."""
    return row["role"] if row["role"] in ("mother", "document") else "professional"


def speaker_counts(found: list[Found], index: list[Row]) -> list[Row]:
    """Return the rows of speakers.csv: all people, and those by role, theme and indicator."""
    label = {(f.section, str(f.order)): f.speaker for f in found}
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for row in index:
        if voice(row) == "document":
            continue
        counted = [
            ("all", "all"),
            ("role", row["role"]),
            ("theme", row["theme"]),
            *(("indicator", code) for code in row["indicators"].split()),
        ]
        for (what, code), programme in product(counted, ("", row["programme"])):
            key = what, code, voice(row), programme
            groups.setdefault(key, []).append(label[row["section"], row["order"]])
    return [
        dict(zip(("count_by", "code", "voice", "programme"), key, strict=True))
        | {"least": str(counted.least), "most": str(counted.most)}
        for key, labels in sorted(groups.items())
        for counted in [people(labels)]
    ]


def mother_range(found: list[Found], index: list[Row]) -> list[Row]:
    """Return the rows of speaker_range.csv: quotations of the mother with fewest and with most."""
    label = {(f.section, str(f.order)): f.speaker for f in found}
    mothers = sorted(
        (row["programme"], MOTHER.match(label[row["section"], row["order"]])[1])
        for row in index
        if row["role"] == "mother"
    )
    sizes = {
        programme: Counter(number for _, number in group).values()
        for programme, group in groupby(mothers, key=lambda pair: pair[0])
    }
    return [
        {"programme": programme, "fewest": str(min(counts)), "most": str(max(counts))}
        for programme, counts in sizes.items()
    ]


def problems(report: str) -> list[str]:
    """Return a line for every count that is not as recorded."""
    index = Counter(row["section"] for row in read_csv("quotations.csv"))
    endings, openings = Counter(f.section for f in by_speaker_line(report)), by_opening(report)
    sections = {row["section"]: row for row in read_csv("sections.csv")}
    found = []
    for section in sorted(sections.keys() | index.keys() | endings.keys() | openings.keys()):
        row = sections.get(section, {})
        for counts, column in ((index, "quotations"), (endings, "by_speaker_line"), (openings, "by_opening")):
            if str(counts[section]) != row.get(column):
                found.append(f"{section}: {counts[section]} found, {row.get(column)} recorded in {column}")
    return found


def write(name: str, rows: list[Row]) -> None:
    """Write rows to a file in data/qualitative."""
    with open(QUALITATIVE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(arguments: list[str]) -> int:
    """Check the counts, and store those of the speakers when asked to."""
    report = Path(arguments[0]).read_text(encoding="utf-8")
    if "--write" in arguments:
        found, index = by_speaker_line(report), read_csv("quotations.csv")
        write("speakers.csv", speaker_counts(found, index))
        write("speaker_range.csv", mother_range(found, index))
    found_problems = problems(report)
    print("\n".join(found_problems) or "every count is as recorded")
    return 1 if found_problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
