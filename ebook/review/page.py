"""The review sheet as one page: every decision with its pictures, to be read with eyes, ears or fingers.

It loads nothing from anywhere. Reading it needs no script; the script only gathers the answers into the CSV file.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources

from PIL import Image as Pillow

from ebook.opened import Opened
from ebook.review.items import KINDS, Item
from ebook.review.sheets import NO, YES, Row
from ebook.review.signs import PAGE_SIGN

SIDE = 240
"""Pixels of the longer side of a thumbnail."""
SMALL = 30_000
"""Bytes up to which a picture is shown as it is."""
_TYPES = frozenset(("image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml"))
_NOTES: Mapping[str, str] = {
    "undescribed": "These cannot be approved. Describe them, or mark them as decoration, and build again.",
    "alt": "Do the words say what the picture says here? They stand for it when it is read out.",
    "decorative": "Does the picture add nothing that the text does not say? It is left out when the text is read out.",
    "description": "Does the description hold everything that the picture or table shows?",
    "table": "The source marks no header cells. Bold cells became header cells and are read out before each value.",
    "language": "A wrong language makes speech unintelligible. Is it this one?",
    "passage": "Each passage is read out with the sounds of the language beside it. Is it in that language?",
    "term": "Is the meaning right, and is it that of the articles?",
    "finding": "What the checks could not decide. Approve what is right as it is.",
    "article": "Read it in the book: order, headings, links and emphasis must make sense without the look of the page.",
}
_WHAT: Mapping[str, str] = {"table": "First rows", "term": "Term", "passage": "Passage", "article": "Title"}
_DECISION: Mapping[str, str] = {
    "alt": "Text alternative",
    "term": "Meaning",
    "language": "Language",
    "passage": "Language",
    "table": "Header cells",
}
_TITLE = "Review sheet: {title}"


def page(items: Sequence[Item], recorded: Mapping[str, Row], book: Opened, title: str) -> bytes:
    """The page for these decisions, filled in as far as they are recorded."""
    style, script = _asset("sheet.css"), _asset("sheet.js")
    policy = f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    name = escape(_TITLE.format(title=title))
    groups = [(kind, [i for i in items if i.kind == kind]) for kind in KINDS]
    body = "".join(_section(kind, some, recorded, book) for kind, some in groups if some)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>\n'
        f"{PAGE_SIGN.decode()}\n<title>{name}</title>\n"
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{name}</h1>\n"
        f"{_introduction(groups)}"
        f'<form id="sheet" data-file="review.csv">\n{_reviewer()}{body}{_save()}</form>\n</main>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _asset(name: str) -> str:
    return resources.files("ebook.review").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _introduction(groups: Sequence[tuple[str, Sequence[Item]]]) -> str:
    total = sum(len(some) for _, some in groups)
    lines = "".join(
        f'<li><a href="#{kind}">{escape(KINDS[kind])}</a>: {len(some)}</li>\n' for kind, some in groups if some
    )
    return (
        f"<p>{total} decisions of this book need a person. Tick what is right, save the file, and hand it back with "
        "<code>ebook review INPUT --take review.csv</code>. An approval holds until the thing itself changes.</p>\n"
        f'<nav aria-label="Parts of this sheet">\n<ul>\n{lines}</ul>\n</nav>\n'
        "<noscript><p>Saving needs a script; without one, fill in review.csv, which holds the same lines.</p>"
        "</noscript>\n"
    )


def _reviewer() -> str:
    return (
        "<fieldset>\n<legend>Who reviews</legend>\n"
        '<p><label for="by">Your name</label> <input id="by" type="text" autocomplete="name"/></p>\n'
        '<p><label for="date">Day</label> <input id="date" type="date"/></p>\n</fieldset>\n'
    )


def _save() -> str:
    return (
        '<p><button type="submit">Save review.csv</button></p>\n<p id="said" role="status"></p>\n'
        "<p>Only what you tick, or what had been ticked and no longer is, is written into the file.</p>\n"
    )


def _section(kind: str, items: Sequence[Item], recorded: Mapping[str, Row], book: Opened) -> str:
    blocking = items[0].is_blocking
    heads = [
        *([] if blocking else ["Approved"]),
        _WHAT.get(kind, "What"),
        _DECISION.get(kind, "Decision"),
        "Where",
        *([] if blocking else ["Comment"]),
    ]
    head = "".join(f'<th scope="col">{h}</th>' for h in heads)
    rows = "".join(_row(n, item, recorded.get(item.key), book) for n, item in enumerate(items, 1))
    return (
        f'<section aria-labelledby="{kind}">\n<h2 id="{kind}">{escape(KINDS[kind])}</h2>\n<p>{_NOTES[kind]}</p>\n'
        f'<div class="scroller" role="region" tabindex="0" aria-label="Table: {escape(KINDS[kind])}">\n<table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n</section>\n"
    )


def _row(number: int, item: Item, said: Row | None, book: Opened) -> str:
    """One decision; the `data-` attributes are what the saved line repeats."""
    name = f"{item.kind}-{number}"
    before = said.approved if said is not None else ""
    data = {
        "key": item.key,
        "kind": item.kind,
        "article": item.article,
        "place": item.place,
        "what": item.what,
        "decision": item.told,
        "approved": before,
        "by": said.by if said is not None else "",
        "date": said.date if said is not None else "",
        "comment": said.comment if said is not None else "",
    }
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
    what = f'<th scope="row" id="{name}">{_what(item, book)}</th>'
    language = f' lang="{escape(item.language)}"' if item.language else ""
    shown = f"<td{language}>{_lines(item.decision)}</td>" if item.told == item.decision else _with_evidence(item)
    where = f"<td>{escape(item.article)}<br/><small>{escape(item.place)}</small></td>"
    if item.is_blocking:
        return f"<tr>{what}{shown}{where}</tr>\n"
    checked = ' checked=""' if before == YES else ""
    refused = f"<br/><small>refused by {escape(data['by'])}</small>" if before == NO else ""
    tick = (
        f'<td><input type="checkbox" id="{name}-yes" aria-label="Approved" '
        f'aria-describedby="{name}"{checked}/>{refused}</td>'
    )
    comment = (
        f'<td><textarea rows="2" aria-label="Comment" aria-describedby="{name}">'
        f"{escape(data['comment'])}</textarea></td>"
    )
    return f"<tr{attributes}>{tick}{what}{shown}{where}{comment}</tr>\n"


def _with_evidence(item: Item) -> str:
    """What was decided, in its own language, with its other forms and what speaks for it in ours."""
    language = f' lang="{escape(item.language)}"' if item.language else ""
    lines = [f"<span{language}>{_lines(item.decision)}</span>"]
    if item.forms:
        lines.append(escape(item.forms))
    quoted = f": <q{language}>{escape(item.sentence)}</q>" if item.sentence else ""
    if item.said_by or quoted:
        lines.append(f"<small>{escape(item.said_by)}{quoted}</small>")
    return f"<td>{'<br/>'.join(lines)}</td>"


def _what(item: Item, book: Opened) -> str:
    """What was decided about: a table with its header cells bold, a picture beside its name, or words."""
    if item.rows:
        lines = (
            " | ".join(f"<strong>{escape(t)}</strong>" if is_head else escape(t) for t, is_head in cells)
            for cells in item.rows
        )
        return "<br/>".join(lines)
    language = f' lang="{escape(item.decision)}"' if item.kind == "passage" and " " not in item.decision else ""
    words = f"<span{language}>{_lines(item.what)}</span>"
    shown = _thumbnail(book, item.picture) if item.picture else ""
    # its words stand in the next cell: they would be read out twice
    return f'<img src="{shown}" alt=""/><br/>{words}' if shown else words


def _lines(text: str) -> str:
    return "<br/>".join(escape(text).splitlines())


def _thumbnail(book: Opened, path: str) -> str:
    """A picture as an address that holds it, made small; empty where it cannot be shown."""
    data, kind = book.files.get(path, b""), book.items[path].media_type if path in book.items else ""
    if not data or kind not in _TYPES:
        return ""
    if len(data) > SMALL and kind != "image/svg+xml":
        data, kind = _smaller(data, kind)
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _smaller(data: bytes, kind: str) -> tuple[bytes, str]:
    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            picture.thumbnail((SIDE, SIDE))
            target = io.BytesIO()
            if picture.mode in ("RGB", "L"):
                picture.save(target, "JPEG", quality=80)
                return target.getvalue(), "image/jpeg"
            picture.convert("RGBA").save(target, "PNG")
            return target.getvalue(), "image/png"
    except (OSError, ValueError, Pillow.DecompressionBombError):
        return data, kind


def lines_of(items: Sequence[Item]) -> Iterator[str]:
    """The decisions as lines of text for a terminal."""
    return (f"{item.kind}: {item.what} → {item.decision} ({item.article}, {item.place})" for item in items)
