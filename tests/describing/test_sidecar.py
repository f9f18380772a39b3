"""`alt.toml`: what is read from it, what a build takes of it, how mistakes are shown."""

from __future__ import annotations

import pytest

from ebook.describing.sidecar import Entry, alternatives, is_decided, parse, settle
from ebook.describing.written import HEADER, render
from ebook.errors import UsageProblem
from ebook.inventory import REPEATED_LOGO


def entry(**fields: object) -> Entry:
    """An entry as `ebook alt` writes it for a picture that nobody described, with changes."""
    return Entry(**{"hash": "a1", "state": "missing", "found": "missing", **fields})  # type: ignore[arg-type]


def taken(**fields: object) -> list[tuple[str, str]]:
    """What a build takes of an entry."""
    return [(a.state, a.alt) for a in alternatives([entry(**fields)])]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"found": "poor", "state": "poor", "alt": "IMG_1.jpg", "found_alt": "IMG_1.jpg"},
        {"found": "described", "state": "described", "alt": "A map", "found_alt": "A map"},
        {"found": "decorative", "state": "decorative"},
        {"state": "suggested", "suggestion": "A boat", "by": "command: look"},
        {"state": "suggested", "alt": "A boat"},
        {"found": "described", "state": "missing", "found_alt": "A map"},
        {"found": "", "state": "missing"},
    ],
)
def test_what_nobody_decided_is_left_to_the_article(fields: dict[str, object]) -> None:
    assert taken(**fields) == []


@pytest.mark.parametrize(
    ("fields", "state", "alt"),
    [
        ({"state": "described", "alt": "A boat"}, "described", "A boat"),
        ({"alt": "A boat"}, "described", "A boat"),
        ({"state": "accepted", "suggestion": "A boat"}, "accepted", "A boat"),
        ({"state": "accepted", "suggestion": "A boat", "alt": "A red boat"}, "accepted", "A red boat"),
        (
            {"state": "accepted", "suggestion": "A boat", "found": "poor", "alt": "IMG_1", "found_alt": "IMG_1"},
            "accepted",
            "A boat",
        ),
        ({"state": "accepted", "found": "poor", "alt": "Logo", "found_alt": "Logo"}, "accepted", "Logo"),
        ({"state": "decorative"}, "decorative", ""),
        ({"state": "decorative", "found": "decorative", "reason": REPEATED_LOGO}, "decorative", ""),
        ({"state": "described", "alt": "A boat", "gone": True}, "described", "A boat"),
        ({"state": "described", "alt": "A boat\n  on the river\n"}, "described", "A boat on the river"),
        ({"found": "", "state": "described", "alt": "A boat"}, "described", "A boat"),
    ],
)
def test_what_a_person_decided_goes_into_the_book(fields: dict[str, object], state: str, alt: str) -> None:
    assert taken(**fields) == [(state, alt)]


def test_a_description_is_taken_though_nothing_else_was_decided() -> None:
    (found,) = alternatives([entry(description="Long.\n\nVery long.")])
    assert (found.state, found.alt, found.description) == ("", "", "Long.\n\nVery long.")


