"""The texts of the report and the brochure: not part of the repository."""

import re
import unicodedata

from helpers.data.files import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"

JOINER = re.compile(r"['’‘`\u00ad‐‑-]")

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text without case, punctuation and markup."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return WORD.findall(JOINER.sub("", text))
