#!/usr/bin/env python3
"""Check that no number in the running text was passed over.

Usage: python scripts/check_coverage.py [SEEDS]

SEEDS is the folder with the two source texts (000_* the report, 003_* the
brochure); by default the folder shared/seeds next to the repository. Every
digit token in the forewords, chapters 1 to 5, the back cover and the brochure
must either stand in a printed value of data/published/cells.csv for that
section, or in data/published/not_claims.csv with a reason, as many times as it
is printed. Lines of tables (with tabs) are read by read_tables.py instead.
Exit codes: 0 complete, or skipped because the sources are absent; 1 not
complete; 2 wrong use.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = ROOT / "data" / "published"
DEFAULT_SEEDS = ROOT.parent / "shared" / "seeds"

# Superscript footnote marks are not matched by \d, and so are not tokens.
TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?")
PARAGRAPH = re.compile(r"(\d(?:\.\d)+)\. \S")
CONTENTS_LINE = re.compile(r"(\d)\.\t([^\t]+)\t\d+$")
FOREWORD = "WOORD VOORAF"
CONTENTS = "INHOUD"
FIRST_OMITTED_CHAPTER = "6"  # the references; the appendices follow
BACK_COVER = "Het (aanstaande) ouderschap is"


def find_sources(seeds: Path) -> dict[str, str] | None:
    """Return the two source texts by document name, or None when absent."""
    texts = {}
    for document, pattern in (("rapport", "000_*"), ("brochure", "003_*")):
        path = next(iter(sorted(seeds.glob(pattern))), None)
        if path is None:
            return None
        texts[document] = path.read_text(encoding="utf-8")
    return texts


def split_sections(report: str) -> dict[str, list[str]]:
    """Return the lines of running text of each section of the report."""
    lines = [line.strip("\n") for line in report.splitlines()]
    # A list inside a chapter is numbered like a chapter, so the chapter
    # headings are taken from the table of contents.
    chapters = {f"{match[1]}. {match[2].strip()}": match[1] for line in lines if (match := CONTENTS_LINE.match(line))}
    sections: dict[str, list[str]] = {}
    current = ""
    forewords = 0
    for line in lines:
        text = line.strip()
        if text == FOREWORD:
            forewords += 1
            current = f"voorwoord {forewords}"
        elif text == CONTENTS:
            current = ""
        elif text in chapters:
            current = "" if chapters[text] >= FIRST_OMITTED_CHAPTER else chapters[text]
        elif text.startswith(BACK_COVER):
            current = "achterflap"
        elif "\t" not in line and (match := PARAGRAPH.match(text)):
            current = match[1]
        if current and "\t" not in line:
            sections.setdefault(current, []).append(text)
    return sections


def running_text(sources: dict[str, str]) -> dict[str, str]:
    """Return the running text of each section, white space made single."""
    sections = split_sections(sources["rapport"])
    sections["brochure"] = sources["brochure"].splitlines()
    return {name: " ".join(" ".join(lines).split()) for name, lines in sections.items()}


def read_csv(name: str) -> list[dict[str, str]]:
    """Return the rows of a file in data/published."""
    with open(PUBLISHED / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def accounted_for() -> dict[str, Counter]:
    """Return how many of each token the entries and the exclusions explain."""
    counts: dict[str, Counter] = {}
    for cell in read_csv("cells.csv"):
        if not cell["id"].startswith(("tabel-", "lijst-")):
            tokens = counts.setdefault(cell["section"], Counter())
            tokens.update(TOKEN.findall(cell["printed"]))
    for row in read_csv("not_claims.csv"):
        counts.setdefault(row["section"], Counter())[row["token"]] += int(row["count"])
    return counts


def problems(sources: dict[str, str]) -> list[str]:
    """Return a line for each token that is printed more or less often."""
    printed = {name: Counter(TOKEN.findall(text)) for name, text in running_text(sources).items()}
    expected = accounted_for()
    found = []
    for section in sorted(printed.keys() | expected.keys()):
        in_text = printed.get(section, Counter())
        explained = expected.get(section, Counter())
        for token in sorted(in_text.keys() | explained.keys()):
            if in_text[token] != explained[token]:
                found.append(f"{section}: {token} is printed {in_text[token]} times, {explained[token]} accounted for")
    return found


def main(arguments: list[str]) -> int:
    """Print what is not accounted for and return the exit code."""
    if len(arguments) > 1:
        print("usage: check_coverage.py [SEEDS]", file=sys.stderr)
        return 2
    seeds = Path(arguments[0]) if arguments else DEFAULT_SEEDS
    sources = find_sources(seeds)
    if sources is None:
        print(f"check_coverage.py: skipped, the source texts are absent: {seeds}")
        return 0
    found = problems(sources)
    print("\n".join(found) or "every digit token in the running text is accounted for")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
