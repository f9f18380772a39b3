"""Themes: one CSS file each in `styles/`, its facts in the comment at its head."""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path

from ebook.errors import UsageProblem
from ebook.model import Resource, Theme

_FACT = re.compile(r"^\s*(?:/\*\s*)?(title|summary|extends|fonts|licence):\s*(.+?)\s*$", re.M)


@cache
def folder() -> Path:
    """Where the themes lie: inside the installed package, or at the top of a checkout."""
    here = Path(__file__).parent
    return here / "styles" if (here / "styles").is_dir() else here.parent / "styles"


def names() -> tuple[str, ...]:
    """The names of all themes, sorted."""
    return tuple(sorted(path.stem for path in folder().glob("*.css")))


def load(name: str) -> Theme:
    """The theme of that name with what it extends; raises `UsageProblem` for an unknown one."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(names())}"
        raise UsageProblem(f"there is no theme “{name}”", hint=hint)
    text = (folder() / f"{name}.css").read_text("utf-8")
    facts = dict(_FACT.findall(text.split("*/", 1)[0]))
    css, fonts = text, _fonts(facts)
    if "extends" in facts:
        base = load(facts["extends"])
        css, fonts = f"{base.css}\n{text}", (*base.fonts, *fonts)
    return Theme(name=name, title=facts.get("title", name), summary=facts.get("summary", ""), css=css, fonts=fonts)


def _fonts(facts: dict[str, str]) -> tuple[Resource, ...]:
    """The fonts of a theme, and the licence they ask to travel with them."""
    found = [
        Resource(
            name=f"fonts/{name}",
            media_type=f"font/{name.rsplit('.', 1)[-1]}",
            data=(folder() / "fonts" / name).read_bytes(),
        )
        for name in facts.get("fonts", "").split()
    ]
    if found and "licence" in facts:
        found.append(
            Resource(name=facts["licence"], media_type="text/plain", data=(folder() / facts["licence"]).read_bytes())
        )
    return tuple(found)
