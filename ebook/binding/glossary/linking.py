"""Links the uses of terms in a chapter to their entries, and marks short forms as such.

Screen readers that say the expansion of an `abbr` would say it beside the same words, and again at every use. So it is
given once in an article, and nowhere beside the words themselves (docs/decisions/0023-glossary-in-the-book.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ebook.binding.glossary.entries import WHOLE, Entry, Use
from ebook.binding.glossary.finding import Finder, is_likely
from ebook.binding.glossary.page import PAGE
from ebook.binding.glossary.spelling import kind_of, spaced_keys, words_key
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

_CODE = ("code", "pre", "math", "kbd", "samp", "var", "svg", "ruby", "script", "style")
"""What is no running text: nothing is marked in it."""
_UNMARKED = (*HEADINGS, "header", *_CODE)
_UNLINKED = ("a", "cite", "figcaption", "caption", "dt", *_UNMARKED)
"""Where a link would disturb, or stand in another."""
_NEAR = 2000
"""Characters of a block in which the words of its next short form are looked for first."""
_BLOCKS = ("p", "li", "dd", "td", "th", "figcaption", "caption", "dt", "blockquote", "summary", "legend", *HEADINGS)


class Linker:
    """Links the chapters of a book to its entries: the first use of every entry in each, or every use."""

    def __init__(self, entries: Sequence[Entry], *, every: bool = False) -> None:
        self._finder = Finder(entries)
        self._every = every
        self._listed = {m.place: e for e in reversed(entries) for m in e.meanings if m.source == "listed"}
        self._explained: dict[str, list[tuple[Entry, int]]] = {}
        for entry in entries:
            for number, meaning in enumerate(entry.meanings):
                self._explained.setdefault(meaning.place.partition("#")[0], []).append((entry, number))

    def link(self, tree: Element, name: str, title: str) -> None:
        """Link the uses in a chapter; short forms are marked wherever they stand."""
        language = language_of(tree)
        words = " ".join(squash(text) for _, _, text in text_nodes(tree)).casefold()  # cells and lines apart
        chapter = _Chapter(self._finder, name, title, language, words, self._every)
        chapter.taken = {e.get("id", "") for e in tree.iter() if e.get("id")}
        for node, is_tail, text in text_nodes(tree, skip=_CODE):
            host = node.getparent() if is_tail else node
            if host is None or closest(host, "section", "main") is None:
                continue
            marked = host if host.tag in ("dfn", "abbr") else closest(host, "dfn", "abbr")
            if marked is not None:
                if (entry := chapter.entry_of(text_of(marked))) is not None:
                    chapter.meet_mark(marked, entry)
                continue
            parts = chapter.parts(text, host)
            if parts:
                replace_text(node, is_tail, parts)
        chapter.link_marks()
        _link_lists(tree, self._listed, chapter)
        _note_places(self._explained.get(name, ()), chapter)
        _say_once(tree, chapter)


def _is_short(used: str, entry: Entry) -> bool:
    """Whether a use of an entry is a short form: an editor's other words for it ("the Unit") may be none."""
    if entry.kind != "abbreviation":
        return False
    return used == entry.term or (
        " " not in used and (used.casefold() == entry.term.casefold() or kind_of(used) == entry.kind)
    )


def _is_spoken(entry: Entry, language: str) -> bool:
    """Whether an entry is of a chapter's language; short forms are of any."""
    own = language.split("-")[0]
    return any(m.kind == "abbreviation" or m.language.split("-")[0] == own for m in entry.meanings)


