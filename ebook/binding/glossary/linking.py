"""Links the uses of terms in a chapter to their entries, and marks short forms as such.

Screen readers that say the expansion of an `abbr` would say it beside the same words, and again at every use. So it is
given once in an article, and nowhere beside the words themselves (docs/decisions/0023-glossary-in-the-book.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ebook.binding.glossary.entries import WHOLE, Entry, Use
from ebook.binding.glossary.finding import Finder, is_likely
from ebook.binding.glossary.page import PAGE
from ebook.markup import (
    HEADINGS,
    Element,
    closest,
    elements,
    inside,
    language_of,
    move_children,
    new,
    replace_text,
    squash,
    text_nodes,
    text_of,
    tokens,
    wrap,
)

EVERY = "every"
_CODE = ("code", "pre", "math", "kbd", "samp", "var", "svg", "ruby", "script", "style")
"""What is no running text: nothing is marked in it."""
_UNMARKED = (*HEADINGS, "header", *_CODE)
_UNLINKED = ("a", "cite", "figcaption", "caption", "dt", *_UNMARKED)
"""Where a link would disturb, or stand in another."""
_BLOCKS = ("p", "li", "dd", "td", "th", "figcaption", "caption", "dt", "blockquote")


def link_uses(tree: Element, entries: Sequence[Entry], name: str, title: str, *, links: str = "first") -> None:
    """Link the first use of every entry in a chapter, or every use; short forms are marked wherever they stand."""
    language = language_of(tree)
    words = " ".join(squash(text) for _, _, text in text_nodes(tree)).casefold()  # cells and lines apart
    finder = Finder([e for e in entries if _is_spoken(e, language)], words)
    chapter = _Chapter(name, title, language, words, links == EVERY)
    chapter.taken = {e.get("id", "") for e in tree.iter() if e.get("id")}
    for node, is_tail, text in text_nodes(tree, skip=_CODE):
        host = node.getparent() if is_tail else node
        if host is None or closest(host, "section", "main") is None:
            continue
        marked = host if host.tag in ("dfn", "abbr") else closest(host, "dfn", "abbr")
        if marked is not None:
            if (entry := finder.entry_of(text_of(marked))) is not None:
                chapter.meet_mark(marked, entry)
            continue
        parts = chapter.parts(text, finder, host)
        if parts:
            replace_text(node, is_tail, parts)
    chapter.link_marks()
    _link_lists(tree, finder, chapter)
    _note_places(entries, chapter)
    _say_once(tree)


def _is_spoken(entry: Entry, language: str) -> bool:
    """Whether an entry is of a chapter's language; short forms are of any."""
    own = language.split("-")[0]
    return any(m.kind == "abbreviation" or m.language.split("-")[0] == own for m in entry.meanings)


