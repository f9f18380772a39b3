"""Who wrote a page: what it states, what its markup says, what stands beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ebook import bylines, dates
from ebook.markup import BLOCKS, HEADINGS, Element, squash
from ebook.sources.marks import Line, Mark, Marks, in_furniture, names_match, segments
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

_LABELS = (
    "author",
    "written",
    "verfasst",
    "geschrieben",
    "autor",
    "écrit",
    "escrito",
    "scritto",
    "geschreven",
    "skrev",
    "auteur",
    "autore",
    "napisa",
    "автор",
    "написано",
    "yazan",
    "kirjoit",
    "por",
    "by",
    "von",
    "par",
    "作者",
    "投稿者",
)
"""How `twitter:label1` says "written by" in the languages of publishing systems."""

MOST_BEFORE = 60
"""Elements before the headline among which a byline may stand."""
LONGEST = 160
"""Characters of an element that is a byline; a longer one is a portrait of the author."""
_NOT_NAMES = re.compile(
    r"portrait|avatar|photo|image|bio(?![a-z])|social|follow|twitter|email|title|role|position|job|desc|link-?list|box-?title",
    re.I,
)
_OTHERS = re.compile(
    r"\W*(?:medically |expert |fact[- ]?)?(?:reviewed|checked|edited|translated|updated|geprüft|übersetzt|"
    r"übersetzung|foto|fotos|photo|photos|bild|"
    r"bilder|image|images|illustration|illustrations|quelle|source|fact)\b",
    re.I,
)
"""How a line begins that names others than the author."""
_ELSEWHERE = re.compile(
    r"comment|reply|related|recommend|teaser|promo|popular|trending|more-from|carousel|licen[cs]e|copyright|credit-image|(?:image|photo|img|pic|media|wp)[-_]*caption",
    re.I,
)
_OTHERS_CLASS = re.compile(
    r"comment|reply|related|recommend|licen[cs]e|copyright|credit-image|(?:image|photo|img|pic|media|wp)[-_]*caption",
    re.I,
)
_JOINING = frozenset(", & | / · • + and und et y e og och en i és ve with mit".split()) | {"and by"}
_DATELINE = re.compile(
    r"[^\W\d_][\w .,/-]{1,40}\s*\(((?:dpa|afp|ap|apa|sid|epd|kna|reuters|ots|ansa|efe|tass)(?:[/-][\w/-]+)?)\)", re.I
)
_LONGEST_ANNOUNCEMENT = 40
"""Characters before a name that say what somebody did."""
_EMPHASIS = frozenset({"em", "i", "strong", "b"})
LONGEST_SIGNATURE = 60
"""Characters of a name below a text."""
SAME_BYLINE = 120
"""Elements after the first byline in which another one belongs to the same article."""
MOST_GROUPS = 60
"""Bylines that are looked at; lists of articles have hundreds."""
_STARTS = tuple(f"{lead[:1].upper()}{lead[1:]}" for lead in bylines.LEADS if len(lead) > 1) + bylines.LEADS
"""How a credit begins that stands somewhere on the page."""

PLACE = "place in the text"
"""Where a name comes from that nothing but its place makes an author's: beside a date, below the text."""
STATED_TRUST, MARKED, WEAK = 0, 1, 2
"""How sure a source is: it names authors and nothing else; it stands by the headline; it stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """Names that one source gives."""

    origin: str
    names: tuple[str, ...]
    trust: int = MARKED


def authors(marks: Marks, site_names: tuple[str, ...], near: list[Line], at: int) -> tuple[Found, list[Found]]:
    """The authors with their origin, and everything that was said of them, in the order of the sources.

    `near` are the lines of text around the headline, `at` is the headline's position on the page. People go before
    log-ins and organisations, the site itself is its own author only where nobody else is named.
    """
    said: list[Found] = []
    for found in _sources(marks, near, at):
        said.append(found)
        if _rank(found, site_names, []) <= 2:
            break  # people: what comes after is less sure
    if not said:
        return Found("", ()), []
    best = min(said, key=lambda found: _rank(found, site_names, said))  # the first of equals wins
    names = best.names
    people = [n for n in names if bylines.is_person(n) and not _is_site(n, site_names)]
    if people and len(people) < len(names):
        names = tuple(n for n in names if n in people or not _is_no_person(n, site_names))
    return replace(best, names=_completed(names, said)), said


def _rank(found: Found, site_names: tuple[str, ...], said: list[Found]) -> int:
    """0 for people that a sure source names, up to what is only taken where there is nothing else."""
    if all(_is_site(n, site_names) for n in found.names):
        return 9 if found.trust == WEAK else 6
    if any(map(bylines.is_person, found.names)):
        return (0, 2, 7)[found.trust]
    if found.trust == WEAK:
        return 9
    if any(bylines.ORGANISED.search(n) for n in found.names):
        return 6
    agreed = any(other.origin != found.origin and found.names[0] in other.names for other in said)
    return 3 if agreed else 4 + (found.trust == MARKED)


def _is_no_person(name: str, site_names: tuple[str, ...]) -> bool:
    """Whether a name that stands beside people's is an organisation's, the site's or a handle."""
    words = name.casefold().split()
    return (
        name.startswith("@")
        or bool(bylines.ORGANISED.search(name))
        or any(s.casefold() in words for s in site_names)
        or _is_site(name, site_names)
    )


