"""Running notebooks: fast kernels, what a notebook reads, and its stored outputs."""
