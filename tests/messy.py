"""Messy HTML for properties: tags in no order, elements where they may not be, attributes and characters nobody wants."""

from __future__ import annotations

from hypothesis import strategies as st

PROSE = "The gauge at the bridge has been read by hand every morning since the great flood, and the books are kept in the mill."
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

NAMES = ["a", "b", "1a", "x y", "fn1", "café", "section-1", "title", "note-1", ""]
ATTRIBUTES = [
    "",
    "",
    "",
    *(f'id="{n}"' for n in NAMES),
    'lang="fr_FR"',
    'lang="!"',
    'xml:lang="ar"',
    'dir="RTL"',
    'style="x:y"',
    'onclick="x()"',
    '@click="x"',
    "hidden",
    'class="hero"',
    'role="button"',
    "align=left",
    'colspan="0"',
    'rowspan="9999"',
    'start="x"',
    'a"b',
    "x='y",
]
INLINE = "b i em strong span a code sup sub q font u abbr dfn time small label o:p".split()
BLOCK = "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption blockquote figure figcaption aside section header center address".split()
VOID = [
    "<br>",
    "<br/><br/>",
    "<hr>",
    '<img src="a.png" alt="A map of it">',
    '<img src="b.png">',
    '<img src="c.png" alt="">',
]
NOTES = [
    '<sup><a href="#fn1">1</a></sup>',
    '<a href="#a">[2]</a>',
    "<sup>3</sup>",
    '<ol><li id="fn1">Xo.</li></ol>',
    '<p id="a">[2] Xo</p>',
    '<p><a name="b"></a>3. Xo</p>',
    '<a class="footnote-ref" href="#1a"><sup>4</sup></a>',
    '<a href="#gone">Xo</a>',
    '<a href="#café">Xo</a>',
]
ODD = [
    "\x0b",
    "\x1b",
    "\ufffe",
    "\u200b",
    "&#0;",
    "&#x1F;",
    "&nbsp;",
    "&bogus;",
    "<!-- x -- y -->",
    "<![CDATA[x]]>",
    "<?x y?>",
    "<",
    "&",
    "]]>",
]
UNFINISHED = [
    "<p",
    "<a href='x",
    "<!--",
    "</",
    "<!doctype",
    "<img src=a.png alt=",
    "&#",
    "&#x",
    "&amp",
    "&notit;",
    "&#128;",
    "&#xD800;",
    "&#1114112;",
    "<script>x",
    "<style>x</p>",
    "<textarea>",
    "<title>x",
    "<plaintext>",
    "<template>",
    "<select><option>x",
    "<![if x]>",
    "<frameset>",
    "<body id=b lang=x>",
    "</html>",
]
"""Where a tokenizer stops in the middle of something, or goes into another state."""
FOREIGN = "svg math mi mtext annotation-xml foreignObject desc g path mrow semantics title ruby rt rp rb button form iframe object".split()


@st.composite
def words(draw: st.DrawFn, least: int = 1, most: int = 6) -> str:
    """Words no site and no convention knows."""
    return " ".join(
        draw(
            st.lists(
                st.sampled_from(SYLLABLES).flatmap(lambda s: st.sampled_from(SYLLABLES).map(s.__add__)),
                min_size=least,
                max_size=most,
            )
        )
    )


def tags(names: list[str]) -> st.SearchStrategy[str]:
    """A start or an end tag, not always of the same element."""
    opened = st.tuples(st.sampled_from(names), st.sampled_from(ATTRIBUTES)).map(lambda t: f"<{t[0]} {t[1]}>")
    linked = st.sampled_from(NAMES).map(lambda n: f'<a href="#{n}">')
    return st.one_of(opened, st.sampled_from(names).map("</{}>".format), linked)


soup = st.lists(
    st.one_of(
        words(),
        tags(INLINE),
        tags(BLOCK),
        tags(FOREIGN),
        st.sampled_from(VOID),
        st.sampled_from(NOTES),
        st.sampled_from(ODD),
        st.sampled_from(UNFINISHED),
    ),
    max_size=40,
).map(" ".join)
"""Tags and text in no order at all."""


def nested(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements closed where they should be, but placed where they should not."""
    holder = st.sampled_from([*INLINE, *BLOCK])
    return st.tuples(holder, st.lists(content, max_size=4)).map(lambda t: f"<{t[0]}>{' '.join(t[1])}</{t[0]}>")


fragments = st.lists(st.recursive(st.one_of(words(), st.sampled_from(VOID)), nested, max_leaves=14), max_size=6).map(
    " ".join
)
"""Well-nested HTML that ignores every content model: blocks in spans, rows without tables, lists in paragraphs."""


@st.composite
def deep(draw: st.DrawFn) -> str:
    """One element in another, hundreds deep, closed or not."""
    names = draw(st.lists(st.sampled_from([*INLINE, *BLOCK, *FOREIGN]), min_size=1, max_size=4))
    depth = draw(st.integers(20, 400))
    opened = "".join(f"<{names[n % len(names)]}>" for n in range(depth))
    closed = "".join(f"</{names[n % len(names)]}>" for n in reversed(range(depth))) if draw(st.booleans()) else ""
    return f"{draw(words())} {opened}{draw(words())}{closed} {draw(words())}"


messy = st.one_of(soup, fragments, soup, fragments, deep())
