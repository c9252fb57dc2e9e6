"""A city's own registration: workbooks to fill in, read back with messages that a social worker can use."""
