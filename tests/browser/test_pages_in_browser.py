from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest

Visit = Callable[..., Any]

if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("no browser; with chromium and chromedriver the pages are tried out in it", allow_module_level=True)

pytestmark = pytest.mark.xdist_group("browser")


def run(page: Any, script: str, *arguments: Any) -> Any:
    return page.execute_script(script, *arguments)


def wait_for(page: Any, script: str, expected: Any) -> None:
    from selenium.common.exceptions import TimeoutException
    from selenium.webdriver.support.ui import WebDriverWait

    try:
        WebDriverWait(page, 5, poll_frequency=0.05).until(lambda page: run(page, script) == expected)
    except TimeoutException:
        assert run(page, script) == expected


COUNT = "return document.getElementById('count').textContent"
SHOWN = "return [...document.querySelectorAll('.card:not([hidden])')].map((card) => card.id)"
FOCUSED = "return document.activeElement.id"


def set_field(page: Any, name: str, value: str) -> None:
    run(
        page,
        """const field = document.querySelector(`#filters [name="${arguments[0]}"]`);
        field.value = arguments[1]; field.dispatchEvent(new Event("input", {bubbles: true}));""",
        name,
        value,
    )


def test_the_report_opens_with_everything_that_counts(visit: Visit) -> None:
    page = visit("check", ".")
    assert run(page, COUNT) == "6 of 6 findings shown, in 4 documents"
    assert run(page, "return document.title") == "Language report: 6 findings in 4 documents"
    assert run(page, "return getComputedStyle(document.querySelector('.masthead')).borderTopWidth") == "6px"
    assert run(page, "return document.querySelector('.card').textContent.includes('One party’s name'.replace('’', \"'\"))")


def test_what_a_document_contains_is_shown_and_not_run(visit: Visit) -> None:
    page = visit("check", "hostile.html")
    assert "<script>document.title = 'run'</script>" in run(page, "return document.querySelector('.text').textContent")
    assert run(page, "return [document.title === 'run', document.images.length, document.scripts.length]") == [False, 0, 1]


@pytest.mark.parametrize(
    "field, value, expected",
    [
        pytest.param("text", "kiev", "3 of 6 findings shown, in 2 documents", id="text"),
        pytest.param("text", "SMITH soon", "0 of 6 findings shown, in 0 documents", id="no such text"),
        pytest.param("text", "SMITH", "1 of 6 findings shown, in 1 document", id="speaker"),
        pytest.param("path", "wire", "1 of 6 findings shown, in 1 document", id="document"),
        pytest.param("concept", "attack", "3 of 6 findings shown, in 2 documents", id="concept"),
        pytest.param("category", "desk", "6 of 6 findings shown, in 3 documents", id="category"),
    ],
)
def test_a_filter(visit: Visit, field: str, value: str, expected: str) -> None:
    page = visit("check", ".")
    set_field(page, field, value)
    wait_for(page, COUNT, expected)


