"""Words for who hears a page: what a sign means, or what a fold among two dozen belongs to."""

from __future__ import annotations


def heard_html(text: str) -> str:
    """Words that are heard and not seen.

    Parameters
    ----------
    text
        HTML; begins with a space where it goes on after words that are seen.
    """
    return f'<span class="opk-heard">{text}</span>'
