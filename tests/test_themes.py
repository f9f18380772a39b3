"""Themes: what is in `styles/`."""

from __future__ import annotations

import pytest

from ebook.errors import UsageProblem
from ebook.themes import load, names


def test_four_themes_are_there():
    assert names() == ("dyslexia", "high-contrast", "large-print", "plain")


@pytest.mark.parametrize("name", names())
def test_theme_has_its_facts(name):
    theme = load(name)
    assert theme.name == name and theme.title and theme.summary and theme.css


def test_theme_that_extends_another_holds_its_rules_first():
    assert load("large-print").css.startswith(load("plain").css)


def test_fonts_travel_with_their_licence():
    held = [f.name for f in load("dyslexia").fonts]
    assert "fonts/OFL.txt" in held and sum(n.endswith(".ttf") for n in held) == 4


@pytest.mark.parametrize(
    ("name", "hint"),
    [("plian", "plain"), ("dyslexic", "dyslexia"), ("xyz", "large-print"), ("", "plain"), ("../styles/plain", "plain")],
)
def test_unknown_theme_is_refused_with_the_nearest(name, hint):
    with pytest.raises(UsageProblem) as caught:
        load(name)
    assert hint in caught.value.hint
