"""What print fixes and what it contradicts: the numbers, claims and labels of the report against each other."""
