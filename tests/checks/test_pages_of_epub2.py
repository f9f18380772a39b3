"""The list of pages in the NCX of an EPUB 2 is one: counted, checked, and no part of the contents."""

from __future__ import annotations

import io
import zipfile

import pytest

from ebook.checks.outcomes import held
from ebook.checks.pages import check_pages
from ebook.claims import FEATURE, claims
from ebook.evidence import gather
from ebook.opened import Opened
from tests.claimed import epub, opened

NCX = """<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>
<navPoint id="a"><navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint>
<navPoint id="b"><navLabel><text>Two</text></navLabel><content src="two.xhtml"/></navPoint>
</navMap>{pages}</ncx>"""


def old_book(*fragments: str, source: str = "") -> Opened:
    """An EPUB 2 whose list of pages leads there."""
    targets = "".join(
        f'<pageTarget id="t{n}" type="normal" value="{n}"><navLabel><text>{n}</text></navLabel><content src="{f}"/></pageTarget>'
        for n, f in enumerate(fragments, 1)
    )
    ncx = NCX.format(pages=f"<pageList>{targets}</pageList>" if fragments else "")
    data = epub('<p id="p1">Rain.</p><p id="p2">Sun.</p>', metadata=source)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name.endswith("nav.xhtml"):
                continue
            content = old.read(name)
            if name.endswith(".opf"):
                item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
                lines = content.decode().replace('version="3.0"', 'version="2.0"').replace("</manifest>", item)
                content = "\n".join(line for line in lines.splitlines() if "nav.xhtml" not in line).encode()
            new.writestr(name, content)
        new.writestr("EPUB/toc.ncx", ncx)
    return opened(target.getvalue())


def test_pages_are_counted_and_are_no_contents():
    evidence = gather(old_book("one.xhtml#p1", "one.xhtml#p2", "one.xhtml#gone"))
    assert (evidence.page_list, evidence.contents) == (2, 2)
    assert {c.value for c in claims(evidence) if c.property == FEATURE and c.holds} >= {"pageNavigation"}


def test_a_book_without_a_list_has_none():
    book = old_book()
    assert gather(book).page_list == 0 and "pages" not in held(book) and not list(check_pages(book))


SOURCE = "<dc:source>urn:isbn:9780000000001</dc:source>"


@pytest.mark.parametrize(
    ("fragments", "source", "rules"),
    [
        (("one.xhtml#p1", "one.xhtml#p2"), SOURCE, []),
        (("one.xhtml#p2", "one.xhtml#p1"), SOURCE, ["book.pages-out-of-order"]),
        (("one.xhtml#p1",), "", ["book.pages-without-source"]),
    ],
)
def test_rules_of_pages_hold_for_it(fragments, source, rules):
    book = old_book(*fragments, source=source)
    assert "pages" in held(book) and [f.rule for f in check_pages(book)] == rules
