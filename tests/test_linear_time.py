"""Twice the input takes about twice the time: hostile and merely long articles cannot keep a run busy for hours.

No absolute times: what is compared is one run with another of half its size, and small times are not judged.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from ebook import sources
from ebook.errors import EbookError
from ebook.normalise import normalise
from ebook.options import Options

COUNT = 1000
LOOSE = 3.5
"""Times as long; quadratic work takes four times as long at twice the size, linear work two."""
JUDGED = 0.2
"""Seconds of the smaller run below which the noise of the machine is larger than what is measured."""
SENTENCE = "The river rose in the night, and by the morning it stood at the second step of the mill. "


def many(piece: Callable[[int], str], around: str = "{}") -> Callable[[int], str]:
    """A page with so many of something in it."""
    return lambda n: (
        f'<html lang="en"><head><title>River notes</title></head><body><article><h1>River notes</h1><p>{SENTENCE * 3}</p>'
        + around.replace("{}", "".join(map(piece, range(n))))
        + f"<p>{SENTENCE * 3}</p></article></body></html>"
    )


def text(piece: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: "River notes\n\n" + "".join(map(piece, range(n)))


INPUTS = {
    "bare spans": many(lambda n: f"<span>word {n} </span>"),
    "inline elements of one paragraph": many(lambda n: f"<em>a{n}</em> <b>b</b> <code>c</code> ", "<p>{}</p>"),
    "paragraphs in boxes": many(lambda n: f"<p>{n} and some words</p>", '<div lang="en" id="a">{}</div>'),
    "plain rows of blanks": text(lambda n: f"the mill at reach {n:06}      was under the water of the river\n"),
    "plain nested items": text(lambda n: f"{n % 9 * 2 * chr(32)}- item {n} of the list\n"),
    "plain captions": text(lambda n: f"{SENTENCE}\n\nFigure {n}. The gauge\n\n"),
    "deep lists": lambda n: many(lambda m: f"{'<ul><li>some words' * 100}{'</ul>' * 100}")(n // 100),
    "headings": many(lambda n: f"<h{2 + n % 5}>Part {n}</h{2 + n % 5}>"),
    "bold paragraphs": many(lambda n: f"<p><b>Part {n}</b></p>"),
    "links": many(lambda n: f'<a href="/{n}">way {n}</a> ', "<p>{}</p>"),
    "links in the page": many(lambda n: f'<p id="p{n}"><a href="#p{n}">way {n}</a></p>'),
    "notes": many(lambda n: f'<p>Words<sup><a href="#n{n}" id="r{n}">{n}</a></sup></p><p id="n{n}">{n}. A note</p>'),
    "loose notes": many(lambda n: f"<p>Words [{n}] and more.</p><p>[{n}] A note.</p>"),
    "raised numbers": many(lambda n: f"word<sup>{n % 7}</sup> ", "<p>{}</p>"),
    "cells": many(lambda n: f"<td>{n}</td>", "<table><tr>{}</tr></table>"),
    "rows": many(lambda n: f"<tr><td>{n}</td><td>word</td></tr>", "<table>{}</table>"),
    "line breaks": many(lambda n: f"line {n}<br>", "<p>{}</p>"),
    "images": many(lambda n: f'<img src="{n}.png">'),
    "figures": many(lambda n: f'<figure><img src="{n}.png"><figcaption>Word {n}</figcaption></figure>'),
    "terms": many(lambda n: f"<dl><dt>Word {n}</dt><dd>What it means</dd></dl>"),
    "listings": many(lambda n: f"<pre><code>x = {n}</code></pre>"),
    "abbreviations": many(lambda n: f"the Emergency Water Committee of {n} (EWC{n}) met. ", "<p>{}</p>"),
    "definitions": many(
        lambda n: f"A gauge{n} is a device that measures the river, a stream called reach{n}. ", "<p>{}</p>"
    ),
    "hidden boxes": many(lambda n: f'<div style="display:none"><p>{SENTENCE}{n}</p></div>'),
    "bylines": many(lambda n: f'<p class="author">By Ann Lee{n}</p>'),
    "scripts before the text": lambda n: "<script>x</script>" * n + "<p>Words of the text</p>",
    "comments before the text": lambda n: "<!-- x -->\n" * n + SENTENCE,
    "paragraphs of plain text": text(lambda n: f"{SENTENCE}{n}\n\n"),
    "lines of plain text": text(lambda n: f"{SENTENCE}{n}\n"),
    "one line of plain text": text(lambda n: f"{SENTENCE}{n}. "),
    "one word": text(lambda n: "x" * 100),
    "notes of plain text": text(lambda n: f"Words of a line [{n}].\n\n[{n}] A note.\n\n"),
    "lines of dashes": text(lambda n: "-" * 50 + "\n"),
    "Markdown notes": lambda n: "# River\n\n" + "".join(f"Words[^{m}].\n\n[^{m}]: A note.\n\n" for m in range(n)),
}


def seconds(made: str) -> float:
    start = time.process_time()
    with suppress(EbookError):
        normalise(sources.from_text(made, "article.html"), Options())
    return time.process_time() - start


@pytest.mark.parametrize("name", INPUTS)
def test_twice_as_much_takes_about_twice_as_long(name):
    make = INPUTS[name]
    second = seconds(make(2 * COUNT))
    if second <= LOOSE * JUDGED:  # whatever half of it takes
        return
    first = seconds(make(COUNT))
    if second > LOOSE * max(first, JUDGED):  # once more: another program may have taken the processor
        first, second = seconds(make(COUNT)), seconds(make(2 * COUNT))
    assert second <= LOOSE * max(first, JUDGED), f"{first:.2f} s, then {second:.2f} s"
