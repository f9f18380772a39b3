"""Take out the lines that a site, not the author, put between the paragraphs.

    <p>Advertisement</p><p>Share this article</p><p>Previous ArticleNext Article</p>   ->   (gone, and reported)

A listener cannot skip a line before hearing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import HEADINGS, Element, drop, elements, inside, place, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

_PERMALINKS = frozenset({"¶", "#", "§", "🔗", "", "∞"})
"""What pages write into the link from a heading to itself."""
PROSE = 40
"""Characters from which a line is a sentence."""
LONGEST = 140
"""Furniture is short; a longer line is the author's."""

_LINES = re.compile(
    r"""(?:
      (?:previous|next|older|newer)\s+(?:article|post|story|page|entry)s?(?:\s*[|/·-]?\s*(?:previous|next|older|newer)\s*(?:article|post|story|page|entry)s?)?
    | (?:go\s+)?(?:back\s+to\s+(?:top|home\w*)|skip\s+to\s+(?:main\s+)?content|home\s*page)
    | advertisement|advertising|sponsored(?:\s+content)?|story\s+continues\s+below(?:\s+advertisement)?
      |article\s+continues\s+below.*|continue\s+reading.*
    | (?:scroll\s+(?:down\s+)?to\s+continue.*|continue\s+reading\s+the\s+main\s+story|supported\s+by
      |paid\s+post|promoted)
    | (?:please\s+)?share(?:\s+(?:this|on|via)\b.{0,40})?[:!]?|share\s+(?:article|story|post|link)
      |(?:tweet|pin\s+it|email|e-mail|print|save|whatsapp|facebook|twitter|linkedin|reddit|copy\s+link|copied!?
      |link\s+copied!?)
    | (?:(?:facebook|twitter|\bx\b|linkedin|whatsapp|email|e-mail|print|reddit|telegram|pinterest|copy\s+link|share
      |tweet|flipboard|messenger)[\s|,·•/]*){2,}
    | (?:read|see|watch|listen)\s+(?:more|also|next|now)\s*[:|–—-].*|(?:related|recommended
      |more)\s*(?:articles?|stories|story|content|reading|news|posts?|links?|coverage|topics|from\s+.{1,40})?\s*:.*
    | (?:related|recommended|trending|popular|most\s+(?:read|popular|viewed)|you\s+(?:may
      |might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|editors?['’]?s?\s+picks?|more\s+(?:stories|articles
      |news|coverage|from\s+.{1,40})|up\s+next|don['’]t\s+miss)(?:\s+(?:articles?|stories|content|reading
      |topics|posts?|now|today))?:?
    | (?:sign|log)\s*[- ]?(?:up|in)(?:\s+(?:now|here)|\s+(?:for|to|with)\b.{0,60}\b(?:newsletters?|accounts?
      |comment|email|inbox|alerts?|free|continue|access)\b.{0,40})?[.!]?|subscribe(?:\s+(?:to|now
      |today|for|here)\b.{0,100})?[.!]?|register(?:\s+(?:now|here|for\s+free))?[.!]?
      |create\s+(?:a\s+)?(?:free\s+)?account|already\s+a\s+(?:subscriber|member)\??.*
    | (?:get|join|receive)\s+(?:our|the|your)\b.{0,60}\b(?:newsletter|inbox|alerts?|updates)\b.{0,40}
      |our\s+newsletters?|newsletter(?:\s+sign[ -]?up)?|enter\s+your\s+e-?mail.{0,60}
      |thank\s+you\s+for\s+(?:subscribing|signing\s+up).{0,40}
    | (?:we\s+use\s+cookies|this\s+(?:web)?site\s+uses\s+cookies).{0,120}|accept(?:\s+all)?(?:\s+cookies)?
      |cookie\s+(?:settings|policy|preferences)|privacy\s+policy|terms\s+of\s+(?:use|service)|manage\s+preferences
    | (?:follow|like|find)\s+us(?:\s+on\b.{0,60})?[.!]?|download\s+(?:the|our)\s+.{0,30}\bapp\b.{0,40}
      |open\s+in\s+app|listen\s+to\s+(?:this\s+)?(?:article|story)(?:\s+\d+\s+min\w*)?|play\s+audio
    | \d+\s*[- ]?(?:min(?:ute)?s?)(?:\.|\s)*(?:read|reading(?:\s+time)?)?|(?:reading\s+time
      |estimated\s+reading\s+time|read\s+time)\s*:?.{0,20}
    | \d+\s+(?:comments?|shares?|likes?|views?|replies)|(?:leave|post|add|write)\s+a\s+(?:comment|reply)
      |(?:show|hide|load|view|read)\s+(?:\d+\s+)?(?:all\s+)?(?:more\s+)?(?:comments?|replies)
      |comments?(?:\s*\(\d+\))?|no\s+comments(?:\s+yet)?|join\s+the\s+(?:conversation|discussion)
    | ©.{0,100}|\(c\)\s*\d{4}.{0,80}|copyright\s*(?:©|\(c\))?\s*\d{4}.{0,80}|all\s+rights\s+reserved\.?.{0,40}
    | (?:image|photo)\s+\d+\s+of\s+\d+|\d+\s*/\s*\d+|loading(?:\.{3}|…)?|menu|close|search|tags?\s*:.{0,100}
      |filed\s+under\s*:.{0,100}|topics?\s*:.{0,100}|posted\s+in\s*:?.{0,60}
    | (?:[\w&]+(?:\s[\w&]+)?\s*[|·•]\s*){3,}[\w&]+(?:\s[\w&]+)?
    | view\s+(?:gallery|slideshow|all)|click\s+here\s+(?:to|for)\b.{0,80}|tap\s+to\s+.{0,40}|support\s+(?:our
      |independent)\s+journalism.{0,80}|donate(?:\s+(?:now|today))?|page\s+\d+(?:\s+of\s+\d+)?
    )""",
    re.I | re.X,
)


def is_furniture(text: str) -> bool:
    """Whether a whole short line is something sites put around articles."""
    return len(text) <= LONGEST and bool(_LINES.fullmatch(text.strip()))


def _has_text_below(heading: Element) -> bool:
    """Whether prose follows a heading: then it is the author's, whatever it says."""
    below = heading.getnext()
    return below is not None and below.tag == "p" and len(text_of(below)) >= PROSE


def furniture(tree: Element, article: Article) -> Iterator[Finding]:
    for link in elements(tree, "a"):
        if link.get("href", "").startswith("#") and text_of(link) in _PERMALINKS and inside(link, *HEADINGS):
            drop(link)
    if article.kind is Kind.MARKDOWN:
        return
    tags = ("p",) if article.kind is Kind.TEXT else ("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "span", "a")
    for element in elements(tree, *tags):
        if element.getparent() is None or inside(element, "blockquote", "pre", "table", "figure", "dl"):
            continue
        if article.kind is Kind.PAGE and (element.tag in ("span", "a") and inside(element, "p", "li", "h1")):
            continue
        text = text_of(element)
        if element.tag in HEADINGS and _has_text_below(element):
            continue
        if text and is_furniture(text) and next(element.iter("img", "math", "sup"), None) is None:
            yield rule("removed.furniture").at(place(article.source, element), text=text[:80])
            drop(element)
