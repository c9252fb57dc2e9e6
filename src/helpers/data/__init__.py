"""What stands in `data/`: codebook, records with their rules, printed cells, instruments, quotations, context."""
