"""A headless Chromium, without a network, for tests that need a real page.

Spoken to in its own protocol (DevTools), so that no driver has to be installed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import ProxyHandler, build_opener

from websocket import WebSocketTimeoutException, create_connection

#: What the program is called on the systems that have it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", "--remote-allow-origins=*"),
    # Nothing but what runs on this machine, such as JupyterLab.
    *("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--no-proxy-server"),
)

_PATIENCE = 30


class Browser:
    """One page at a time; use it in a ``with`` statement.

    Attributes
    ----------
    requests : list of str
        The address of everything that the page asked for.
    errors : list of str
        What the page complained of.
    """

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._number = 0
        self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [
                PROGRAM,
                *_FLAGS,
                f"--user-data-dir={self._folder.name}",
                f"--window-size={width},{height}",
                "about:blank",
            ],
            stderr=subprocess.DEVNULL,
        )
        self._socket = create_connection(self._address(), timeout=_PATIENCE, suppress_origin=True)
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._call(f"{domain}.enable")
        # Chromium has a least width of window that is more than a phone's.
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()

    def open(self, path: Path, query: str = "") -> None:
        """Open a page of the built book, from disk; `query` is what a form would add."""
        self.visit(f"{path.as_uri()}?{query}")

    def visit(self, address: str) -> None:
        """Open any address of this machine."""
        self._call("Page.navigate", url=address)
        self.wait_for("document.readyState === 'complete'")

    def photograph(self, path: Path) -> None:
        """Keep what the window shows as a PNG."""
        path.write_bytes(b64decode(self._call("Page.captureScreenshot")["data"]))

    def print(self, path: Path) -> None:
        """Keep the page as the PDF that its own style sheet makes of it, with a bookmark for each heading."""
        made = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, generateDocumentOutline=True)
        path.write_bytes(b64decode(made["data"]))

    def block(self, *addresses: str) -> None:
        """Let these (with ``*`` for anything) not be found from now on, and all others again."""
        self._call("Network.setBlockedURLs", urls=addresses)

    def emulate_print(self) -> None:
        """Show pages as they would be printed."""
        self._call("Emulation.setEmulatedMedia", media="print")

    def ask(self, script: str) -> object:
        """The value of a JavaScript expression in the page."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", script))
        return answer["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until an expression is true.

        Raises
        ------
        TimeoutError
        """
        end = time.monotonic() + _PATIENCE
        while not self.ask(script):
            if time.monotonic() > end:
                raise TimeoutError(script)
            time.sleep(0.05)

    def press(self, key: str) -> None:
        """Press and let go of a key that writes nothing, such as ``Tab`` or ``ArrowDown``."""
        code = {"Tab": 9, "ArrowDown": 40}[key]
        for kind in ("rawKeyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def write(self, text: str) -> None:
        """Write where the focus is."""
        self._call("Input.insertText", text=text)

    def _address(self) -> str:
        """Where the page listens: Chromium writes its port to a file."""
        file, end = Path(self._folder.name) / "DevToolsActivePort", time.monotonic() + _PATIENCE
        while not (file.exists() and "\n" in file.read_text()):
            if time.monotonic() > end or self._process.poll() is not None:
                raise TimeoutError("Chromium did not start")
            time.sleep(0.05)
        port = file.read_text().splitlines()[0]
        pages = json.load(build_opener(ProxyHandler({})).open(f"http://127.0.0.1:{port}/json/list", timeout=_PATIENCE))
        return next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")

    def _call(self, method: str, **parameters: object) -> dict:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            try:
                message = json.loads(self._socket.recv())
            except WebSocketTimeoutException:
                raise TimeoutError(method) from None
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self._note(message)

    def _note(self, event: dict) -> None:
        given = event.get("params", {})
        match event["method"]:
            case "Network.requestWillBeSent":
                self.requests.append(given["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(given["exceptionDetails"]["text"])
            case "Runtime.consoleAPICalled" if given["type"] == "error":
                self.errors.append(str(given["args"][0].get("value")))
            case "Log.entryAdded" if given["entry"]["level"] == "error":
                self.errors.append(given["entry"]["text"])
