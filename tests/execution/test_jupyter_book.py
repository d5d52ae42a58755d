"""The one build path of the real book: `jupyter-book build`, with warnings as failures."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.execution.conftest import Book

CONFIG = """
title: A book
exclude_patterns: [_build]
execute: {execute_notebooks: cache}
sphinx:
  config:
    extensions: [myst_nb, jupyter_book, sphinx_comments, sphinx_external_toc, resilience.execution]
    use_jupyterbook_latex: false
    use_multitoc_numbering: false
    html_theme: basic
    html_theme_options: {}
    resilience_package: src/town
    resilience_common_inputs: []
"""
SHOW = "print('value', open('evidence/{0}.txt').read())"


def build(book: "Book") -> "subprocess.CompletedProcess[str]":
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", "-W", "-n", "--keep-going"]
    return subprocess.run(command, cwd=book.root, capture_output=True, text=True)


@pytest.mark.slow
def test_jupyter_book_runs_what_changed_and_fails_on_a_failing_cell(book: "Book") -> None:
    book.write("_config.yml", CONFIG)
    book.write("_toc.yml", "format: jb-book\nroot: index\nchapters: [{file: one}, {file: two}]\n")
    book.write("index.md", "# A book\n")
    for name in ("one", "two"):
        book.write(f"evidence/{name}.txt", "41")
        book.notebook(name, SHOW.format(name), reads=[f"evidence/{name}.txt"])
    first = build(book)
    assert first.returncode == 0, first.stderr
    assert "one page at a time" not in first.stdout

    book.write("evidence/one.txt", "42")
    book.notebook("two", "1 / 0")
    second = build(book)
    assert second.returncode != 0
    assert "ran one" in second.stdout
    assert "two.md:8: WARNING: notebook two: it failed." in second.stderr
    assert "ZeroDivisionError" in second.stderr
    assert "value 42" in book.page("one")
