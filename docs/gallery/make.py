"""`make gallery`: pictures of both demos, each in its language, by day and by night, wide and narrow."""

import os
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from studylog.features.build import build
from studylog.store.index.opening import opened
from studylog.store.notebook import find

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = date(2026, 10, 5)
# Where each language has its notebook, and which of its pages are shown.
NOTEBOOKS = {"ko": ROOT, "en": ROOT / "docs" / "demo-en"}
PAGES = {
    "ko": {
        "home": "index.html",
        "meeting": "meetings/2026-09-30-daily.html",
        "question": "questions/q-5tz8m3kv.html",
        "lecture": "lectures/딥러닝-실습-7.html",
        "papers": "papers/index.html",
        "paper": "papers/vit.html",
        "person": "people/남궁연.html",
        "week": "weeks/w3.html",
        "search": "search.html?q=어텐션",
    },
    "en": {
        "home": "index.html",
        "meeting": "meetings/2026-10-01-daily.html",
        "question": "questions/q-3m8kvt5d.html",
        "lecture": "lectures/language-models-3.html",
        "papers": "papers/index.html",
        "paper": "papers/attention-is-all-you-need.html",
        "person": "people/noah-petersen.html",
        "week": "weeks/w3.html",
        "search": "search.html?q=attention",
    },
}
SIZES = {"wide": (1280, 960, 960), "narrow": (390, 844, 390)}
# Chromium asks nobody for anything.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
# English pages take the font of the system: without a desktop any sans-serif, which need not be a fine one.
FONTS = """\
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match>
    <test name="family" compare="eq"><string>sans-serif</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK KR</string></edit>
  </match>
</fontconfig>
"""


def main() -> None:
    """Build the demo of each language, and look at its pages."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(FONTS, "utf-8")
        told = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET, env=told)
        for language, notebook in NOTEBOOKS.items():
            site = _site(notebook, Path(folder) / language)
            for theme in ("light", "dark"):
                for size in SIZES:
                    _pictures(browser, site, language, theme, size)
        browser.close()


def _site(demo: Path, folder: Path) -> Path:
    for name in ("notes", "slides"):
        shutil.copytree(demo / name, folder / name)
    for name in ("studylog.yaml", "papers.yaml"):
        shutil.copy(demo / name, folder)
    notebook = find(folder)
    with opened(notebook, files=True, search=True, hold=True) as index:
        build(notebook, index, folder / "_site", TODAY)
    return folder / "_site"


def _pictures(browser: Browser, site: Path, language: str, theme: str, size: str) -> None:
    width, height, shown = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    for name, address in PAGES[language].items():
        file, _, query = address.partition("?")
        page.goto(f"{(site / file).as_uri()}{'?' + query if query else ''}")
        page.wait_for_timeout(300)
        picture = Image.open(BytesIO(page.screenshot()))
        picture = picture.resize((shown, height * shown // width), Image.Resampling.LANCZOS)
        picture.save(HERE / f"{name}-{language}-{theme}-{size}.webp", quality=72, method=6)
    context.close()


if __name__ == "__main__":
    main()