def _is_site(name: str, site_names: tuple[str, ...]) -> bool:
    return any(same_name(name, s) for s in site_names)


def _completed(names: tuple[str, ...], said: list[Found]) -> tuple[str, ...]:
    """Names with the surname another source gives ("Ines" where another says "Ines Halloran")."""
    full = [n for found in said for n in found.names if bylines.is_person(n)]
    return tuple(next((f for f in full if " " not in n and n.casefold() in f.casefold().split()), n) for n in names)


def _sources(marks: Marks, near: list[Line], at: int) -> Iterator[Found]:
    """Every source that names somebody, the surest first."""
    yield from _named("json-ld", marks.linked.people())
    for name, origin in STATED:
        yield from _named(origin, marks.meta.get(name, ()))
    yield from _labelled(marks)
    yield from _in_markup(marks, at)
    yield from _near(near)
    yield from _at_end(marks)
    yield from _signed(marks)
    yield from _agency(near)


def _named(origin: str, values: tuple[str, ...] | list[str]) -> Iterator[Found]:
    names = tuple(dict.fromkeys(n for value in values for n in bylines.stated(value)))
    if names:
        yield Found(origin, names, STATED_TRUST)


def _labelled(marks: Marks) -> Iterator[Found]:
    """`twitter:label1` "Written by", `twitter:data1` the name."""
    for number in ("1", "2"):
        label = marks.first(f"twitter:label{number}").lower()
        if any(word in label.split() or label.startswith(word) for word in _LABELS):
            yield from _named("meta", [marks.first(f"twitter:data{number}")])


def _in_markup(marks: Marks, at: int) -> Iterator[Found]:
    """Elements that standards or their names mark as the author's, those by and after the headline first."""
    groups = sorted(_groups(marks.people), key=lambda group: (group[0].position < at - MOST_BEFORE, group[0].position))
    weak: list[Found] = []
    end = 0
    for group in groups[:MOST_GROUPS]:
        first = group[0]
        beside = bool(at) and at - 12 <= first.position <= at + 40
        if _is_elsewhere(first.element, _OTHERS_CLASS if beside else _ELSEWHERE):
            continue
        names = tuple(n for n in _names_in(group) if not bylines.is_role(n))
        if not names:
            continue
        origin = "microdata" if any(m.strong for m in group) else "markup"
        far = first.position < at - MOST_BEFORE or bool(end and first.position > end)
        if far or (not beside and in_furniture(first.element)):
            if any(map(bylines.is_person, names)) or origin == "microdata":
                weak.append(Found(origin, names, WEAK))
            continue
        end = end or first.position + SAME_BYLINE
        yield Found(origin, names)
    yield from weak[:1]


def _names_in(group: list[Mark]) -> tuple[str, ...]:
    """The names in the innermost elements of a byline, else in the outer ones."""
    around = {node for mark in group for _, node in zip(range(6), mark.element.iterancestors(), strict=False)}
    inner = [m for m in group if m.element not in around]
    for marks in (inner, [m for m in group if m.element in around]):
        names = tuple(dict.fromkeys(n for mark in marks for n in _names_of(mark)))
        if names:
            return names
    return ()


def _groups(people: list[Mark]) -> Iterator[list[Mark]]:
    """The marked elements, those of one byline together."""
    group: list[Mark] = []
    for mark in people:
        if group and not _belongs(mark, group[-1]):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _belongs(mark: Mark, previous: Mark) -> bool:
    """Whether two marked elements are parts of the same byline."""
    if mark.position - previous.position > 12:
        return False
    one, other = mark.element, previous.element
    parents = [node for _, node in zip(range(3), one.iterancestors(), strict=False)]
    return other in parents or any(
        node in parents[:2] for _, node in zip(range(2), other.iterancestors(), strict=False)
    )


