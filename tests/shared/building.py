"""Build the book as a reader would."""

import subprocess
import sys
from pathlib import Path

import dev

from helpers.data.files import BOOK, ROOT


def build(root: Path, **environment: str) -> Path:
    """Build the book below `root` as a reader would, and return its HTML folder."""
    done = subprocess.run([sys.executable, *dev.BUILD], cwd=root, capture_output=True, text=True, **environment)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return root / BOOK.relative_to(ROOT) / "_build" / "html"
