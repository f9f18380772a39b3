"""What is noted on the way through a book, and one document with its elements at hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ebook.markup import EPUB_TYPE, XML_LANG, Element
from ebook.opened import Opened, is_outside, place_in
from ebook.rules import Place

SPEECH = "{http://www.w3.org/2001/10/synthesis}"
WATCHED = frozenset(
    ("role", EPUB_TYPE, "style", "tabindex", "aria-details", "aria-describedby", "longdesc", "lang", XML_LANG, "class")
)
"""Attributes that something is counted by."""
MAY_MOVE = tuple("animate animateTransform animateMotion set canvas iframe object embed".split())
"""Elements of which nobody can say from the markup that nothing in them moves or flashes."""
COUNTED = frozenset(
    "img svg input audio video script math table h1 h2 h3 h4 h5 h6 details abbr style ruby".split()
).union(MAY_MOVE)
"""Elements that something is counted by."""
DECORATION = frozenset(("presentation", "none"))


class Seen:
    """One document, its elements by tag, by watched attribute and by id: one walk instead of one for each question."""

    def __init__(self, path: str, tree: Element) -> None:
        self.path = path
        self.tree = tree
        self.body = tree.find("body")
        self._ids: dict[str, Element] = {}
        self._tags: dict[str, list[Element]] = {}
        self._attributes: dict[str, list[Element]] = {}
        self.speech_hints = 0
        self.acting: list[Element] = []
        """Elements with a script in an attribute of an event (`onclick`)."""
        for element in tree.iter("*"):
            if element.tag in COUNTED:  # the others are let go at once: a tree's worth of elements is slow to keep
                self._tags.setdefault(str(element.tag), []).append(element)
            for name in element.keys():  # noqa: SIM118 - an element is no dict: its iterator gives its children
                if name in WATCHED:
                    self._attributes.setdefault(str(name), []).append(element)
                elif name == "id":
                    self._ids.setdefault(element.get("id", ""), element)
                elif name.startswith(SPEECH):
                    self.speech_hints += 1
                elif name[:2].lower() == "on":
                    self.acting.append(element)

    def by_id(self, name: str) -> Element | None:
        """The element of that id."""
        return self._ids.get(name)

    def tags(self, *names: str) -> list[Element]:
        """Elements of these tags, tag by tag."""
        return [e for name in names for e in self._tags.get(name, ())]

    def having(self, *names: str) -> list[Element]:
        """Elements with at least one of these attributes, each once."""
        return list(dict.fromkeys(e for name in names for e in self._attributes.get(name, ())))


@dataclass(slots=True)
class Notes:
    """What was counted so far, under the names of the fields of `Evidence`."""

    book: Opened
    covers: frozenset[str] = frozenset()
    seen: dict[str, Seen] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    contrasts: list[float] = field(default_factory=list)
    last_level: int = 0
    explained: frozenset[str] = frozenset()
    """Short forms that the book explains somewhere."""

    def add(self, name: str, path: str, element: Element) -> None:
        """One more element of a kind."""
        self.places.setdefault(name, []).append(place_in(path, element))

    def at(self, name: str, place: Place) -> None:
        """One more place of a kind."""
        self.places.setdefault(name, []).append(place)

    def find(self, path: str, href: str) -> Element | None:
        """The element that an address in a document leads to."""
        if not href or is_outside(href):
            return None
        file, fragment = self.book.target(path, href)
        seen = self.seen.get(file)
        if seen is None:
            return None
        return seen.by_id(fragment) if fragment else seen.tree
