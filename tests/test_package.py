"""The public names: each is loaded when it is asked for, and is what its module defines."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import ebook
from ebook.cli import COMMANDS, cli
from tests.tools import ROOT


def said_by(code: str) -> str:
    """What a fresh Python prints."""
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_every_public_name_is_there_and_listed():
    assert [name for name in ebook.__all__ if getattr(ebook, name, None) is None] == []
    assert set(ebook.__all__) <= set(dir(ebook))


def test_a_name_that_is_none_is_an_attribute_error():
    with pytest.raises(AttributeError, match="biuld"):
        ebook.biuld  # noqa: B018 - asking is the test


@pytest.mark.parametrize("first", ["ebook.normalise", "ebook.pipeline", "ebook.errors"])
def test_normalise_is_the_function_whichever_module_is_loaded_first(first):
    code = f"import {first}, ebook; from ebook import normalise as n; print(callable(ebook.normalise), n is ebook.normalise)"
    assert said_by(code) == "True True"


def test_what_starts_a_process_loads_no_more_than_it_needs():
    heavy = "{'lxml', 'PIL', 'babel', 'langcodes', 'ebook.pipeline', 'ebook.sources'} & {*sys.modules}"
    assert said_by(f"import sys, ebook.executors, ebook.cli; print({heavy} or 'none')") == "none"


def test_every_command_is_listed_with_a_line_of_help():
    context = cli.make_context("ebook", [], resilient_parsing=True)
    assert cli.list_commands(context) == sorted(COMMANDS)
    assert [n for n in COMMANDS if not cli.get_command(context, n).get_short_help_str()] == []


def test_unknown_command_is_compared_with_all_that_there_are():
    """In a process in which no other test has loaded a command."""
    code = "from ebook.cli import cli; cli.get_command(None, 'biuld'); print(*sorted(cli.commands))"
    assert said_by(code).split() == sorted(COMMANDS)
