"""The decisions of a book that a person must approve, each with a key that changes when the decision does.

The key is a hash of the kind and of what decides it: the picture and its words, the words of a table and its header
cells, a passage and its language, a term with its meaning, other forms and pointers. An approval is of that key, and of
nothing else.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ebook.evidence.images import state_of
from ebook.evidence.notes import Seen
from ebook.markup import Element, closest, inside, language_of, snippet, squash, text_of, tokens
from ebook.model import Chapter, Decision, Term
from ebook.opened import Opened, is_outside, resolved
from ebook.outline import GUESSED, headings
from ebook.rules import Finding, Place, Severity, rule
from ebook.terms.matching import FORBIDDEN, term_key

KINDS: Mapping[str, str] = {
    "undescribed": "Pictures that nobody has described",
    "alt": "Text alternatives",
    "decorative": "Pictures taken as decoration",
    "description": "Extended descriptions",
    "table": "Header cells that were guessed",
    "language": "Languages of articles that were guessed",
    "passage": "Passages marked as another language",
    "term": "Glossary",
    "finding": "What else a person must look at",
    "article": "The articles as a whole",
}
"""Kinds of decisions in the order of the sheet, with their headings."""
BLOCKING = frozenset({"undescribed"})
"""Kinds that cannot be approved: something must be done first."""
ROWS = 3
"""Rows of a table that the sheet shows."""
LONGEST = 400
"""Characters of a text that the sheet shows."""
_HERE = frozenset(
    "table.headers-guessed language.guessed language.contradicted language.part-wrong language.unknown "
    "alt.missing alt.poor alt.caption-repeated alt.inferred "
    "book.alt-undescribed book.alt-repeats book.alt-empty book.alt-long".split()
)
"""Findings that have a line of their own kind in the sheet."""
_SAME: Mapping[str, str] = {"book.link-vague": "link.vague", "book.colour-alone": "colour.dropped"}
"""Rules of books to the rules of articles that ask the same about the same words."""
_CHAPTER = etree.XPath("//section[@role='doc-chapter']")
_DETAILED = etree.XPath("//*[@aria-details]")
_TAGGED = etree.XPath("//*[@lang]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One decision."""

    key: str
    kind: str
    article: str
    """The input it stands in, or several."""
    place: str
    """Where in the book."""
    what: str
    """What was decided about."""
    decision: str
    """What was decided."""
    forms: str = ""
    """Other forms of a term, and the terms that it points to: they are approved with it."""
    said_by: str = ""
    """Who says that a term means this."""
    sentence: str = ""
    """The sentence of the article that says it."""
    language: str = ""
    """The language of `decision`, where that is the book's and not ours."""
    picture: str = field(default="", compare=False)
    """Path of the picture in the container."""
    rows: tuple[tuple[tuple[str, bool], ...], ...] = ()
    """The first rows of a table: each cell with whether it became a header cell."""

    @property
    def told(self) -> str:
        """What was decided and what speaks for it, in lines."""
        evidence = f"{self.said_by}: “{self.sentence}”" if self.sentence else self.said_by
        return "\n".join(line for line in (self.decision, self.forms, evidence) if line)

    @property
    def is_blocking(self) -> bool:
        """Whether something must be done before anybody can approve the book."""
        return self.kind in BLOCKING


