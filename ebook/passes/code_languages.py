"""Which programming language a listing is in, read from the habits of highlighters.

class="language-js", "brush: js;", "sourceCode python", "hljs rust", data-lang="go", lang="cpp"   ->   js, python …
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ebook.markup import Element, tokens

NAMES = frozenset(
    "abap actionscript ada agda apache apacheconf applescript arduino asciidoc asm assembly astro awk bash basic "
    "bat batch bibtex brainfuck c c# c++ c-sharp cfg clj clojure cmake cmd cobol coffee coffeescript conf console "
    "cpp crystal cs csharp css csv cuda curl cython d dart delphi diff django dockerfile docker dot ebnf eex ejs "
    "elisp elixir elm emacs-lisp env erb erlang excel f# fish fortran fsharp gdscript gherkin git glsl gnuplot go "
    "golang gradle graphql groovy haml handlebars haskell haxe hcl heex hlsl html http hs idris ini jade java "
    "javascript jinja jl jq js jscript json json5 jsonc jsonnet jsx julia kotlin kt latex lean lean4 less lisp "
    "liquid livescript llvm lua make makefile markdown mathematica matlab md mdx mermaid mips mysql nasm nginx "
    "nim nix node nodejs objc objective-c objectivec objectpascal ocaml octave odin openscad org pascal perl "
    "pgsql php phtml pl plantuml plpgsql plsql postgres postgresql powershell processing prolog promql properties "
    "proto protobuf ps1 pug puppet purescript py pycon python python3 qml r racket razor rb react reason regex "
    "rest restructuredtext rkt rs rst ruby rust sass sas scala scheme scss sh shell shell-session sml smalltalk "
    "solidity sparql sql sqlite stata stylus svelte svg swift systemverilog tcl terraform tex toml ts tsx twig "
    "typescript v vala vb vb.net vba vbnet verilog vhdl vim viml visual-basic vue wasm wat wgsl wolfram xaml "
    "xhtml xml xquery xsl xslt yaml yml zig zsh".split()
)
"""Names and short names of languages that highlighters use (Pygments, Prism, highlight.js, Rouge)."""
LABELS = {
    "c sharp": "csharp",
    "objective c": "objectivec",
    "visual basic": "vbnet",
    "shell session": "console",
    "shell script": "shell",
    "node.js": "javascript",
    "plain text": "",
    "plaintext": "",
    "text": "",
    "txt": "",
    "code": "",
    "terminal": "",
    "output": "",
}
"""What pages write over listings besides the names above, and the language it means."""

_NAMED = re.compile(
    r"^(?:language|lang|highlight-source|highlight-text|highlight|mw-highlight-lang|ltx_lst_language|geshifilter|type|brush|code|sourcecode|src)[-:_](?!source\b)([\w+#.-]+)$",
    re.I,
)
_MARKERS = frozenset(
    "hljs sourcecode highlight prettyprint src syntaxhighlighter chroma prism shiki codehilite programlisting brush: "
    "enlighterjsraw hl code source listing astro-code".split()
)
"""Class names beside which a bare `python` is a language."""
_NO_LANGUAGES = frozenset(
    "none plain plaintext text txt block wrapper inline highlight example lines container toolbar content code box "
    "group line snippet default output auto".split()
)
_ATTRIBUTES = (
    "data-lang",
    "data-language",
    "data-code-language",
    "data-enlighter-language",
    "data-syntax",
    "syntax",
    "language",
)
_CLEAN = re.compile(r"[^\w+#.-]")


def language_of_listing(listing: Element, around: Iterable[Element]) -> str:
    """The language a listing or the boxes around it name, or nothing."""
    inner = next(listing.iter("code"), None)
    for node in (listing,) if inner is None or inner is listing else (inner, listing):
        found = _declared(node, sure=True)
        if found:
            return found
    for node in around:
        found = _declared(node, sure=False)
        if found:
            return found
    return ""


def _declared(node: Element, *, sure: bool) -> str:
    """The language one element names; a box around the listing may mean the language of people by `lang-de`."""
    for attribute in _ATTRIBUTES:
        value = _CLEAN.sub("", node.get(attribute, "").lower())
        if value and value not in _NO_LANGUAGES and (sure or attribute != "language" or value in NAMES):
            return value
    stated = f"{node.get('class', '')} {node.get('data-syntaxhighlighter-params', '')}"
    names = stated.lower().replace(";", " ").split()
    for name, following in zip(names, [*names[1:], ""], strict=False):
        match = _NAMED.match(name)
        value = match[1] if match else following if name == "brush:" else ""
        if value and value not in _NO_LANGUAGES and (value in NAMES or (sure and "." not in value)):
            return value
    if tokens(node, "class") & _MARKERS:
        bare = next((name for name in names if name in NAMES and name not in _MARKERS), "")
        if bare:
            return bare
    value = node.get("lang", "").lower()
    return value if value in NAMES and len(value) != 2 else ""


def named_by(label: str) -> str | None:
    """The language a label over a listing means, nothing for “Plain text”, `None` where it is no such label."""
    key = label.strip().lower().rstrip(":")
    if key in NAMES:
        return key
    return LABELS.get(key)
