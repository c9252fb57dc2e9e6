"""The data package describes every file in ``data/`` as it is."""

import csv
import json

from helpers.data import datapackage
from helpers.data.files import DATA


def test_the_stored_package_is_what_the_codebook_says():
    assert json.loads(datapackage.TARGET.read_text(encoding="utf-8")) == datapackage.build()


def test_every_header_is_described():
    for resource in datapackage.build()["resources"]:
        if resource["path"].endswith(".csv"):
            with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