@dataclass(slots=True)
class _Chapter:
    """What is known of a chapter while its uses are linked."""

    name: str
    title: str
    language: str
    words: str
    every: bool
    taken: set[str] = field(default_factory=set)
    linked: set[int] = field(default_factory=set)
    waiting: list[tuple[Element, Element]] = field(default_factory=list)
    """Marked terms with the links to put around them, once nobody goes through the text any more."""

    def parts(self, text: str, finder: Finder, host: Element) -> list[str | Element]:
        """A run of text with its uses linked and marked; nothing where there are none."""
        found: list[str | Element] = []
        end = 0
        markable = linkable = None
        for start, stop, entry in finder.uses(text):
            if markable is None:
                markable = not _within(host, _UNMARKED)
                linkable = markable and not _within(host, _UNLINKED) and not _is_list_of_works(host)
            if not is_likely(entry, entry.meaning_in(self.name), self.name, self.words):
                continue
            used = text[start:stop]
            if linkable and self._wants(entry) and not _defines(host, entry):
                made = self.link(entry, used)
            elif markable and entry.kind == "abbreviation":
                made = new("abbr", used)
            else:
                continue
            found += [text[end:start], made]
            end = stop
        return [*found, text[end:]] if found else []

    def meet_mark(self, marked: Element, entry: Entry) -> None:
        """A term that is marked already: its link goes around the mark."""
        outer = closest(marked, "dfn")
        outer = marked if outer is None else outer
        inner = any(True for _ in outer.iter("a")) or any(outer is m for m, _ in self.waiting)
        if inner or _within(outer, _UNLINKED) or _is_list_of_works(outer) or not self._wants(entry):
            return
        self.waiting.append((outer, self.link(entry, text_of(marked), around=outer)))

    def link_marks(self) -> None:
        for marked, link in self.waiting:
            wrap(marked, link)

    def _wants(self, entry: Entry) -> bool:
        return self.every or id(entry) not in self.linked

    def link(self, entry: Entry, used: str, *, around: Element | None = None) -> Element:
        """A link to an entry, noted there when it is the first of the chapter."""
        meaning = entry.meaning_in(self.name)
        attributes = {"href": f"{PAGE}#{entry.target(meaning)}", "role": "doc-glossref", "epub_type": "glossref"}
        link = new("a", **attributes)
        entry.used_forms.add(squash(used))
        if id(entry) not in self.linked:
            self.linked.add(id(entry))
            identifier = f"glossref-{entry.id}"
            while identifier in self.taken:
                identifier += "-2"
            self.taken.add(identifier)
            link.set("id", identifier)
            mark = around.get("id", "") if around is not None else ""
            entry.uses.append(Use(f"{self.name}#{identifier}", squash(used), self.title, self.language, mark, meaning))
        if around is not None:
            return link
        if entry.kind == "abbreviation":
            short = new("abbr", used)
            said = entry.meanings[meaning] if meaning != WHOLE else None
            if said is not None and said.kind == "abbreviation":
                short.set("title", said.meaning)
            link.append(short)
        else:
            link.text = used
        return link


def _link_lists(tree: Element, finder: Finder, chapter: _Chapter) -> None:
    """Terms of the article's own glossary lead to the one of the book, which leads back to them by their place."""
    places = {m.place: e for e in finder.entries for m in e.meanings if m.source == "listed"}
    for term in elements(tree, "dt", "td", "th", "b", "strong", "em", "i", "dfn"):
        entry = places.get(f"{chapter.name}#{term.get('id', '')}")
        if entry is None and term.tag == "dt":
            entry = finder.entry_of(text_of(term))
            entry = None if entry is not None and id(entry) in chapter.linked else entry
        if entry is None or next(term.iter("a"), None) is not None or inside(term, "a", *HEADINGS):
            continue
        link = chapter.link(entry, text_of(term), around=term)
        move_children(term, link)
        term.append(link)


def _note_places(entries: Sequence[Entry], chapter: _Chapter) -> None:
    """Explanations that nothing could be linked in are led back to all the same: every entry names its articles."""
    for entry in entries:
        if id(entry) in chapter.linked:
            continue
        for number, meaning in enumerate(entry.meanings):
            file, _, identifier = meaning.place.partition("#")
            if file == chapter.name and identifier in chapter.taken:
                entry.uses.append(Use(meaning.place, entry.term, chapter.title, chapter.language, "", number))
                break


def _say_once(tree: Element) -> None:
    """Take an expansion off a short form in a paragraph that has its words, or that had it before."""
    said: set[tuple[str, str]] = set()
    for short in elements(tree, "abbr"):
        expansion = short.get("title")
        if not expansion:
            continue
        block = closest(short, *_BLOCKS)
        key = (text_of(short), expansion.casefold())
        beside = block is not None and squash(expansion).casefold() in text_of(block).casefold()
        if beside or key in said:
            del short.attrib["title"]
        said.add(key)


def _within(host: Element, tags: tuple[str, ...]) -> bool:
    return host.tag in tags or closest(host, *tags) is not None


def _is_list_of_works(host: Element) -> bool:
    """Whether an element stands in a bibliography, or in the line that says whose a quotation is."""
    return any(
        node.get("role") == "doc-bibliography" or "attribution" in tokens(node, "class") or node.tag == "footer"
        for node in (host, *host.iterancestors())
    )


def _defines(element: Element, entry: Entry) -> bool:
    """Whether an element belongs to the article's own definition of a term."""
    definition = element if element.tag == "dd" else closest(element, "dd")
    if definition is None:
        return False
    terms = list(definition.itersiblings("dt", preceding=True))
    return any(text_of(t).casefold() == entry.term.casefold() for t in terms[:3])
