"""Finds in running text what a glossary explains. Works on text alone; knows nothing of markup or books."""

from __future__ import annotations

from ebook.terms.abbreviations import find_abbreviations, may_explain
from ebook.terms.definitions import Definition, find_definitions
from ebook.terms.found import Found
from ebook.terms.stated import meaning_of

__all__ = ["Definition", "Found", "find_abbreviations", "find_definitions", "may_explain", "meaning_of"]
