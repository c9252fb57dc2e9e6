"""What the pages are put together from: table HTML, notes, provenance, display."""