def _is_elsewhere(element: Element, pattern: re.Pattern[str]) -> bool:
    """Whether an element names the author of something else: a comment, a teaser, a picture."""
    for node in (element, *element.iterancestors()):
        if node.tag in ("figure", "figcaption", "nav", "blockquote"):
            return True
        if node.tag == "footer" and next(node.iterancestors("article", "main"), None) is None:
            return True
        if node.tag in ("body", "main"):
            return False
        names = f"{node.get('class', '')} {node.get('id', '')}"
        if len(names) > 1 and names_match(names, pattern):
            return True
    return False


def _names_of(mark: Mark) -> tuple[str, ...]:
    element = mark.element
    if element.tag in ("meta", "link", "img", "input", "script", "style", "body", "html", "article", "main"):
        return ()
    if not mark.strong and _NOT_NAMES.search(element.get("class", "")):
        return bylines.alone(" ".join(segments(element, 4))[:80])
    named = [e for e in element.iter() if isinstance(e.tag, str) and _is_name_property(e)] if mark.strong else []
    if named:
        texts = [squash(e.get("content") or " ".join(segments(e, 8))) for e in named[:8]]
        return tuple(dict.fromkeys(n for t in texts for n in bylines.stated(t)))
    runs = segments(element)
    if not runs or sum(map(len, runs)) > LONGEST:
        return ()
    if _OTHERS.match(runs[0]) or _OTHERS.match(_said_before(element)):
        return ()
    if mark.only_people:
        return bylines.alone(" ".join(runs))
    trusted = mark.strong or mark.linked or (len(runs) <= 3 and element.tag not in ("ul", "ol", "table"))
    return from_runs(runs, trusted=trusted)


def _said_before(element: Element) -> str:
    """The words directly before an element in its own line ("Reviewed by <a>Ines Halloran</a>")."""
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    words = squash(text or "")
    return words if len(words) <= _LONGEST_ANNOUNCEMENT else ""


def _is_name_property(element: Element) -> bool:
    classes = element.get("class", "").lower().split()
    return "name" in element.get("itemprop", "").lower().split() or "fn" in classes or "p-name" in classes


def from_runs(runs: Line, *, trusted: bool = False) -> tuple[str, ...]:
    """The people in the runs of text of a byline.

    A pen name counts where the byline is `trusted` or where the run before it announces a name ("von").
    """
    found: list[str] = []
    joined, announced, pen = True, False, ""
    for run in runs[:14]:
        if bylines.is_label(run) or bylines.announces(run):
            joined = announced = True
            continue
        if not any(c.isalpha() for c in run):
            joined = joined or run.strip() in _JOINING
            continue
        if run.strip(" ,").lower() in _JOINING:
            joined = True
            continue
        names = (bylines.credit(run) or bylines.alone(run)) if joined else ()
        if not names and not found and announced and (single := bylines.pen_name(run)):
            names = (single,)
        found.extend(names)
        if not names and not found and trusted and not pen and not dates.parse(run, "en", short=True):
            pen = run
        if not names and found:
            break
        joined = not found or run.rstrip().endswith((",", "&", " and", " und", " et", " y"))
        announced = False
    if not found and pen and len(pen) <= 60 and not bylines.is_wordy(pen):
        return tuple(name for name in bylines.stated(pen) if bylines.may_be_name(name))
    return tuple(dict.fromkeys(found))


def _near(near: list[Line]) -> Iterator[Found]:
    """Bylines without any mark, by their words and their place beside the headline."""
    for number, line in enumerate(near):
        text = " ".join(line)
        if len(text) > 200 or _OTHERS.match(text):
            continue
        if len(line) == 1 and bylines.is_label(text) and number + 1 < len(near):
            names = bylines.alone(" ".join(near[number + 1])[:120])
        else:
            names = _of_line(line)
            if not names and (guessed := _beside_date(text) or _with_jobs(text, near, number)):
                yield Found(PLACE, guessed)
        if names:
            yield Found("text", names)


def _of_line(line: Line) -> tuple[str, ...]:
    text = " ".join(line)
    for number, run in enumerate(line):
        rest = line[number:]
        if (bylines.is_label(run) or bylines.announces(run)) and len(rest) > 1:
            names = from_runs(rest)
            if names:
                return names
        names = bylines.credit(dates.without_date(run))
        if names and (all(map(bylines.is_person, names)) or (len(names) == 1 and len(run) < 60 and len(text) < 100)):
            return names
    names = bylines.credit(dates.without_date(text)) or bylines.labelled(text)
    return names if names and all(map(bylines.is_person, names)) else ()


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


