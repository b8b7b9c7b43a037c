"""A real browser without a window, and pages to open in it. Without chromium and chromedriver these tests are left out."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,900"
).split()  # fmt: skip

LEXICON = """
category: desk
title: The desk's own words
severity: warning
concepts:
  - id: attack
    concern: contested
    note: One party's name for it.
    terms:
      - {text: invasion, status: preferred, pos: noun}
      - {text: special operation, status: deprecated, pos: noun, severity: error}
    sources: []
  - id: kyiv
    note: The spelling of the other party.
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name}
"""

ARTICLES = {
    "courier.md": "# A special operation\n\nThe special operation began near Kiev.\n\n"
    "“The special operation goes on,” Smith said in Kiev.\n",
    "wire.txt": "Smith said that the special operation would end soon.\n",
    "calm.txt": "Nothing happened.\n",
    "hostile.html": "<p>Kiev &lt;script>document.title = 'run'&lt;/script> &lt;img src=x onerror=\"document.title='run'\"></p>",
}


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The browser, one for all tests of a process."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driven = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield driven
    with contextlib.suppress(Exception):
        driven.quit()


@pytest.fixture
def visit(browser: Any, workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """`visit("check", ".", fragment="#d1")`: opens the page of a command; at the end its console must be empty."""

    def open_page(*words: str, fragment: str = "") -> Any:
        folder = workspace({"house.yaml": LEXICON, **ARTICLES})
        ran = evenhand(*words, "--lexicon", "house.yaml", "-f", "html", "-o", "page.html")
        assert (folder / "page.html").exists(), ran.err
        browser.get("about:blank")
        browser.get((folder / "page.html").as_uri() + fragment)
        return browser

    browser.get_log("browser")
    yield open_page
    assert browser.get_log("browser") == []
