"""Readers of Word, PDF and HTML that know nothing of this program: what does the file really say?"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import html5lib
import mammoth
import pypdf
import pytest

HTML = "{http://www.w3.org/1999/xhtml}"
CONVERTED = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Heading 1'] => h2:fresh\np[style-name='Heading 2'] => h3:fresh"
)


def squash(text: str) -> str:
    """``text`` without white space and without marks that nobody sees: a reader may break lines anywhere."""
    return re.sub(r"[\s\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+", "", text)


def tree(page: bytes) -> Any:
    """A page of HTML, read strictly: any fault in it fails the test."""
    return html5lib.HTMLParser(strict=True).parse(page.decode())


def html_text(page: bytes) -> str:
    """What a page says, without its head."""
    return "".join(tree(page).find(f"{HTML}body").itertext())


def word_page(file: bytes) -> Any:
    """A Word file as a page of HTML, as mammoth reads it."""
    made = mammoth.convert_to_html(io.BytesIO(file), style_map=CONVERTED).value
    return html5lib.parse(f"<!DOCTYPE html><title>x</title>{made}")


def word_text(file: bytes) -> str:
    """What a Word file says."""
    return str(mammoth.extract_raw_text(io.BytesIO(file)).value)


def pdf(file: bytes) -> pypdf.PdfReader:
    """A PDF file."""
    return pypdf.PdfReader(io.BytesIO(file), strict=True)


def pdf_text(file: bytes) -> str:
    """What a PDF file says, as pypdf reads it."""
    return "\n".join(page.extract_text() for page in pdf(file).pages)


def text_of(form: str, file: bytes) -> str:
    """What a file says, by the reader of its form."""
    return {"html": html_text, "docx": word_text, "pdf": pdf_text}[form](file)


def program(*names: str) -> str:
    """The first of these programs that is installed; otherwise the test is left out, and says so."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"{' or '.join(names)} is not installed")
    return found


def run(*command: str, folder: Path) -> bytes:
    """What a program prints."""
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout


def browse(folder: Path, *options: str) -> bytes:
    """What a browser without a window prints; it may speak to nobody."""
    browser = program("chromium", "chromium-browser", "google-chrome")
    alone = ("--headless", "--disable-gpu", "--no-first-run", f"--user-data-dir={folder / 'browser'}")
    quiet = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking")
    boxed = ("--no-sandbox",) if sys.platform == "linux" else ()
    return run(browser, *alone, *quiet, *boxed, *options, folder=folder)
