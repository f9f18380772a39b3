"""Ids are unique and valid, and links follow them."""

from __future__ import annotations

import re
import time

import pytest

from ebook.passes.ids import ids
from tests.tools import check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body",
    [
        '<h1 id="title">A</h1><h2 id="rain">B</h2><p><a href="#rain">b</a></p>',
        '<p id="p1">a</p><p><a href="https://example.org/#1a">x</a></p>',
        "<blockquote><h2>Quoted</h2></blockquote>",
        "<aside><p>No label</p></aside>",
    ],
)
def test_sound_ids_stay(body: str) -> None:
    check_noop(ids, body)


def test_headings_get_ids_in_order() -> None:
    check_transformed(
        ids,
        '<h1>A</h1><h2>B</h2><h2 id="own">C</h2><h3>D</h3>',
        '<h1 id="title">A</h1><h2 id="section-1">B</h2><h2 id="own">C</h2><h3 id="section-3">D</h3>',
    )


def test_new_id_makes_way_for_one_that_is_there() -> None:
    check_transformed(ids, '<h2>A</h2><p id="section-1">b</p>', '<h2 id="section-1-2">A</h2><p id="section-1">b</p>')


def test_second_bearer_of_an_id_loses_it() -> None:
    check_transformed(ids, '<p id="a">1</p><p id="a">2</p>', '<p id="a">1</p><p>2</p>')


@pytest.mark.parametrize(
    ("name", "href"), [("1a", "#1a"), ("a b", "#a b"), ("café", "#caf%C3%A9"), ("café", "#café"), ("تمهيد", "#تمهيد")]
)
def test_link_follows_an_id_that_had_to_be_renamed(name: str, href: str) -> None:
    result, _ = run_pass(ids, f'<p id="{name}">x</p><p><a href="{href}">y</a></p>')
    target = result.split('<p id="')[1].split('"')[0]
    assert target.isascii() and not target[0].isdigit() and " " not in target
    assert f'<a href="#{target}">' in result


def test_renamed_id_does_not_take_another_ones_place() -> None:
    result, _ = run_pass(ids, '<p id="1a">x</p><p id="id-1a">y</p><p><a href="#1a">x</a> <a href="#id-1a">y</a></p>')
    assert '<p id="id-1a">y</p>' in result
    assert '<a href="#id-1a">y</a>' in result


def test_link_to_a_doubled_id_leads_to_its_first_bearer() -> None:
    result, _ = run_pass(ids, '<p id="1a">x</p><p id="1a">y</p><p><a href="#1a">z</a></p>')
    first = result.split('<p id="')[1].split('"')[0]
    assert f'<a href="#{first}">z</a>' in result


def test_aside_is_named_by_its_heading() -> None:
    check_transformed(
        ids,
        "<aside><h2>Box</h2><p>x</p></aside>",
        '<aside aria-labelledby="aside-1"><h2 id="aside-1">Box</h2><p>x</p></aside>',
    )


def test_working_marks_go() -> None:
    check_transformed(ids, '<p data-source-line="7">x</p>', "<p>x</p>")


def test_thousands_of_invalid_ids_are_renamed_in_linear_time() -> None:
    started = time.process_time()
    result, _ = run_pass(ids, "".join(f'<p id="{chr(0x4E00 + n)}">x</p>' for n in range(10_000)))
    assert len(set(re.findall(r'id="([^"]+)"', result))) == 10_000
    assert time.process_time() - started < 4
