"""Reads Markdown: CommonMark with front matter, tables, footnotes, definition lists and mathematics."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.texmath import texmath_plugin

from ebook import bylines, dates
from ebook.errors import UnreadableInput
from ebook.languages import standard_tag
from ebook.markup import LINE, text_of
from ebook.model import Article, Kind, Metadata
from ebook.rules import Finding, Place, rule
from ebook.sources.html import body_text, parse_page

_ABBREVIATION = re.compile(r"\*\[([^\]\n]+)\]:[ \t]*(.+)$")
_MATH_TOKENS = ("math_inline", "math_inline_double", "math_block", "math_block_label", "math_block_eqno", "amsmath")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "description-short"),
    "section": ("section", "category"),
    "publisher": ("publisher", "site", "source"),
    "published": ("date", "published", "date-published"),
    "modified": ("modified", "updated", "lastmod", "date-modified"),
    "language": ("lang", "language"),
    "url": ("url", "canonical", "canonical_url", "original"),
    "licence": ("license", "licence", "rights", "copyright"),
    "description": ("description", "summary", "abstract"),
}
"""Field of `Metadata` to the front-matter keys that give it."""

DEEPEST = 300
"""Elements inside each other; what is nested deeper the parser leaves out without a word, so nothing may be."""
_MARKERS, _COLUMNS = 40, 120
"""Quotation and list marks of one line, and columns of its margin, that may open as many elements as that."""
_MARK = r"(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+)"
_TOO_MANY_MARKS = re.compile(rf"^([ \t]*{_MARK}{{{_MARKERS}}}){_MARK}+", re.M)
_TOO_WIDE = re.compile(rf"^([ \t]{{{_COLUMNS}}})[ \t]+", re.M)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    parser.use(texmath_plugin, delimiters="brackets").use(amsmath_plugin)
    parser.use(attrs_plugin).use(attrs_block_plugin)
    for name in _MATH_TOKENS:
        parser.add_render_rule(name, _render_math)
    return parser


def _render_math(self: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    kind = "tex-source" if token.type == "math_inline" else "tex-source display"
    span = f'<span class="{kind}" data-tex="{escape(token.content.strip())}"></span>'
    return f"<p>{span}</p>" if token.block else span


def _flat(text: str) -> str:
    """The text without quotation marks, list marks and margins that nest deeper than the parser follows."""
    return _TOO_WIDE.sub(r"\1", _TOO_MANY_MARKS.sub(r"\1", text))


def read_markdown(text: str, source: str) -> Article:
    """The article of a Markdown text; raises `UnreadableInput` where there is nothing to read."""
    text, expansions = _without_abbreviations(text)
    if re.match(r"---[ \t]*\n[ \t]*\n", text):
        text = "\n" + text  # a rule, no front matter
    tokens = _parser().parse(_flat(text))
    metadata, findings = _front_matter(tokens, source)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type not in ("front_matter", "html_block", "inline"):
            token.attrSet(LINE, str(token.map[0] + 1))
    page = parse_page(f"<html><body>{_parser().renderer.render(tokens, _parser().options, {})}</body></html>")
    if not text_of(page) and not any(True for _ in page.iter("img", "span")):
        raise UnreadableInput(f"{source} has no readable text", hint="Give a file with an article in it")
    body = body_text(page)
    if expansions:
        listed = "".join(f'<abbr title="{escape(long)}">{escape(short)}</abbr>' for short, long in expansions.items())
        body = body.replace("</body>", f'<p class="abbreviations" hidden="hidden">{listed}</p></body>')
    return Article(source=source, kind=Kind.MARKDOWN, body=body, metadata=metadata, findings=findings)


def _without_abbreviations(text: str) -> tuple[str, dict[str, str]]:
    """The text without its list of abbreviations, and that list; code is left alone."""
    kept: list[str] = []
    found: dict[str, str] = {}
    fenced = False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        match = None if fenced else _ABBREVIATION.match(line)
        if match:
            found[match[1]] = match[2].strip()
        kept.append("" if match else line)
    return "\n".join(kept), found


def _front_matter(tokens: Sequence[Token], source: str) -> tuple[Metadata, tuple[Finding, ...]]:
    """Metadata from the YAML block at the top; what cannot be read is a finding."""
    block = next((t for t in tokens[:1] if t.type == "front_matter"), None)
    if block is None:
        return Metadata(), ()
    place = Place(file=source, line=1)
    if len(block.content) > 100_000 or re.search(r"(?m)[:\s]&\w+", block.content):
        return Metadata(), (rule("metadata.unusable").at(place, reason="anchors are not allowed"),)
    try:
        raw = yaml.load(block.content, Loader=yaml.BaseLoader)  # noqa: S506 - makes text, lists and maps alone
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = str(error).splitlines()[0]
        return Metadata(), (rule("metadata.unusable").at(place, reason=reason),)
    if not isinstance(raw, dict):
        return Metadata(), (rule("metadata.unusable").at(place, reason="it is not a list of keys"),)
    return _metadata({str(k).lower(): v for k, v in raw.items()}), ()


def _metadata(raw: Mapping[str, Any]) -> Metadata:
    values = {field: next((v for key in keys if (v := _plain(raw.get(key)))), "") for field, keys in _KEYS.items()}
    authors = raw.get("authors") or raw.get("author") or raw.get("creator") or ()
    people = authors if isinstance(authors, list) else [authors]
    found: list[str] = []
    for person in people:
        name = _plain(person.get("name") if isinstance(person, dict) else person)
        found.extend([name] if isinstance(authors, list) else bylines.names(name) or [name] if name else [])
    values["language"] = standard_tag(values["language"])
    for key in ("published", "modified"):
        values[key] = dates.parse(values[key])
    if not values["url"].startswith(("http://", "https://")):
        values["url"] = ""
    stated = [name for name, value in values.items() if value] + (["authors"] if any(found) else [])
    return Metadata(
        authors=tuple(n for n in found if n), origins=tuple((name, "front matter") for name in stated), **values
    )


def _plain(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
