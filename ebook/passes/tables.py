"""Give data tables header cells, scope and caption, and set layout tables as text.

    <p>Table 1: Levels</p><table><tr><td><b>Gauge</b></td>…   ->
    <table><caption>Table 1: Levels</caption><thead><tr><th scope="col">Gauge</th>…

Header cells are what a screen reader says before each value (WCAG 1.3.1). What is guessed is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import (
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    is_blank,
    language_of,
    move_children,
    new,
    place,
    squash,
    text_of,
    unwrap,
    wrap,
)
from ebook.model import Article
from ebook.outline import GUESSED
from ebook.rules import Finding, rule
from ebook.wide_tables import LARGEST_SPAN, WIDE, columns
from ebook.words import say

LONGEST_TITLE = 200
"""Characters of a cell across the whole table that may be its title."""
LEAST_SUMMARY = 3
"""Words from which the `summary` of a table says anything: "layout table" does not."""
_NUMBER = re.compile(r"^[\s<>≈~±+\-−–—$€£¥]*\d[\d\s.,:/%–-]*\s*(?:[^\W\d_]{1,4}|%|°\w?)?\*?$|^[–—-]$|^n/?a$", re.I)
_CAPTION = re.compile(r"^(?:table|tableau|tabelle|tabla|tabella|tabela|tabel|tabell|جدول|表)\s*\.?\s*[\dIVX]+", re.I)


def tables(tree: Element, article: Article) -> Iterator[Finding]:
    for table in reversed(elements(tree, "table")):
        if table.getparent() is None:
            continue
        _loose_rows(table)
        if _is_layout(table):
            yield rule("table.layout").at(place(article.source, table))
            _to_blocks(table)
    for number, table in enumerate(elements(tree, "table"), 1):
        _clean_spans(table)
        yield from _headers(table, article)
        _sections(table)
        caption = _caption(table)
        _scroller(table, caption, number, language_of(tree))
        _summary(table)


def _rows(table: Element) -> list[Element]:
    return [r for r in elements(table, "tr") if closest(r, "table") is table]


def _cells(row: Element) -> list[Element]:
    return [c for c in row if c.tag in ("td", "th")]


def _loose_rows(table: Element) -> None:
    """Text and elements in a row get a cell; those between rows, or in a group of columns, go before the table."""
    for column in elements(table, "colgroup", "col"):
        if closest(column, "table") is table and text_of(column):
            moved = new("div", column.text or "")
            moved.extend(list(column))
            column.text = None
            table.addprevious(moved)
    for row in _rows(table):
        for child in list(row):
            if child.tag not in ("td", "th"):
                wrap(child, new("td")) if text_of(child) else drop(child)
        if (row.text or "").strip():
            row.insert(0, new("td", (row.text or "").strip()))
            row.text = None
        for cell in list(row):
            if (cell.tail or "").strip():
                text, cell.tail = (cell.tail or "").strip(), None
                cell.addnext(new("td", text))
    between = [table, *(p for p in elements(table, "thead", "tbody", "tfoot") if closest(p, "table") is table)]
    for part in between:
        loose = [part.text or "", *(child.tail or "" for child in part)]
        text = " ".join(t.strip() for t in loose if t.strip())
        if text:
            part.text = None
            for child in part:
                child.tail = None
            table.addprevious(new("p", text))


def _is_layout(table: Element) -> bool:
    """Layout: it says so, holds tables without header cells, has one row or column, or cells with whole sections."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [cells for r in _rows(table) if (cells := _cells(r))]
    if any(t is not table for t in table.iter("table")) and not _says_data(table, rows):
        return True
    filled = [[c for c in cells if not is_blank(c)] for cells in rows]
    if not rows or max(map(len, rows)) == 1 or max(map(len, filled)) <= 1:
        return True
    if any(c.tag == "th" for cells in rows for c in cells) or table.find("caption") is not None:
        return False
    blocks = ("p", "div", "ul", "ol", "blockquote", "figure", "section", "article", "pre", *HEADINGS)
    rich = sum(len(elements(c, *blocks)) >= 2 or any(True for _ in c.iter(*HEADINGS)) for cells in rows for c in cells)
    return (rich > 0 and (rich >= 0.5 * sum(map(len, filled)) or len(rows) == 1)) or (
        len(rows) == 1 and any(len(text_of(c)) > 150 for c in rows[0])
    )


def _says_data(table: Element, rows: list[list[Element]]) -> bool:
    """Whether a table that holds others has a caption or a row of header cells of its own."""
    if table.find("caption") is not None:
        return True
    return len(rows) > 1 and len(rows[0]) > 1 and all(c.tag == "th" for c in rows[0])