def test_settling_twice_is_settling_once() -> None:
    for state in ("missing", "poor", "accepted", "decorative", "described", "suggested"):
        once = settle(entry(state=state, alt="A boat", suggestion="A ship"))
        assert settle(once) == once
        assert is_decided(once) == (state != "suggested")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[image]]\nhash = 'a'\nalt = \"A boat\n", 3, "no valid TOML"),
        ("[[image]]\nhash = 'a'\n[[image]]\nhash = 'b'\nstate = 'descirbed'\n", 5, "Did you mean “described”"),
        ("[[image]]\nhash = 'a'\nstate = 'described'\nalt = ''\n", 3, "a described picture with an empty alt"),
        ("[[image]]\nhash = 'a'\nstate = 'described'\n", 3, "a described picture with an empty alt"),
        ("[[image]]\nhash = 'a'\n\n[[image]]\nhash = 'b'\natl = 'x'\n", 6, "Did you mean “alt”"),
        ("[[image]]\nhash = 'a'\nalt = 3\n", 3, "“alt” must be text"),
        ("[[image]]\nhash = 'a'\ngone = 'yes'\n", 3, "“gone” must be true or false"),
        ("[[image]]\nhash = 'a'\nplaces = true\n", 3, "“places” must be a whole number"),
        ("[[image]]\nhash = 'a'\n[[image]]\nalt = 'b'\n", 3, "without its hash"),
        ("[[image]]\nhash = 'a'\n[[image]]\nhash = 'a'\n", 4, "a second table for the same picture"),
        ("[[image]]\nhash = 'a'\nstate = 'accepted'\n", 3, "nothing to accept"),
        ("[[image]]\nhash = 'a'\nstate = 'decorative'\nalt = 'A boat'\n", 3, "a decoration with an alt of its own"),
        ("[[image]]\nhash = 'a'\ndate = 'yesterday'\n", 3, "“yesterday” is no date. Write it as YYYY-MM-DD"),
        ("[[image]]\nhash = 'a'\ndate = '2026-02-30'\n", 3, "is no date"),
        ("[[image]]\nhash = 'a'\ndate = 12:00:00\n", 3, "“date” must be a date"),
        ("[[image]]\nhash = 'a'\nstate = 'offered'\n", 3, "“offered” is no state of a picture"),
        ("[[image]]\nhash = 'a'\n[[table]]\nhash = 'a'\nalt = 'x'\n", 5, "unknown key “alt”"),
        ("[[table]]\nhash = 'a'\n[[table]]\nhash = 'a'\n", 4, "a second table for the same table"),
        ("[[table]]\nhash = 'a'\nstate = 'decorative'\n", 3, "is no state of a table"),
        ("[[table]]\nhash = 'a'\nstate = 'described'\n", 3, "a described table without a description"),
        ("[[table]]\nhash = 'a'\nstate = 'accepted'\n", 3, "nothing to accept"),
        ("[[table]]\nhash = 'a'\nstate = 'readable'\ndescription = 'x'\n", 3, "a table that needs none"),
        ("[[table]]\nstate = 'offered'\n", 1, "a table without its hash"),
        ("title = 'My book'\n", 1, "unknown key “title”"),
        ("image = 'a'\n", 1, "must hold tables"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(text: str, line: int, said: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse(text, "alt.toml")
    shown = caught.value.line()
    assert shown.startswith("alt.toml")
    assert f"line {line}" in shown
    assert said in shown
    assert "\n" not in shown


def test_what_is_written_is_read_back() -> None:
    entries = (
        entry(alt='“Quoted” "and" \\ back', state="described", description="One.\n\nTwo\t”””.\n", date="2026-04-01"),
        entry(hash="b2", caption="قارب", language="ar", places=2, gone=True, suggestion="x\x7f\u0001", by="command: y"),
    )
    text = render(entries)
    assert text.startswith(HEADER)
    assert parse(text, "alt.toml") == entries
    assert render(entries, text) == text


def test_comments_and_the_way_a_text_was_written_stay() -> None:
    before = (
        "# ours\n\n[[image]] # the gate\nhash = 'a1'  # never mind\nstate = 'described'\nalt = '''\nA gate'''\n"
        "date = 2026-04-01\n# ask Ann\n\n[[image]]\nhash = 'b2'\n"
    )
    entries = parse(before, "alt.toml")
    after = render((entries[1], *entries[:1]), before)
    for kept in (
        "# ours\n",
        "[[image]] # the gate",
        "# never mind",
        "alt = '''\nA gate'''",
        "date = 2026-04-01",
        "# ask Ann",
    ):
        assert kept in after
    assert [e.hash for e in parse(after, "alt.toml")] == ["b2", "a1"]


def test_a_date_may_be_a_date() -> None:
    (found,) = parse("[[image]]\nhash = 'a'\ndate = 2026-04-01\n", "alt.toml")
    assert found.date == "2026-04-01"


def test_control_character_is_a_mistake_with_its_line():
    text = '[[image]]\nhash = "abc"\nstate = "described"\nalt = "a\\u0007b"\n'
    with pytest.raises(UsageProblem, match="line 4: “alt” holds a control character"):
        parse(text, "alt.toml")


@pytest.mark.parametrize("date", ["2026-11-25", '"2026-11-25"', '""', "2026-11-25T10:00:00Z", '"2026-11-25T10:00:00"'])
def test_a_date_is_a_date_of_toml_or_iso(date: str) -> None:
    text = f"[[image]]\nhash = 'a'\ndate = {date}\n"
    (found,) = parse(text, "alt.toml")
    assert found.date.startswith(date.strip('"')[:10])
    assert f"date = {date}\n" in render([found], text)


def test_a_huge_value_is_said_in_one_short_line() -> None:
    with pytest.raises(UsageProblem) as caught:
        parse(f"[[image]]\nhash = 'a'\nstate = '{'x' * 100_000}'\n", "alt.toml")
    assert len(caught.value.line()) < 600


def wide(**fields: object) -> Entry:
    """An entry as `ebook alt` writes it for a wide table, with changes."""
    return Entry(**{"kind": "table", "hash": "t1", "state": "offered", "found": "offered", **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, []),
        ({"state": "readable"}, []),
        ({"state": "suggested", "suggestion": "It falls."}, []),
        ({"found": "described", "state": "described"}, []),
        ({"description": "It falls."}, ["It falls."]),
        ({"state": "described", "description": "It falls."}, ["It falls."]),
        ({"state": "accepted", "suggestion": "It falls."}, ["It falls."]),
    ],
)
def test_a_build_takes_the_description_of_a_table_and_nothing_else(fields: dict[str, object], said: list[str]) -> None:
    assert [(a.state, a.description) for a in alternatives([wide(**fields)])] == [("", words) for words in said]


def test_pictures_and_tables_are_written_apart_and_read_back() -> None:
    entries = (entry(hash="a1"), wide(hash="t1", description="It falls.\n\n- slowly"))
    text = render(entries)
    assert parse(text, "alt.toml") == entries
    assert render(entries, text) == text
