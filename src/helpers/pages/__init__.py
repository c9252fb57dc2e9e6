"""What the cells of a notebook call: one module a chapter."""