def _to_blocks(table: Element) -> None:
    for part in elements(table, "caption", "colgroup", "col"):
        drop(part) if part.tag != "caption" or not text_of(part) else setattr(part, "tag", "p")
    for cell in [c for c in elements(table, "td", "th") if closest(c, "table") is table]:
        cell.tag = "div"
        cell.attrib.clear()
    for part in elements(table, "tr", "tbody", "thead", "tfoot"):
        if closest(part, "table") is table:
            part.tag = "div"
            part.attrib.clear()
    table.tag = "div"
    table.attrib.pop("role", None)


def _clean_spans(table: Element) -> None:
    for cell in elements(table, "td", "th"):
        for name in ("colspan", "rowspan"):
            value = cell.get(name, "").strip()
            if value.isdecimal() and int(value[:9]) > 1:
                cell.set(name, str(min(int(value[:9]), LARGEST_SPAN)))
            else:
                cell.attrib.pop(name, None)
        for name in ("headers", "scope", "abbr"):
            if name != "scope" or cell.tag == "td" or cell.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                cell.attrib.pop(name, None)


def _headers(table: Element, article: Article) -> Iterator[Finding]:
    rows = [r for r in _rows(table) if _cells(r)]
    if not any(c.tag == "th" for r in rows for c in _cells(r)):
        guess = _guess(rows)
        where = place(article.source, table)
        if guess:
            # stays in the book: whoever reviews it must know which header cells the author did not set
            table.set("class", GUESSED)
            yield rule("table.headers-guessed").at(where, guess=guess)
        else:
            yield rule("table.headers-missing").at(where)
    width = _columns(rows)
    for index, row in enumerate(rows):
        cells = _cells(row)
        whole = len(cells) == 1 and width > 1 and _span(cells[0]) >= width
        if whole and index == 0 and not is_blank(cells[0]) and len(text_of(cells[0])) <= LONGEST_TITLE:
            cells[0].tag = "th"
        top = (
            closest(row, "thead") is not None
            or (whole and index == 0)
            or (index == 0 and sum(c.tag == "th" for c in cells) > 1)
            or (len(cells) > 1 and all(c.tag == "th" or is_blank(c) for c in cells) and index <= 2)
        )
        for position, cell in enumerate(cells):
            if cell.tag == "th" and is_blank(cell):
                cell.tag = "td"
                cell.attrib.pop("scope", None)
            if cell.tag == "th" and not cell.get("scope"):
                wide = int(cell.get("colspan", "1")) > 1
                tall = int(cell.get("rowspan", "1")) > 1
                cell.set(
                    "scope",
                    ("colgroup" if wide else "col")
                    if top
                    else ("rowgroup" if tall and position == 0 and not wide else "row"),
                )


def _span(cell: Element) -> int:
    return int(cell.get("colspan", "1"))


def _columns(rows: list[Element]) -> int:
    """Columns of a table, counted in the cells that are one column wide each or state their width."""
    return max((sum(_span(c) for c in _cells(r)) for r in rows if len(_cells(r)) > 1), default=1)


def _guess(rows: list[Element]) -> str:
    """Turn cells into header cells where the table shows that they are; says what was done."""
    if len(rows) > 2 and len(_cells(rows[0])) == 1 and _span(_cells(rows[0])[0]) >= _columns(rows) > 1:
        rows = rows[1:]  # the table's title
    if len(rows) < 2:
        return ""
    first = _cells(rows[0])
    done = []
    body = [_cells(r) for r in rows[1:]]
    bold = all(_is_bold(c) or is_blank(c) for c in first)
    words = all(not _NUMBER.match(text_of(c)) and len(text_of(c)) <= 60 for c in first) and len(
        {text_of(c) for c in first}
    ) == len(first)
    numbers = [[c for c in cells[1:] if not is_blank(c)] for cells in body]
    mostly_numbers = sum(bool(_NUMBER.match(text_of(c))) for cells in numbers for c in cells) >= 0.5 * max(
        1, sum(map(len, numbers))
    )
    corner = _has_corner(first, body)
    if (
        bold
        or corner
        or closest(rows[0], "thead") is not None
        or (words and len(rows) >= 3 and (mostly_numbers or _shorter(first, body)))
    ):
        for cell in first:
            if not is_blank(cell):
                cell.tag = "th"
        done.append("the first row was taken as header cells")
    leads = [cells[0] for cells in body if len(cells) > 1]
    names = [text_of(c) for c in leads]
    unique = len(set(names)) == len(names) and all(names) and not any(map(_NUMBER.match, names))
    if leads and (all(map(_is_bold, leads)) or (unique and (mostly_numbers or corner) and done)):
        for cell in leads:
            cell.tag = "th"
        done.append(
            "the first column was taken as row headers" if done else "the first column was taken as header cells"
        )
    return " and ".join(done)


