"""What Lighthouse says of every page of the built book, on the slow phone that is its default.

    make audit

builds the book, installs what `benchmarks/audit/package-lock.json` pins (needs Node and Chromium) and
keeps the report in `benchmarks/audit.txt`. The pages come from this machine, compressed as a static
host does it.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import subprocess
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
HTML = ROOT / "book" / "_build" / "html"
LIGHTHOUSE = ROOT / "benchmarks" / "audit" / "node_modules" / "lighthouse"
REPORT = ROOT / "benchmarks" / "audit.txt"

#: What issue 14 asks: the least of each category (of 100), and the most seconds until the largest thing is there.
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_SECONDS = 2.5

RUNS = 3

_TEXTS = (".html", ".css", ".js", ".svg", ".json", ".txt", ".xml")


class Host(SimpleHTTPRequestHandler):
    """A static host: it keeps connections open and compresses texts."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in _TEXTS or not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_given: object) -> None:
        """Say nothing of each file."""


def main() -> None:
    """Measure every page, keep the report and print it."""
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=HTML))
    Thread(target=host.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{host.server_port}"
    pages = [*sorted(HTML.glob("chapters/*.html")), HTML / "search.html"]
    found = {page.stem: measured(f"{address}/{page.relative_to(HTML).as_posix()}") for page in pages}
    REPORT.write_text("\n".join(report(found)) + "\n", "utf-8", newline="\n")
    print(REPORT.read_text("utf-8"), end="")


def measured(address: str) -> dict[str, Any]:
    """The middle one, by its performance, of some reports of one page: other work on the machine slows one down."""
    reports = [measured_once(address) for _ in range(RUNS)]
    return sorted(reports, key=lambda page: score(page, "performance"))[RUNS // 2]


def measured_once(address: str) -> dict[str, Any]:
    """What Lighthouse reports of a page."""
    command = [
        *("node", str(LIGHTHOUSE / "cli" / "index.js"), address, "--quiet", "--output=json"),
        *(f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox"),
    ]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def report(found: dict[str, dict[str, Any]]) -> list[str]:
    """A line for each page, then what each that falls short falls short of."""
    some = next(iter(found.values()))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    chromium = some["environment"]["hostUserAgent"].partition("Chrome/")[2].partition(" ")[0]
    short = {name: reasons for name, page in found.items() if (reasons := falls_short(page))}
    return [
        f"{date.today()}, {machine}, Lighthouse {some['lighthouseVersion']}, Chromium {chromium}",
        f"its slow phone, the middle one of {RUNS} runs; scores of 100, then seconds until the largest thing is there,"
        " seconds blocked, KB",
        f"{'':<40}{'perf':>6}{'a11y':>6}{'best':>6}{'seo':>6}{'LCP':>7}{'TBT':>7}{'KB':>6}",
        *(line(name, page) for name, page in found.items()),
        f"{len(found) - len(short)} of {len(found)} pages have all that is asked:"
        f" {', '.join(f'{name} {least}' for name, least in LEAST.items())}, LCP {MOST_SECONDS} s",
        *(f"  {name}: {'; '.join(reasons)}" for name, reasons in short.items()),
    ]


def line(name: str, page: dict[str, Any]) -> str:
    """The numbers of a page."""
    values = [amount(page, audit) for audit in ("largest-contentful-paint", "total-blocking-time", "total-byte-weight")]
    lcp, tbt, size = values[0] / 1000, values[1] / 1000, values[2] / 1024
    return f"{name:<40}" + "".join(f"{score(page, each):6d}" for each in LEAST) + f"{lcp:7.1f}{tbt:7.2f}{size:6.0f}"


def falls_short(page: dict[str, Any]) -> list[str]:
    """What is below what is asked, with the audits that cost points."""
    reasons = [
        f"{name} {score(page, name)} ({', '.join(costly(page, name))})"
        for name, least in LEAST.items()
        if score(page, name) < least
    ]
    lcp = amount(page, "largest-contentful-paint") / 1000
    return [*reasons, *[f"LCP {lcp:.1f} s"] * (round(lcp, 1) > MOST_SECONDS)]


def costly(page: dict[str, Any], category: str) -> list[str]:
    """The audits of a category that count and have not the whole score."""
    counted = [each["id"] for each in page["categories"][category]["auditRefs"] if each["weight"]]
    return [audit for audit in counted if (page["audits"][audit]["score"] or 0) < 0.9]


def score(page: dict[str, Any], category: str) -> int:
    """Of 100."""
    return round(100 * page["categories"][category]["score"])


def amount(page: dict[str, Any], audit: str) -> float:
    """In the unit of Lighthouse: milliseconds or bytes."""
    return page["audits"][audit]["numericValue"]


if __name__ == "__main__":
    main()
