"""Execute notebooks side by side, and say what each of them read."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode

from notebooks import kernel, warm

#: Seconds that one cell may take.
TIMEOUT = 300


@dataclass(frozen=True)
class Executed:
    """A notebook with its outputs.

    Attributes
    ----------
    path : Path
    notebook : NotebookNode
    reads : tuple of str
        Every file that its outputs depend on, as it was opened.
    steady : bool
        Whether none of these changed while it ran; otherwise nobody knows what it saw.
    seconds : float
    """

    path: Path
    notebook: NotebookNode
    reads: tuple[str, ...]
    steady: bool
    seconds: float


def execute(paths: list[Path], root: Path) -> Iterator[Executed]:
    """Execute notebooks on a kernel for each core and one more; gives each as it is done.

    Parameters
    ----------
    paths
        Files in the notebook format.
    root
        The repository: what is read below it counts.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell fails.
    """
    os.environ.setdefault("JUPYTER_DEFAULT_PROVISIONER_NAME", warm.NAME)
    # One more than there are cores: a kernel that starts or ends mostly waits for its client.
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        running = [pool.submit(_execute_one, path, root) for path in paths]
        try:
            for done in as_completed(running):
                yield done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _execute_one(path: Path, root: Path) -> Executed:
    from nbclient import NotebookClient
    from traitlets.config import Config

    began, began_ns = time.monotonic(), time.time_ns()
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as folder:
        reads = Path(folder) / "reads.json"
        client = NotebookClient(
            notebook,
            timeout=TIMEOUT,
            # Moments of the clock would make two runs differ.
            record_timing=False,
            store_widget_state=True,
            resources={"metadata": {"path": str(path.parent)}},
            # Ports of one kernel were seen to be taken by another.
            config=Config(KernelManager={"transport": "ipc", "ip": f"{folder}/kernel"}) if os.name == "posix" else None,
        )
        folders = {kernel.READS: str(reads), kernel.ROOT: str(root)}
        client.execute(env={**os.environ, **folders})
        found = tuple(json.loads(reads.read_text(encoding="utf-8")))
    steady = all(os.stat(name).st_ctime_ns < began_ns for name in found)
    return Executed(path, notebook, found, steady, time.monotonic() - began)