def _with_jobs(text: str, near: list[Line], number: int) -> tuple[str, ...]:
    """The people of a line of names and what they do, right above or below a date.

    "Ines Halloran, research scientist, and Bo Marsh, senior fellow, Weir Institute": the first part is a name, and
    what follows an "and" may be one.
    """
    beside = [" ".join(line) for line in (*near[max(number - 1, 0) : number], *near[number + 1 : number + 2])]
    if len(text) > LONGEST or text.endswith((".", "!", "?")) or not any(map(dates.is_date_line, beside)):
        return ()
    parts = [part.strip() for part in text.split(",")]
    jobs = [part for part in parts[1:] if bylines.is_role(part)]
    led = [part.removeprefix("and ") for n, part in enumerate(parts) if n == 0 or part.startswith("and ")]
    names = tuple(name for name in led if bylines.is_person(name) and not bylines.is_role(name))
    return names if jobs and names and names[0] == parts[0] else ()


def _at_end(marks: Marks) -> Iterator[Found]:
    """Credits that stand elsewhere on the page, by their label ("Text: Ines Halloran")."""
    body = next(marks.page.iter("body"), marks.page)
    for element in body.iter(
        "p", "span", "div", "em", "i", "strong", "b", "small", "li", "dt", "th", "br", "a", *HEADINGS
    ):
        for text, is_tail in ((element.text, False), (element.tail, True)):
            if not text or not 2 < len(text) < LONGEST or not (words := squash(text)).startswith(_STARTS):
                continue
            names = _in_credit(element, words, is_tail=is_tail)
            if names and all(map(bylines.is_person, names)) and not _is_elsewhere(element, _ELSEWHERE):
                yield Found("text", names)
                return


def _in_credit(element: Element, words: str, *, is_tail: bool) -> tuple[str, ...]:
    if bylines.is_label(words):
        if words.endswith((":", "：")) or (not is_tail and element.tag in (*HEADINGS, "strong", "b", "dt", "th")):
            return bylines.alone(_next_text(element, is_tail=is_tail)[:80]) or bylines.alone(
                _rest_of_line(element, is_tail=is_tail)[:80]
            )
        whole = "" if is_tail else " ".join(segments(element, 6))
        return bylines.credit(dates.without_date(whole)) if len(whole) < 80 else ()
    return bylines.labelled(words) or (bylines.credit(dates.without_date(words)) if len(words) < 80 else ())


def _signed(marks: Marks) -> Iterator[Found]:
    """The name alone in the last paragraph of a text, set apart by emphasis."""
    body = next(marks.page.iter("body"), marks.page)
    for paragraph in body.iter("p"):
        inside = " ".join(t for child in paragraph[:3] if child.tag in _EMPHASIS for t in segments(child, 4))
        if not 4 < len(inside) <= LONGEST_SIGNATURE or squash(inside) != " ".join(segments(paragraph, 6)):
            continue
        names = bylines.alone(inside)
        if names and _is_last(paragraph) and not in_furniture(paragraph):
            yield Found(PLACE, names)
            return


def _is_last(paragraph: Element) -> bool:
    """Whether a paragraph is the last of several."""
    before = sum(1 for _, _ in zip(range(3), paragraph.itersiblings("p", preceding=True), strict=False))
    return before == 3 and next(paragraph.itersiblings("p"), None) is None


def _agency(near: list[Line]) -> Iterator[Found]:
    """The agency in the dateline of a text that names nobody ("Hamburg (dpa) - ")."""
    for line in near:
        match = _DATELINE.match(" ".join(line)[:80])
        if match:
            yield Found(PLACE, (match[1],))
            return


def _rest_of_line(element: Element, *, is_tail: bool) -> str:
    """What follows an element's text, or its tail, up to the next line: "Autor: <a>Pfarrerin</a> Ines Halloran"."""
    said: list[str] = []
    following = element.iterchildren() if not is_tail else element.itersiblings()
    for node, _ in zip(following, range(4), strict=False):
        if node.tag in BLOCKS or node.tag == "br":
            break
        said += [*segments(node, 4), squash(node.tail or "")]
    return squash(" ".join(said))


def _next_text(element: Element, *, is_tail: bool) -> str:
    """What stands directly after the text of an element, or after its tail."""
    if not is_tail:
        if len(element):
            return " ".join(segments(element[0], 6))
        if element.tail and element.tail.strip():
            return squash(element.tail)
    following = element.getnext()
    return " ".join(segments(following, 6)) if following is not None else ""
