"""Set code as code: the text alone, its lines kept, its language named.

    <div class="highlight-python"><pre><span class="lineno">1</span><span>x</span> = 1</pre></div>
    ->   <pre><code class="language-python">x = 1</code></pre>

Line numbers, copy buttons and colouring spans would all be read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import BLOCKS, Element, closest, drop, elements, new, replace, text_of, tokens
from ebook.model import Article
from ebook.rules import Finding

_LANGUAGE = re.compile(
    r"^(?:language|lang|highlight-source|highlight-text|highlight|brush|code|sourcecode|src)[-:_](?!source\b)([\w+#.-]+)$",
    re.I,
)
_GUTTER = frozenset(
    "lineno linenos gutter line-number line-numbers linenumber hljs-ln-numbers blob-num rouge-gutter line-numbers-rows "
    "code-line-number copy copy-button btn-copy copybtn".split()
)
_NOT_LANGUAGES = frozenset("none plain plaintext text block wrapper inline highlight example lines".split())


def code(tree: Element, article: Article) -> Iterator[Finding]:
    for pre in elements(tree, "pre"):
        if pre.getparent() is None:
            continue
        for extra in [
            e for e in elements(pre) if e is not pre and (tokens(e, "class") & _GUTTER or e.tag in ("button", "style"))
        ]:
            drop(extra)
        text = _text(pre)
        if not text.strip():
            drop(pre)
            continue
        if any(True for _ in pre.iter("img", "table", "math")) and next(pre.iter("code"), None) is None:
            continue
        language = _language(pre)
        clean = new("pre", new("code", text, **({"class_": f"language-{language}"} if language else {})))
        for name in ("id", "data-line", "lang", "dir"):
            if pre.get(name):
                clean.set(name, pre.get(name, ""))
        if (
            language
            or next(pre.iter("code", "span", "samp", "kbd"), None) is not None
            or article.kind == "markdown"
            or _looks_like_code(text)
        ):
            _put(clean, pre)
    for element in elements(tree, "tt"):
        element.tag = "code"
    for element in elements(tree, "code"):
        if closest(element, "pre") is None:
            _plain_inline(element)
    yield from ()


def _put(clean: Element, pre: Element) -> None:
    """A table that only lays out line numbers beside the code goes with them."""
    table = closest(pre, "table")
    if table is not None:
        cells = [cell for cell in elements(table, "td", "th") if text_of(cell)]
        around = set(pre.iterancestors())
        if all(cell in around or re.fullmatch(r"[\d\s]*", text_of(cell)) for cell in cells):
            replace(table, clean)
            return
    replace(pre, clean)


def _text(pre: Element) -> str:
    """The text of a `pre`; `br` and blocks (one element a line) end lines, the first newline is markup."""
    parts: list[str] = []

    def end_line() -> None:
        last = next((p for p in reversed(parts) if p), "\n")
        if not last.endswith("\n"):
            parts.append("\n")

    def walk(node: Element) -> None:
        block = node.tag in BLOCKS and node is not pre
        if node.tag == "br":
            parts.append("\n")
        elif block:
            end_line()
        parts.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str):
                walk(child)
            parts.append(child.tail or "")
        if block:
            end_line()

    walk(pre)
    return re.sub(r"^\n|\s+$", "", "".join(parts).replace("\u00a0", " "))


def _language(pre: Element) -> str:
    for node in (*elements(pre, "code"), pre, *list(pre.iterancestors())[:3]):
        for attribute in ("data-lang", "data-language"):
            if node.get(attribute):
                return re.sub(r"[^\w+#.-]", "", node.get(attribute, "").lower())
        for name in sorted(tokens(node, "class")):
            match = _LANGUAGE.match(name)
            if match and match[1].lower() not in _NOT_LANGUAGES:
                return match[1].lower()
    return ""


def _looks_like_code(text: str) -> bool:
    return bool(re.search(r"[{};=<>()\[\]$#/\\|]", text))


def _plain_inline(element: Element) -> None:
    """Colouring spans inside a line of code say nothing."""
    if not any(c.tag in ("a", "em", "strong", "var", "i", "b", "img", "math", "br") for c in element.iter()):
        text = "".join(map(str, element.itertext()))
        for child in list(element):
            element.remove(child)
        element.text = text
        if element.get("class"):
            del element.attrib["class"]
