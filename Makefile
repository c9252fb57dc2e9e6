# Short names: the commands themselves are in scripts/dev.py, which also runs where
# there is no make.
.PHONY: help book pdf test audit notebooks lab own lock

help:
	@python3 scripts/dev.py --help

book pdf test audit notebooks lock:
	@python3 scripts/dev.py $@

# make own DATA=folder; make lab, or make lab DATA=folder
own lab:
	@OPKOMST_DATA="$(DATA)" python3 scripts/dev.py $@
