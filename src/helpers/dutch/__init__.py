"""Numbers, number words and lists, written the Dutch way."""
