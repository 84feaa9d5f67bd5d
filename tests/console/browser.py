"""A real Chromium without a screen, spoken to by the WebDriver protocol (W3C): as much of it as the console needs."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import threading
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the protocol gives an element (WebDriver, 12)."""
_PATIENCE_S, _PAUSE_S = 30.0, 0.02
_STARTED = "was started successfully on port "


class BrowserMissing(Exception):
    """Chromium or its driver is not installed; `make setup-test` installs them or says how."""


class Browser:
    """A context with one window. `language` is what it asks pages for; `folder` keeps all that it writes.

    `fonts` is a folder of data whose `fonts` are seen beside the system's.
    """

    def __init__(
        self, folder: Path, language: str = "ar", size: tuple[int, int] = (1280, 900), fonts: Path | None = None
    ) -> None:
        driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
        if driver is None or chromium is None:
            raise BrowserMissing("no chromium with chromedriver on the PATH: run `make setup-test`")
        self._driver = driver
        self._session = ""
        self._port = 0
        self._environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(fonts or folder / "data")}
        self._arguments = [
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server"),
            *("--hide-scrollbars", f"--lang={language}", f"--accept-lang={language}"),
            *(f"--window-size={size[0]},{size[1]}", f"--user-data-dir={folder / 'profile'}"),
        ]
        self._chromium = chromium

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [self._driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=self._environment,
        )  # fmt: skip
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if _STARTED in line:
                self._port = int(line.rpartition(_STARTED)[2].rstrip(".\n"))
                break
        options = {"binary": self._chromium, "args": self._arguments}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}}
        self._session = "/session/" + self._ask("POST", "/session", wanted)["sessionId"]
        # What is looked for may stand on a page that is still on its way.
        self._ask("POST", f"{self._session}/timeouts", {"implicit": int(_PATIENCE_S * 1000)})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._session:
                self._ask("DELETE", self._session)
        finally:
            self._process.terminate()
            self._process.wait(30)
            assert self._process.stdout is not None
            self._process.stdout.close()

    def open(self, address: str) -> None:
        """Go to an address, and wait until it is loaded."""
        self._ask("POST", f"{self._session}/url", {"url": address})

    def type(self, css: str, text: str) -> None:
        """Type into a field."""
        self._ask("POST", f"{self._find(css)}/value", {"text": text})

    def click(self, css: str) -> None:
        """Click, and wait until a page that this loads is there."""
        self._ask("POST", f"{self._find(css)}/click", {})

    def text(self, css: str = "body") -> str:
        """What stands in an element, as a person sees it."""
        found: str = self._ask("GET", f"{self._find(css)}/text")
        return found

    def sees(self, text: str, css: str = "body") -> None:
        """Wait until a text stands there: a page that a click asked for comes when it comes."""
        seen, pause = "", threading.Event()
        for _ in range(int(_PATIENCE_S / _PAUSE_S)):
            try:
                seen = self.text(css)
            except AssertionError as gone:  # the page was just replaced
                seen = str(gone)
            if text in seen:
                return
            pause.wait(_PAUSE_S)
        raise AssertionError(f"{text!r} is not in {seen!r}")

    def run(self, script: str) -> Any:  # noqa: ANN401  # whatever the script gives
        """What a script of the test says in the page."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": f"return {script}", "args": []})

    def cookies(self) -> dict[str, dict[str, Any]]:
        """The cookies of the page, by name."""
        return {one["name"]: one for one in self._ask("GET", f"{self._session}/cookie")}

    def picture(self, path: Path) -> None:
        """Save what is seen as PNG."""
        path.write_bytes(base64.b64decode(self._ask("GET", f"{self._session}/screenshot")))

    def _find(self, css: str) -> str:
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": css})
        return f"{self._session}/element/{found[_ELEMENT]}"

    def _ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # JSON
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as wrong:
            raise AssertionError(json.load(wrong)["value"]["message"]) from wrong
