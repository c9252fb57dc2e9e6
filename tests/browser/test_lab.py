"""In JupyterLab a chapter reads as in the book: numbers in its sentences, before and after it was run."""

import json
import os
import socket
import subprocess
import time
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import browser
import dev
import pytest

from helpers.data.files import CHAPTERS

CHAPTER = "03_opkomst_in_cijfers.ipynb"

#: The text of the sentences and not of code; only cells in view are in the page.
SENTENCES = "[...document.querySelectorAll('.jp-MarkdownCell .myst')].map(cell => cell.innerText)"


#: A stored value that the records no longer give.
OLD = "een oud getal"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A copy of the chapter with one value that is no longer true, and its address in JupyterLab."""
    folder = tmp_path_factory.mktemp("lab")
    notebook = folder / CHAPTER
    first = f'"text/plain": {json.dumps(values(CHAPTERS / CHAPTER)[0])}'
    text = (CHAPTERS / CHAPTER).read_text(encoding="utf-8")
    assert first in text
    notebook.write_text(text.replace(first, f'"text/plain": "{OLD}"', 1), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.root_dir={folder}", f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1"]
    options += ["--no-browser", "--allow-root", "--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True"]
    own = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    command = [dev.sys.executable, *dev.LAB, *options]
    # With the kernels that a researcher has, and not those of the tests.
    given = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER_")}
    server = subprocess.Popen(command, env=given | own, stderr=subprocess.DEVNULL)
    address, patience = f"http://127.0.0.1:{port}/lab/tree/{CHAPTER}", time.monotonic() + 60
    while True:
        try:
            build_opener(ProxyHandler({})).open(address, timeout=10)
            break
        except OSError:
            assert server.poll() is None and time.monotonic() < patience, "JupyterLab did not start"
            time.sleep(0.2)
    yield notebook, address
    server.terminate()
    server.wait()


def values(path: Path) -> list[str]:
    """What a notebook keeps for its expressions, in the order of the text."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    kept = [value for cell in cells for value in cell["metadata"].get("user_expressions", ())]
    # A kernel answers a text in quotes, which JupyterLab takes off.
    return [value["result"]["data"]["text/plain"].strip("'") for value in kept]


def test_sentences_have_their_numbers_before_a_run_and_new_ones_after_it(lab):
    notebook, address = lab
    with browser.Browser(1400, 4000) as chromium:
        chromium.visit(address)
        chromium.wait_for(f"({SENTENCES}).length > 5 && !({SENTENCES}).join().includes('{{')")
        chromium.photograph(notebook.with_suffix(".png"))
        sentences = " ".join(chromium.ask(SENTENCES))
        assert OLD in sentences and sum(value in sentences for value in set(values(CHAPTERS / CHAPTER))) > 5
        assert not chromium.ask("document.querySelectorAll('.jp-toast-message, .jp-Dialog').length")

        chromium.ask("jupyterapp.commands.execute('notebook:run-all-cells')")
        # The expressions follow the code, a moment after the promise of the run.
        patience = time.monotonic() + 60
        while values(notebook) != values(CHAPTERS / CHAPTER) and time.monotonic() < patience:
            time.sleep(0.5)
            chromium.ask("jupyterapp.commands.execute('docmanager:save-all')")
        assert values(notebook) == values(CHAPTERS / CHAPTER)