@dataclass(slots=True)
class _Chapter:
    """What is known of a chapter while its uses are linked."""

    finder: Finder
    name: str
    title: str
    language: str
    words: str
    every: bool
    taken: set[str] = field(default_factory=set)
    linked: set[int] = field(default_factory=set)
    waiting: dict[Element, Element] = field(default_factory=dict)
    """Marked terms with the links to put around them, once nobody goes through the text any more."""
    known: dict[int, bool] = field(default_factory=dict)
    """Which entries explain anything here."""
    meant: dict[int, bool] = field(default_factory=dict)
    """Which entries are meant by their words here."""

    def accepts(self, entry: Entry) -> bool:
        """Whether an entry explains anything in this chapter."""
        if id(entry) not in self.known:
            self.known[id(entry)] = _is_spoken(entry, self.language) and entry.holds_in(self.name)
        return self.known[id(entry)]

    def likely(self, entry: Entry) -> bool:
        """Whether uses of an entry here mean what it says."""
        if id(entry) not in self.meant:
            self.meant[id(entry)] = is_likely(entry, entry.meaning_in(self.name), self.name, self.words)
        return self.meant[id(entry)]

    def entry_of(self, text: str) -> Entry | None:
        return self.finder.entry_of(text, self.accepts)

    def parts(self, text: str, host: Element) -> list[str | Element]:
        """A run of text with its uses linked and marked; nothing where there are none."""
        found: list[str | Element] = []
        end = 0
        markable = linkable = None
        for start, stop, entry in self.finder.uses(text, self.accepts):
            if markable is None:
                markable = not _within(host, _UNMARKED)
                linkable = markable and not _within(host, _UNLINKED) and not _is_list_of_works(host)
            if not self.likely(entry):
                continue
            used = text[start:stop]
            if linkable and self._wants(entry) and not _defines(host, entry):
                made = self.link(entry, used)
            elif markable and _is_short(used, entry):
                made = new("abbr", used)
                if self.contradicted(entry):
                    self.explain(made, entry)
            else:
                continue
            found += [text[end:start], made]
            end = stop
        return [*found, text[end:]] if found else []

    def meet_mark(self, marked: Element, entry: Entry) -> None:
        """A term that is marked already: its link goes around the mark."""
        outer = closest(marked, "dfn")
        outer = marked if outer is None else outer
        inner = any(True for _ in outer.iter("a")) or outer in self.waiting
        if inner or _within(outer, _UNLINKED) or _is_list_of_works(outer) or not self._wants(entry):
            return
        self.waiting[outer] = self.link(entry, text_of(marked), around=outer)

    def link_marks(self) -> None:
        for marked, link in self.waiting.items():
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
        if _is_short(used, entry):
            short = new("abbr", used)
            self.explain(short, entry)
            link.append(short)
        else:
            link.text = used
        return link

    def explain(self, short: Element, entry: Entry) -> None:
        """Give a short form the words that it stands for here, where that is known.

        Words of another language would be said in the voice of this one: the link leads to them (WCAG 3.1.2).
        """
        meaning = entry.meaning_in(self.name)
        if meaning == WHOLE or entry.meanings[meaning].kind != "abbreviation":
            return
        spoken = entry.meanings[meaning].language.split("-")[0]
        if not spoken or spoken == self.language.split("-")[0]:
            short.set("title", entry.meanings[meaning].meaning)

    def contradicted(self, entry: Entry) -> list[str]:
        """The words that this chapter itself writes out for a short form, where the entry says others.

        An editor has corrected them, or we were not sure of them and other articles are believed.
        """
        meaning = entry.meaning_in(self.name) if self.name in entry.spelt else WHOLE
        if meaning == WHOLE:
            return []
        said = words_key(entry.meanings[meaning].meaning)
        return [words for words in sorted(entry.spelt[self.name]) if words_key(words) != said]


def _link_lists(tree: Element, places: Mapping[str, Entry], chapter: _Chapter) -> None:
    """Terms of the article's own glossary lead to the one of the book, which leads back to them by their place."""
    for term in elements(tree, "dt", "td", "th", "b", "strong", "em", "i", "dfn"):
        entry = places.get(f"{chapter.name}#{term.get('id', '')}")
        if entry is None and term.tag == "dt":
            entry = chapter.entry_of(text_of(term))
            entry = None if entry is not None and id(entry) in chapter.linked else entry
        if entry is None or next(term.iter("a"), None) is not None or inside(term, "a", *HEADINGS):
            continue
        link = chapter.link(entry, text_of(term), around=term)
        move_children(term, link)
        term.append(link)


def _note_places(explained: Sequence[tuple[Entry, int]], chapter: _Chapter) -> None:
    """Explanations that nothing could be linked in are led back to all the same: every entry names its articles."""
    for entry, number in explained:
        place = entry.meanings[number].place
        if id(entry) not in chapter.linked and place.partition("#")[2] in chapter.taken:
            chapter.linked.add(id(entry))
            entry.uses.append(Use(place, entry.term, chapter.title, chapter.language, "", number))


def _say_once(tree: Element, chapter: _Chapter) -> None:
    """Take an expansion off a short form in a paragraph that has its words or others, or that had it before.

    Where the article writes out other words, the first use beyond that paragraph says it. Short forms without an entry
    stay as their author wrote them.
    """
    said: set[tuple[str, str]] = set()
    blocks: dict[Element | None, _Block] = {None: _Block("")}
    for short in elements(tree, "abbr"):
        expansion = short.get("title")
        entry = chapter.entry_of(text_of(short)) if expansion else None
        if not expansion or entry is None:
            continue
        holder = closest(short, *_BLOCKS)
        if holder not in blocks:
            blocks[holder] = _Block(text_of(holder) if holder is not None else "")
        if any(blocks[holder].says(words) for words in chapter.contradicted(entry)):
            del short.attrib["title"]
            continue
        key = (text_of(short), expansion.casefold())
        if key in said or blocks[holder].has(squash(expansion)):
            del short.attrib["title"]
        said.add(key)


class _Block:
    """What a block says, made ready for many questions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = text.casefold()
        self._keys = ""
        self._last = 0

    def has(self, words: str) -> bool:
        """Whether exactly these words stand in it; looked for first behind those asked for before."""
        plain = words.casefold()
        at = self._plain.find(plain, self._last, self._last + _NEAR)
        if at < 0:
            return plain in self._plain
        self._last = at
        return True

    def says(self, words: str) -> bool:
        """Whether these words stand in it, in any of their spellings."""
        self._keys = self._keys or spaced_keys(self._text)
        return spaced_keys(words) in self._keys


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
    terms = islice(definition.itersiblings("dt", preceding=True), 3)
    return any(text_of(t).casefold() == entry.term.casefold() for t in terms)
