"""The records of the registration, made to fit the printed tables."""
