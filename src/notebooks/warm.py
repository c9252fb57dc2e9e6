"""Kernels forked from one process that has the libraries ready: seconds less for each notebook.

`WarmProvisioner` is an entry point of jupyter_client; the variable
``JUPYTER_DEFAULT_PROVISIONER_NAME`` chooses it for every kernel of a process. The
helpers are imported in the kernel itself, so that what a chapter uses shows.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

#: Name of the entry point.
NAME = "opkomst-warm"

#: What the chapters import between them.
LIBRARIES = (
    *(
        "ipykernel.kernelapp",
        "ipykernel.ipkernel",
        "ipywidgets",
        "matplotlib.pyplot",
        "matplotlib_inline.backend_inline",
    ),
    *("pandas", "pybtex.database", "scipy.stats", "seaborn", "yaml"),
)


class WarmProvisioner(LocalProvisioner):
    """Forks a kernel from the warm process; starts one anew where a system cannot fork."""

    async def launch_kernel(self, cmd: list[str], **given: Any) -> dict:
        arguments = cmd[cmd.index("-f") :]
        if not _can_fork():
            return await super().launch_kernel([sys.executable, "-m", "notebooks.kernel", *arguments], **given)
        self.process = Forked(arguments, given.get("cwd"), given.get("env") or dict(os.environ))
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class Forked:
    """As much of `subprocess.Popen` as a provisioner asks of its process."""

    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], cwd: str | None, env: dict[str, str]) -> None:
        self.pid = _warm_process().fork({"arguments": arguments, "cwd": cwd or os.getcwd(), "env": env})
        self.returncode: int | None = None

    def poll(self) -> int | None:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            self.returncode = 0
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        end = None if timeout is None else time.monotonic() + timeout
        while self.poll() is None:
            if end and time.monotonic() > end:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
            time.sleep(0.02)
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class _Warm:
    """The process that has everything imported; it ends, with its kernels, when this one does."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "notebooks.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # One kernel a core: threads of each would only wait for those of the others.
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        atexit.register(self._process.stdin.close)

    def fork(self, request: dict) -> int:
        with self._lock:
            print(json.dumps(request), file=self._process.stdin, flush=True)
            return int(self._process.stdout.readline())


_running: _Warm | None = None
_starting = threading.Lock()


def start() -> None:
    """Begin to import the libraries, for kernels that will be asked for."""
    if _can_fork():
        _warm_process()


def _can_fork() -> bool:
    # Libraries of macOS do not survive a fork.
    return hasattr(os, "fork") and sys.platform != "darwin"


def _warm_process() -> _Warm:
    global _running
    with _starting:
        if _running is None or _running.owner != os.getpid():
            _running = _Warm()
        return _running


def serve() -> None:
    """Import the libraries, then fork a kernel for each line of standard input; print its process number."""
    from importlib import import_module

    # A backend that is chosen at import must be the one that a kernel would choose.
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    for library in LIBRARIES:
        import_module(library)
    # What was imported is no garbage: kernels need not look through it, nor copy it for that.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    # Nobody asks how a kernel ended: its number must not be kept for that.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if not pid:
            _become_kernel(request)
        print(pid, flush=True)


def _become_kernel(request: dict) -> None:
    from notebooks.kernel import run

    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    nothing = os.open(os.devnull, os.O_RDWR)
    # What goes wrong before a kernel answers is told where its client tells it.
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    try:
        # A kernel ends when the warm process does, and that one when its client does.
        run([*request["arguments"], f"--IPKernelApp.parent_handle={os.getppid()}"])
    finally:
        # Not through the rest of the loop above.
        os._exit(0)


if __name__ == "__main__":
    serve()