def _has_corner(first: list[Element], body: list[list[Element]]) -> bool:
    """Whether only the first cell is empty, and words stand beside and below it: they name columns and rows."""
    leads = [text_of(cells[0]) for cells in body if cells]
    names = [text_of(cell) for cell in first[1:]]
    if len(names) < 2 or len(leads) < 2 or not is_blank(first[0]) or len(set(leads)) != len(leads):
        return False
    return all(0 < len(name) <= 60 and not _NUMBER.match(name) for name in (*names, *leads))


def _shorter(first: list[Element], body: list[list[Element]]) -> bool:
    """Whether the first row is clearly shorter than what stands below it."""
    below = [len(text_of(c)) for cells in body for c in cells]
    return bool(below) and sum(len(text_of(c)) for c in first) / len(first) < 0.6 * sum(below) / len(below)


def _is_bold(cell: Element) -> bool:
    bold = " ".join(text_of(b) for b in cell.iter("b", "strong"))
    return bool(text_of(cell)) and text_of(cell) == bold


def _sections(table: Element) -> None:
    """`thead` round leading rows of header cells, `tbody` round the rest, `tfoot` last."""
    caption = table.find("caption")
    head = table.find("thead")
    direct = [r for r in table if r.tag == "tr"]
    rows = _rows(table)
    leading: list[Element] = []
    if head is None:
        for row in rows[:-1]:
            cells = _cells(row)
            if (
                cells
                and any(c.tag == "th" for c in cells)
                and all((c.tag == "th" and c.get("scope", "").startswith("col")) or is_blank(c) for c in cells)
            ):
                leading.append(row)
            else:
                break
    if leading:
        head = new("thead")
        for row in leading:
            row.tail = None
            head.append(row)
        table.insert(0 if caption is None else table.index(caption) + 1, head)
    rest = [r for r in direct if r not in leading]
    if rest:
        body = new("tbody")
        rest[0].addprevious(body)
        for row in rest:
            row.tail = None
            body.append(row)
    for part in elements(table, "thead", "tbody", "tfoot"):
        if closest(part, "table") is table and not elements(part, "tr"):
            drop(part)
    for column in elements(table, "colgroup", "col"):
        drop(column)
    if head is not None and head.getparent() is table:
        head.tail = None
        table.insert(0 if caption is None else 1, head)
    if caption is not None:
        caption.tail = None
        table.insert(0, caption)


def _caption(table: Element) -> Element | None:
    """The caption: its own, that of its figure, or a line "Table 1: …" right before it."""
    captions = [c for c in elements(table, "caption") if closest(c, "table") is table]
    for extra in captions[1:]:
        move_children(extra, captions[0])
        drop(extra)
    if captions:
        if text_of(captions[0]):
            return captions[0]
        drop(captions[0])
    figure = closest(table, "figure")
    if figure is not None and figure.find("figcaption") is not None and len(elements(figure, "table")) == 1:
        found = figure.find("figcaption")
        others = [e for e in figure if e is not found and not (e is table or table in list(e.iter()))]
        if found is not None and not others:
            unwrap(figure)
            return _take(found, table)
    previous = table.getprevious()
    if previous is not None and previous.tag in ("p", *HEADINGS) and not (previous.tail or "").strip():
        text = text_of(previous)
        if _CAPTION.match(text) and len(text) <= 300:
            return _take(previous, table)
    return None


def _take(source: Element, table: Element) -> Element:
    caption = new("caption")
    if source.get("id"):
        caption.set("id", source.get("id", ""))
    move_children(source, caption)
    for bold in elements(caption, "b", "strong"):
        if text_of(bold) == text_of(caption):
            unwrap(bold)
    drop(source)
    table.insert(0, caption)
    return caption


def _scroller(table: Element, caption: Element | None, number: int, language: str) -> None:
    """A wide table scrolls in a region of its own that the keyboard can reach and that has a name."""
    parent = table.getparent()
    if parent is None or parent.get("role") == "region" or closest(table, "figure") is not None:
        return
    if columns(table) <= WIDE:
        return
    region = new("div", role="region", tabindex="0", class_="scroller")
    if caption is None:
        region.set("aria-label", say("table", language, number=number))
        wrap(table, region)
        return
    name = caption.get("id") or f"table-{number}-caption"
    line = new("p", id=name, class_="table-caption")
    move_children(caption, line)
    drop(caption)
    region.set("aria-labelledby", name)
    table.set("aria-labelledby", name)
    wrap(table, region)
    region.addprevious(line)


def _summary(table: Element) -> None:
    """The line in which the page says how to read the table stands before it: `summary` is read by few machines."""
    words = squash(table.attrib.pop("summary", ""))
    if len(words.split()) < LEAST_SUMMARY or words.casefold() in text_of(table).casefold():
        return
    region = closest(table, "div")
    block = region if region is not None and region.get("role") == "region" else table
    line = new("p", words, class_="table-summary")
    before = block.getprevious()
    if before is not None and text_of(before).casefold() == words.casefold():
        return
    block.addprevious(line)
