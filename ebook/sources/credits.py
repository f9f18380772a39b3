"""Who wrote a page: what it states, what its markup says, what stands beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ebook import bylines, dates
from ebook.markup import Element, squash, text_of
from ebook.sources.marks import AUTHOR, Line, Mark, Marks, in_furniture, segments
from ebook.sources.titles import same_name

STATED = (
    ("citation_author", "meta"),
    ("dc.creator", "dublin core"),
    ("dcterms.creator", "dublin core"),
    ("dc.creator.personalname", "dublin core"),
    ("author", "meta"),
    ("article:author", "open graph"),
    ("article:author_name", "open graph"),
    ("og:article:author", "open graph"),
    ("og:author", "open graph"),
    ("parsely-author", "meta"),
    ("sailthru.author", "meta"),
    ("cxenseparse:author", "meta"),
    ("byl", "meta"),
    ("byline", "meta"),
    ("authors", "meta"),
    ("creator", "meta"),
    ("twitter:creator:name", "meta"),
    ("lp.article:author", "meta"),
    ("dcsext.author", "meta"),
)
"""`meta` elements that name authors, with their kind."""

_LABELS = ("author", "written", "verfasst", "geschrieben", "autor", "écrit", "escrito", "scritto", "geschreven", "skrev",
           "auteur", "autore", "napisa", "автор", "написано", "yazan", "kirjoit", "por", "by", "von", "par", "作者", "投稿者")
"""How `twitter:label1` says "written by" in the languages of publishing systems."""

MOST_BEFORE = 60
"""Elements before the headline among which a byline may stand."""
LONGEST = 160
"""Characters of an element that is a byline; a longer one is a portrait of the author."""
_NOT_NAMES = re.compile(r"portrait|avatar|photo|image|bio(?![a-z])|social|follow|twitter|email|title|role|position|job|desc|url|link-?list|box-?title", re.I)
_AT_END = etree.XPath(
    "//text()[string-length(.) < 160 and (contains(., 'utor') or contains(., 'uthor') or contains(., 'Text') or "
    "contains(., 'Auteur') or contains(., 'Redaktion') or contains(., 'Von ') or contains(., 'Written by') or contains(., 'By '))]"
)
Found = tuple[str, tuple[str, ...]]
"""Where names come from, and the names."""


def authors(marks: Marks, site_names: tuple[str, ...], near: list[Line], at: int) -> tuple[Found, list[Found]]:
    """The authors with their origin, and everything that was said of them, best first.

    `near` are the lines of text around the headline, `at` is the headline's position on the page. People go before organisations, the
    site itself is its own author only where nobody else is named.
    """
    said: list[Found] = []
    for found in _sources(marks, near, at):
        said.append(found)
        if any(map(bylines.is_person, found[1])) and not _is_site(found[1], site_names):
            break
    if not said:
        return ("", ()), []
    ranked = sorted(said, key=lambda found: _rank(found[1], site_names))  # stable: the first source wins
    origin, names = ranked[0]
    people = tuple(n for n in names if bylines.is_person(n) and not any(same_name(n, s) for s in site_names))
    if people and len(people) < len(names):
        names = tuple(n for n in names if n in people or not (bylines.ORGANISED.search(n) or _is_site((n,), site_names)))
    return (origin, _completed(names, said)), said


def _rank(names: tuple[str, ...], site_names: tuple[str, ...]) -> int:
    if _is_site(names, site_names):
        return 3
    if any(map(bylines.is_person, names)):
        return 0
    return 2 if any(bylines.ORGANISED.search(n) for n in names) or all(n.islower() for n in names) else 1


def _is_site(names: tuple[str, ...], site_names: tuple[str, ...]) -> bool:
    return all(any(same_name(n, s) for s in site_names) for n in names)


def _completed(names: tuple[str, ...], said: list[Found]) -> tuple[str, ...]:
    """Names with the surname another source gives ("Ines" where another says "Ines Halloran")."""
    full = [n for _, others in said for n in others if bylines.is_person(n)]
    return tuple(
        next((f for f in full if " " not in n and n.casefold() in f.casefold().split()), n) for n in names
    )


def _sources(marks: Marks, near: list[Line], at: int) -> Iterator[Found]:
    """Every source that names somebody, the surest first."""
    yield from _named("json-ld", marks.linked.people())
    for name, origin in STATED:
        yield from _named(origin, marks.meta.get(name, ()))
    yield from _labelled(marks)
    yield from _in_markup(marks, at)
    yield from _near(near)
    yield from _at_end(marks)


def _named(origin: str, values: tuple[str, ...] | list[str]) -> Iterator[Found]:
    names = tuple(dict.fromkeys(n for value in values for n in bylines.stated(value)))
    if names:
        yield origin, names


def _labelled(marks: Marks) -> Iterator[Found]:
    """`twitter:label1` "Written by", `twitter:data1` the name."""
    for number in ("1", "2"):
        label = marks.first(f"twitter:label{number}").lower()
        if any(word in label.split() or label.startswith(word) for word in _LABELS):
            yield from _named("meta", [marks.first(f"twitter:data{number}")])


def _in_markup(marks: Marks, at: int) -> Iterator[Found]:
    """Elements that standards or their names mark as the author's, those after the headline first."""
    after = [m for m in marks.people if m.position >= at - MOST_BEFORE]
    before = [m for m in marks.people if m.position < at - MOST_BEFORE]
    weak: list[Found] = []
    for mark in (*after, *before):
        names = _names_of(mark)
        if not names:
            continue
        found = ("microdata" if mark.strong else "markup", names)
        if in_furniture(mark.element):
            weak.append(found)
        else:
            yield found
    yield from weak[:1]