def key_of(kind: str, *parts: str) -> str:
    """A key: 20 letters and digits, the same for the same decision in every build."""
    said = "\0".join((kind, *parts))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def items_of(
    book: Opened,
    chapters: Sequence[Chapter],
    findings: Sequence[Finding] = (),
    *,
    glossary: Sequence[Term] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[Item, ...]:
    """Every decision in a written book of these chapters; `findings` are those about the book as a whole.

    `glossary` holds the entries of the book, `decisions` what an editor says of them.
    The same decision in two places is one item that names both.
    """
    documents = [(p, t) for p, t in book.chapters() if _CHAPTER(t)]
    named = {path: c for (path, _), c in zip(documents, chapters, strict=False)}
    paths = {c.source: path for path, c in named.items()}
    known = _Known(glossary, decisions)
    found: list[Item] = []
    for path, tree in book.chapters():
        chapter = named.get(path)
        source = chapter.source if chapter else path
        found.extend(_pictures(book, path, tree, source))
        found.extend(_descriptions(book, path, tree, source))
        found.extend(_tables(path, tree, source))
        if chapter:
            found.extend(_languages(path, tree, chapter))
            found.append(_article(path, tree, chapter))
        found.extend(_terms(path, tree, {p: c.source for p, c in named.items()}, known))
    found.extend(_asked([*(f for c in chapters for f in c.findings), *findings], paths))
    order = list(KINDS)
    return tuple(sorted(_once(found), key=lambda item: order.index(item.kind)))


def _once(found: Sequence[Item]) -> list[Item]:
    """The items, those with one key joined."""
    alike: dict[str, list[Item]] = {}
    for item in found:
        alike.setdefault(item.key, []).append(item)
    return [
        replace(
            items[0],
            article=", ".join(dict.fromkeys(item.article for item in items)),
            place="; ".join(dict.fromkeys(item.place for item in items)),
        )
        for items in alike.values()
    ]


def _at(path: str, element: Element) -> str:
    return str(Place(file=path, line=element.sourceline or 0))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


# Pictures


def _pictures(book: Opened, path: str, tree: Element, source: str) -> Iterator[Item]:
    seen = Seen(path, tree)
    for image in tree.iter("img", "svg"):
        if inside(image, "svg") or _is_cover(book, path, image):
            continue
        state = state_of(image, seen)
        words = squash(image.get("alt", "") or image.get("aria-label", "")) or _title(image)
        kind = {"decorative": "decorative", "undescribed": "undescribed"}.get(state, "alt")
        picture, content = _content(book, path, image)
        figure = closest(image, "figure")
        caption = next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""
        yield Item(
            key=key_of(kind, content, words),
            kind=kind,
            article=source,
            place=_at(path, image),
            what=_short(f"{picture or 'drawing'}{f'; caption: {caption}' if caption else ''}{_DOUBTS.get(state, '')}"),
            decision=words if kind == "alt" else _DECIDED[kind],
            language=language_of(image) if kind == "alt" else "",
            picture=picture,
        )


_DECIDED = {
    "decorative": "decoration: not read out",
    "undescribed": "no description; it must be described, or marked as decoration, in the source",
}
_DOUBTS = {"poor": "; the words look like a file name", "repeating": "; the words only repeat the caption"}


def _is_cover(book: Opened, path: str, image: Element) -> bool:
    """Whether an image is the cover, which is drawn from the title."""
    shown = image.get("src", "")
    target = book.items.get(resolved(path, shown)) if shown and not is_outside(shown) else None
    return image.get("role") == "doc-cover" or (target is not None and "cover-image" in target.properties)


def _title(image: Element) -> str:
    return next((text_of(t) for t in image.iterchildren("title")), "") if image.tag == "svg" else ""


def _content(book: Opened, path: str, image: Element) -> tuple[str, str]:
    """(path of the picture's file, hash of what it shows)."""
    if image.tag == "svg":
        return "", hashlib.sha256(etree.tostring(image, with_tail=False)).hexdigest()
    shown = image.get("src", "")
    file = "" if is_outside(shown) else resolved(path, shown)
    data = book.files.get(file)
    return (file, hashlib.sha256(data).hexdigest()) if data is not None else ("", shown)


def _descriptions(book: Opened, path: str, tree: Element, source: str) -> Iterator[Item]:
    """Extended descriptions: the words that `aria-details` leads to."""
    detailed = _DETAILED(tree)
    seen = Seen(path, tree) if detailed else None
    for element in detailed:
        target = seen.by_id(element.get("aria-details", "")) if seen else None
        if target is None:
            continue
        picture, content = _content(book, path, element) if element.tag in ("img", "svg") else ("", text_of(element))
        yield Item(
            key=key_of("description", content, text_of(target)),
            kind="description",
            article=source,
            place=_at(path, element),
            what=_short(picture or snippet(element)),
            decision=_short(text_of(target)),
            language=language_of(target),
            picture=picture,
        )


# Tables, languages, terms


def _tables(path: str, tree: Element, source: str) -> Iterator[Item]:
    for table in tree.iter("table"):
        if GUESSED not in tokens(table, "class"):
            continue
        rows = [[c for c in row if c.tag in ("td", "th")] for row in table.iter("tr") if closest(row, "table") is table]
        content = "\n".join("\t".join(text_of(c) for c in cells) for cells in rows)
        marked = "\n".join("\t".join(c.get("scope", "th") if c.tag == "th" else "" for c in cells) for cells in rows)
        yield Item(
            key=key_of("table", content, marked),
            kind="table",
            article=source,
            place=_at(path, table),
            what=_short(" / ".join(" | ".join(text_of(c) for c in cells) for cells in rows[:ROWS])),
            decision=_headers(rows),
            rows=tuple(tuple((text_of(c), c.tag == "th") for c in cells) for cells in rows[:ROWS]),
        )


def _headers(rows: Sequence[Sequence[Element]]) -> str:
    """Which cells became header cells, in a sentence."""
    columns = [text_of(c) for cells in rows for c in cells if c.tag == "th" and c.get("scope", "").startswith("col")]
    lines = [text_of(c) for cells in rows for c in cells if c.tag == "th" and c.get("scope", "").startswith("row")]
    parts = [
        f"{len(names)} {what} header{'s' if len(names) > 1 else ''}: {', '.join(names)}"
        for what, names in (("column", columns), ("row", lines))
        if names
    ]
    return _short("; ".join(parts) or "no header cells")


def _languages(path: str, tree: Element, chapter: Chapter) -> Iterator[Item]:
    """The language of an article and of its passages, where nobody stated it."""
    rules = {f.rule for f in chapter.findings}
    language = chapter.metadata.language
    stated = rules & {"language.guessed", "language.contradicted", "language.unknown"}
    if stated:
        text = text_of(_CHAPTER(tree)[0])
        yield Item(
            key=key_of("language", text, language),
            kind="language",
            article=chapter.source,
            place=path,
            what=_short(text[:200]),
            decision=f"{language} ({_WHY[min(stated)]})",
        )
    yield from _passages(path, tree, chapter)


_WHY = {
    "language.guessed": "read from the text; the source states none",
    "language.contradicted": "read from the text; the source states another",
    "language.unknown": "assumed; the source states none and the text does not tell",
}


def _passages(path: str, tree: Element, chapter: Chapter) -> Iterator[Item]:
    """The passages that were marked by what they read as; what the author marked is no guess."""
    guesses = [f for f in chapter.findings if f.rule in ("language.part-found", "language.part-wrong")]
    left = {f.message: f for f in guesses}
    known = frozenset(left)
    wrong: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(left.values()):
        if finding.rule == "language.part-wrong":
            wrong.setdefault(_beginning(_words(finding)), []).append((number, finding))
    for element in _TAGGED(tree) if guesses else ():
        if element.tag in ("html", "body"):
            continue
        own, text = element.get("lang", ""), text_of(element)
        said = next((m for m in _messages(own, text) if m in known), "")
        if not said:
            told = sorted({*wrong.get(_beginning(text), ()), *wrong.get("", ())}, key=lambda numbered: numbered[0])
            said = next((f.message for _, f in told if f.message in left and _is_about(f, own, text)), "")
        if not said:
            continue
        left.pop(said, None)
        yield _passage(chapter, _at(path, element), text, own)
    for message, finding in left.items():  # what later steps have taken apart still needs somebody's eyes
        yield _passage(chapter, str(replace(finding.place, snippet="")), message, "")


def _messages(language: str, text: str) -> Iterator[str]:
    short = text if len(text) <= 80 else text[:79] + "…"
    yield rule("language.part-found").title.format(language=language, text=short)


def _is_about(finding: Finding, language: str, text: str) -> bool:
    """Whether a finding of a passage marked wrongly is about this one: its language, and its first words."""
    words = _words(finding)
    return f" {language};" in finding.message and bool(words) and text.startswith(words)


def _words(finding: Finding) -> str:
    """The first words of the passage that a finding is about."""
    return finding.message.partition("“")[2].rpartition("”")[0].rstrip("…").strip()


def _beginning(text: str) -> str:
    """The first three words of a text that has more: what a drawer of a search is named by."""
    words = text.split(" ", 3)
    return " ".join(words[:3]) if len(words) > 3 else ""


def _passage(chapter: Chapter, place: str, text: str, language: str) -> Item:
    return Item(
        key=key_of("passage", text, language),
        kind="passage",
        article=chapter.source,
        place=place,
        what=_short(text),
        decision=language or "as the message says",
    )


class _Known:
    """What is known of the entries of a glossary and does not stand in it."""

    def __init__(self, glossary: Sequence[Term], decisions: Sequence[Decision]) -> None:
        self._by_meaning: dict[str, list[Term]] = {}
        for term in glossary:
            self._by_meaning.setdefault(squash(term.meaning), []).append(term)
        self._said: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.state != FORBIDDEN and (decision.also or decision.see):
                self._said.setdefault(term_key(decision.term, ""), []).append(decision)

    def term(self, name: str, meaning: str) -> Term | None:
        """The entry with this meaning; of several the one of this name."""
        alike = self._by_meaning.get(meaning, [])
        return next((t for t in alike if t.term == name), alike[0] if alike else None)

    def forms(self, name: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(other forms, terms it points to) by the word of an editor."""
        said = [d for d in self._said.get(term_key(name, ""), ()) if term_key(d.term, kind) == term_key(name, kind)]
        also, see = {word for d in said for word in d.also}, {word for d in said for word in d.see}
        return tuple(sorted(also)), tuple(sorted(see))


_SAID_BY: Mapping[str, str] = {
    "marked": "Marked by the author",
    "listed": "Listed in a glossary of the article",
    "found": "Found in the text",
    "editor": "The editor’s word",
}


def _terms(path: str, tree: Element, sources: Mapping[str, str], known: _Known) -> Iterator[Item]:
    for section in tree.iter("section"):
        if section.get("role") == "doc-glossary":
            for lines in section.iter("dl"):
                yield from _entries(path, lines, sources, known)


def _entries(path: str, lines: Element, sources: Mapping[str, str], known: _Known) -> Iterator[Item]:
    """A line for every meaning: with the articles that it is said to hold in, else those that use the term."""
    group: list[Element] = []
    for element in [*lines.iter("dt", "dd"), None]:
        if element is not None and (element.tag == "dd" or not group):
            group.append(element)
            continue
        yield from _entry(path, group, sources, known)
        group = [element] if element is not None else []


def _entry(path: str, group: Sequence[Element], sources: Mapping[str, str], known: _Known) -> Iterator[Item]:
    term = text_of(group[0]) if group else ""
    name = next((text_of(e) for head in group[:1] for e in head.iter("dfn")), term)
    using = _users(path, group, sources)
    for element in group[1:]:
        if "more" in tokens(element, "class"):
            continue  # ways back alone
        meaning = squash(" ".join(text_of(p) for p in element if not p.get("class"))) or text_of(element)
        entry = known.term(name, meaning)
        also, see = known.forms(name, entry.kind if entry else "")
        said = ("also", *also, "see", *see) if also or see else ()
        yield Item(
            key=key_of("term", term, meaning, *said),
            kind="term",
            article=", ".join(_users(path, [element], sources) or using) or path,
            place=_place(path, element, entry),
            what=term,
            decision=_short(meaning),
            forms="; ".join(f"{what}: {', '.join(words)}" for what, words in (("also", also), ("see", see)) if words),
            said_by=_SAID_BY.get(entry.source, "") if entry else "",
            sentence=_short(entry.sentence) if entry else "",
            language=language_of(element),
        )


def _place(path: str, element: Element, entry: Term | None) -> str:
    """The chapter that explains an entry, else the first that uses it; else the line in the glossary."""
    document = entry.place.partition("#")[0] if entry else ""
    if document:
        return posixpath.join(posixpath.dirname(path), document)
    used = (resolved(path, a.get("href", "")) for a in element.iter("a") if a.get("role") == "doc-backlink")
    return next(used, "") or _at(path, element)


def _users(path: str, group: Sequence[Element], sources: Mapping[str, str]) -> list[str]:
    """The articles that the links back to uses lead to."""
    found = dict.fromkeys(
        sources[target]
        for element in group
        for link in element.iter("a")
        if link.get("role") == "doc-backlink" and (target := resolved(path, link.get("href", ""))) in sources
    )
    return list(found)


# The rest


def _article(path: str, tree: Element, chapter: Chapter) -> Item:
    """The text as a whole: its order, headings and links make sense to somebody who cannot see the page."""
    chapter_ = _CHAPTER(tree)[0]
    text = text_of(chapter_)
    outline = [f"{h.level} {h.text}" for h in headings(chapter_)]
    links = [f"{text_of(a)} {a.get('href', '')}" for a in chapter_.iter("a") if is_outside(a.get("href", ""))]
    return Item(
        key=key_of("article", text, *outline, *links),
        kind="article",
        article=chapter.source,
        place=path,
        what=_short(chapter.metadata.title),
        decision=f"{len(text.split())} words, {len(outline)} headings, {len(links)} links to the web, in this order",
    )


def _asked(findings: Sequence[Finding], paths: Mapping[str, str]) -> Iterator[Item]:
    """Findings that ask for a person and have no line of another kind; `paths` are those of the articles in the book.

    A place is told by its path in the book: names of sources may be equal, and their folders are of one machine.
    """
    told = {(f.rule, f.place.snippet) for f in findings}
    for finding in findings:
        if finding.severity is not Severity.REVIEW or finding.rule in _HERE:
            continue
        if (_SAME.get(finding.rule), finding.place.snippet) in told:
            continue
        place = finding.place
        yield Item(
            key=key_of("finding", finding.rule, finding.message, _path(place.file, paths), place.snippet),
            kind="finding",
            article=place.file,
            place=str(replace(place, snippet=place.snippet[:80])),
            what=_short(finding.message),
            decision=f"as it is; else: {finding.remedy}",
        )


def _path(file: str, paths: Mapping[str, str]) -> str:
    """The path in the book of where something was found; of what is not in it, the name of the file."""
    return paths.get(file) or (posixpath.basename(file) if posixpath.isabs(file) else file)
