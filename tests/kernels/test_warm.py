"""Kernels that fork from a warm process give what plain ones give, and end when their client does."""

import os
import subprocess
import sys
import time

import nbformat
import pytest
from nbclient import NotebookClient

from helpers.data import kept
from helpers.data.files import CHAPTERS, ROOT
from notebooks import warm
from notebooks.execute import execute

#: Chapters with figures, tables and an explorer between them.
SOME = ["02_organisatie", "06_interviews", "bijlage_2_extra_tabellen"]


def outputs(notebook):
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def warmly(paths):
    return {done.path.stem: outputs(done.notebook) for done in execute(paths, ROOT)}


@pytest.fixture(scope="module")
def forked(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(kept.FOLDER, str(tmp_path_factory.mktemp("kept")))
        yield warmly([CHAPTERS / f"{name}.ipynb" for name in SOME])


@pytest.mark.parametrize("name", SOME)
def test_a_plain_kernel_gives_the_same(forked, name, monkeypatch):
    factory = "jupyter_client.provisioning.factory.KernelProvisionerFactory.default_provisioner_name"
    monkeypatch.setattr(factory, "local-provisioner")
    notebook = nbformat.read(CHAPTERS / f"{name}.ipynb", 4)
    NotebookClient(notebook, record_timing=False, resources={"metadata": {"path": str(CHAPTERS)}}).execute()
    assert outputs(notebook) == forked[name]


def test_where_no_process_can_fork_a_new_one_does(forked, monkeypatch):
    monkeypatch.setattr(warm.sys, "platform", "darwin")
    monkeypatch.setattr(warm, "Forked", None)
    (name, *_) = SOME
    assert warmly([CHAPTERS / f"{name}.ipynb"])[name] == forked[name]


def test_a_kernel_ends_with_its_client():
    client = """
import os
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel()
print(manager.provisioner.pid, flush=True)
os._exit(0)
"""
    environment = os.environ | {"JUPYTER_DEFAULT_PROVISIONER_NAME": warm.NAME}
    done = subprocess.run(
        [sys.executable, "-c", client], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    patience = time.monotonic() + 20
    while os.path.exists(f"/proc/{int(done.stdout)}") and time.monotonic() < patience:
        time.sleep(0.1)
    assert not os.path.exists(f"/proc/{int(done.stdout)}")