def _names_of(mark: Mark) -> tuple[str, ...]:
    element = mark.element
    if element.tag in ("meta", "link", "img", "input", "script", "style", "body", "html", "article", "main"):
        return ()
    if _NOT_NAMES.search(element.get("class", "")) and not mark.strong and not bylines.alone(text_of(element)[:80]):
        return ()
    named = [e for e in element.iter() if isinstance(e.tag, str) and _is_name_property(e)] if mark.strong else []
    if named:
        texts = [squash(e.get("content") or text_of(e)) for e in named[:8]]
        return tuple(dict.fromkeys(n for t in texts for n in bylines.stated(t)))
    runs = segments(element)
    if not runs or sum(map(len, runs)) > LONGEST:
        return ()
    return from_runs(runs, trusted=mark.strong or (len(runs) <= 3 and element.tag in ("a", "span", "p", "div", "li", "address", "cite", "strong", "b", "h3", "h4", "h5", "h6")))


def _is_name_property(element: Element) -> bool:
    classes = element.get("class", "").lower().split()
    return "name" in element.get("itemprop", "").lower().split() or "fn" in classes or "p-name" in classes


def from_runs(runs: Line, *, trusted: bool = False) -> tuple[str, ...]:
    """The people in the runs of text of a byline; one that is `trusted` may also hold a pen name."""
    found: list[str] = []
    joined = True
    pen = ""
    for run in runs[:14]:
        if bylines.is_label(run):
            joined = True
            continue
        if not any(c.isalpha() for c in run):
            joined = joined or run.strip() in (",", "&", "|", "/", "·", "•", "+")
            continue
        if run.strip(" ,").lower() in ("and", "und", "et", "y", "e", "og", "och", "en", "i", "és", "ve", "with", "mit", "and by"):
            joined = True
            continue
        names = (bylines.credit(run) or bylines.alone(run)) if joined else ()
        found.extend(names)
        if not names and not found and trusted and not pen and not dates.parse(run, "en", short=True):
            pen = run
        if not names and found:
            break
        joined = not found or run.rstrip().endswith((",", "&", " and", " und", " et", " y"))
    if not found and pen and len(pen) <= 60:
        return bylines.stated(pen)
    return tuple(dict.fromkeys(found))


def _near(near: list[Line]) -> Iterator[Found]:
    """Bylines without any mark, by their words and their place beside the headline."""
    for number, line in enumerate(near):
        text = " ".join(line)
        if len(text) > 200:
            continue
        if bylines.is_label(line[0]) and len(line) == 1 and number + 1 < len(near):
            names = bylines.alone(" ".join(near[number + 1])[:120])
        else:
            names = from_runs(line) if _opens(line) else bylines.credit(text) or bylines.labelled(text)
        if not names or not all(map(bylines.is_person, names)):
            names = names if len(names) == 1 and len(text) < 40 and bylines.credit(text) and number < 6 else ()
        names = names or _beside_date(text)
        if names:
            yield "text", names


def _opens(line: Line) -> bool:
    return len(line) > 1 and bylines.is_label(line[0])


def _beside_date(text: str) -> tuple[str, ...]:
    """The name in a line that is nothing but a date and a name ("14.03.2026 | Ines Halloran")."""
    if len(text) > 100:
        return ()
    rest = dates.without_date(text)
    if rest == text:
        return ()
    parts = [p.strip(" ,–—-·•") for p in re.split(r"\s*[|•·]\s*|\s+[–—-]\s+", rest)]
    parts = [p for p in parts if p]
    return bylines.alone(parts[0]) if len(parts) == 1 else ()


def _at_end(marks: Marks) -> Iterator[Found]:
    """Credits that stand elsewhere on the page, by their label ("Text: Ines Halloran")."""
    for text in _AT_END(marks.page)[:200]:
        parent = text.getparent()
        if parent is None or parent.tag in ("script", "style", "title", "noscript", "a", "option"):
            continue
        words = squash(str(text))
        owner = parent.getparent() if text.is_tail else parent
        names: tuple[str, ...] = ()
        if bylines.is_label(words) and (words.endswith(":") or (text.is_text and parent.tag in ("h2", "h3", "h4", "h5", "h6", "strong", "b", "dt", "th"))):
            names = bylines.alone(_next_text(parent if text.is_text else owner)[:80])
        elif ":" in words:
            names = bylines.labelled(words)
        if names and all(map(bylines.is_person, names)) and not in_furniture(parent):
            yield "text", names
            return


def _next_text(element: Element | None) -> str:
    """What stands directly after an element."""
    if element is None:
        return ""
    if element.tail and element.tail.strip():
        return squash(element.tail)
    following = element.getnext()
    return " ".join(segments(following, 6)) if following is not None else ""


__all__ = ["AUTHOR", "authors", "from_runs"]
