"""The built book as one PDF (`make pdf`); it knows pages of HTML, and nothing of records."""
