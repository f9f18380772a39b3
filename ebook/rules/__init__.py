"""The catalogue of rules: everything the tool can say about content, and what to do about it.

A *rule* is data; a *finding* is a rule at a place. Ids are promises: they do not change meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

from ebook.rules.articles import ARTICLES
from ebook.rules.books import BOOKS
from ebook.rules.kinds import Finding, Outcome, Place, Rule, Severity
from ebook.rules.styles import STYLES

__all__ = ["RULES", "Finding", "Outcome", "Place", "Rule", "Severity", "rule"]

RULES: tuple[Rule, ...] = (*ARTICLES, *STYLES, *BOOKS)

_BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


def rule(id: str) -> Rule:
    """The rule of that id; raises `KeyError` for an id that is not in the catalogue."""
    return _BY_ID[id]