def test_filters_by_keyboard_then_cleared(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    page = visit("check", ".")
    box = page.find_element("css selector", "#filters [value=error]")
    box.send_keys(Keys.SPACE)
    wait_for(page, COUNT, "3 of 6 findings shown, in 2 documents")
    assert run(page, "return document.querySelectorAll('.text mark:not(.off)').length") == 3
    page.find_element("css selector", "#filters [name=suppressed]").send_keys(Keys.SPACE)
    wait_for(page, COUNT, "3 of 7 findings shown, in 2 documents")
    page.find_element("css selector", "#filters [type=reset]").send_keys(Keys.ENTER)
    wait_for(page, COUNT, "6 of 6 findings shown, in 4 documents")


def test_the_skip_link_comes_first_and_focus_is_visible(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    page = visit("check", ".")
    page.find_element("css selector", "body").send_keys(Keys.TAB)
    assert run(page, "return document.activeElement.className") == "skip"
    assert run(page, "return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    wait_for(page, FOCUSED, "main")


def test_links_lead_from_the_text_to_the_card_and_back(visit: Visit) -> None:
    page = visit("check", ".")
    ref = run(page, "return document.querySelector('.text .ref').id")
    page.find_element("id", ref).click()
    wait_for(page, FOCUSED, ref.removeprefix("m"))
    page.find_element("css selector", f"#{ref.removeprefix('m')} .no").click()
    wait_for(page, FOCUSED, ref)
    assert run(page, "return document.activeElement.getAttribute('aria-label')").startswith("Finding 1, ")


def test_a_link_to_a_finding_that_is_hidden_shows_it(visit: Visit) -> None:
    page = visit("check", ".")
    hidden = run(page, "return document.querySelector('.card[hidden]').id")
    run(page, "location.hash = arguments[0]", hidden)
    wait_for(page, FOCUSED, hidden)
    assert run(page, COUNT) == "7 of 7 findings shown, in 4 documents"


def test_the_list_of_documents_sorts(visit: Visit) -> None:
    page = visit("check", ".")
    names = "return [...document.querySelectorAll('#documents tbody th')].map((cell) => cell.textContent)"
    assert run(page, names) == ["calm.txt", "courier.md", "hostile.html", "wire.txt"]
    page.find_element("css selector", "#documents thead th:nth-child(3) button").click()
    assert run(page, names)[0] == "courier.md"
    assert run(page, "return document.querySelector('#documents [aria-sort]').ariaSort") == "descending"


def test_a_row_of_a_chart_sets_the_filter(visit: Visit) -> None:
    page = visit("check", ".")
    page.find_element("css selector", 'th[data-set="voice=reported"] button').click()
    wait_for(page, COUNT, "1 of 6 findings shown, in 1 document")


def test_dark_by_the_system_and_by_the_switch(visit: Visit) -> None:
    paper = "return getComputedStyle(document.documentElement).backgroundColor"
    page = visit("check", ".")
    light = run(page, paper)
    media = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    dark = run(page, paper)
    try:
        assert light != dark
        run(page, "const s = document.getElementById('theme'); s.value = 'light'; s.dispatchEvent(new Event('change'))")
        assert run(page, paper) == light
        page.refresh()
        assert run(page, paper) == light
    finally:
        run(page, "localStorage.clear()")
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize(
    "words", [("check", "."), ("compare", "--each", "."), ("concordance", "Smith", ".")], ids=lambda words: words[0]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window_and_a_screenshot_shows_something(
    visit: Visit, words: tuple[str, ...], width: int
) -> None:
    page = visit(*words)
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        assert run(page, "return document.documentElement.scrollWidth <= innerWidth")
        assert len(page.get_screenshot_as_png()) > 10_000
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_report_prints_every_card(visit: Visit) -> None:
    page = visit("check", ".")
    printed = page.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    assert len(printed["data"]) > 10_000


def test_the_matrix_filters(visit: Visit) -> None:
    page = visit("compare", "--each", "courier.md", "wire.txt", "hostile.html")
    assert run(page, COUNT) == "2 of 2 concepts shown"
    set_field(page, "text", "special")
    wait_for(page, COUNT, "1 of 2 concepts shown")
    set_field(page, "text", "")
    set_field(page, "contrast", "differ")
    wait_for(page, "return document.querySelectorAll('tr.contrast:not([hidden])').length", 1)


def test_the_concordance_sorts_by_the_words_before_and_filters_by_voice(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    page = visit("concordance", "special operation", ".", "--as", "word")
    left = "return [...document.querySelectorAll('#kwic tbody .left')].map((cell) => cell.textContent.match(/\\w+(?=\\W*$)/)[0])"
    page.find_element("css selector", "#kwic thead .left button").click()
    words = run(page, left)
    assert [word.lower() for word in words] == sorted(word.lower() for word in words)
    assert run(page, COUNT) == "4 of 4 places shown"
    page.find_element("css selector", "#filters [value=quoted]").send_keys(Keys.SPACE)
    wait_for(page, COUNT, "3 of 4 places shown")
