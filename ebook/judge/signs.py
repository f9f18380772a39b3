"""What class names, ids and roles say about a box, in classes of meaning that many sites share.

    <div class="post-comments">   ->   COMMENTS

The words are those of publishing systems and style guides at large, never of one site.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ebook.markup import Element

_KINDS: dict[str, str] = {
    "share": r"shar(?:e|ing|er|es|edaddy)\w*|social\w*|follow\w*|tweet|facebook|twitter|whatsapp|addthis|addtoany|sns",
    "related": r"related\w*|relation\w*|recommend\w*|more|read-?(?:more|next|also)|teasers?|trend\w*|popular\w*|most\w*"
    r"|similar|also|onward|up-?next|further|latest|recent\w*|suggest\w*|promo\w*|cards?|carousel|slider|swiper|list(?:ing)?s?|grid"
    r"|feed|river|tiles?|archive|posts",
    "signup": r"newsletter\w*|subscri\w+|sign-?up|paywall|member\w*|opt-?in|cta|donat\w*|support|log-?in|account"
    r"|register|form(?!at|ul)\w*|mailing",
    "advert": r"ads?|advert\w*|adv|sponsor\w*|banner\w*|promoted|affiliate|commercial|partner\w*|shop\w*|buy\w*"
    r"|product\w*|price\w*|cart",
    "comments": r"comment\w*|disqus\w*|repl(?:y|ies)|respond|discuss\w*|feedback|kommentare?|reviews?|rating\w*|votes?",
    "footer": r"footer\w*|foot|copyright|legal|colophon|disclaimer|bottom|imprint|terms|policy",
    "nav": r"nav\w*|menu\w*|breadcrumb\w*|pagination|pager|paging|page-?links|skip\w*|top-?bar|toc|table-of-contents"
    r"|index|site-?map|prev\w*|next|tabs?|toolbar|links?|dropdown|drawer|search\w*|filter\w*|lang\w*",
    "side": r"side\w*|rail|widgets?\w*|aside|secondary|column-?(?:right|2|b)|right\w*|left\w*|complementary|callout"
    r"|info-?box|box|module|panel|sticky|float\w*|inset|insert",
    "author": r"author\w*|bio\w*|byline\w*|by-?line|profile|contributor\w*|writer|avatar|vcard|staff|autor\w*",
    "tags": r"tags?\w*|categor\w+|topics?|keywords?|taxonomy|labels|filed|hashtag\w*",
    "media": r"captions?\w*|credits?|galler\w+|media\w*|image\w*|img|photo\w*|pictures?|figure\w*|video\w*|player\w*"
    r"|audio|wp-caption\w*|slideshow|lightbox|thumb\w*|source|bild\w*|embed\w*",
    "hidden": r"hidden|hide|sr-?only|visually-?hidden|screen-?reader\w*|print\w*|no-?print|invisible|offscreen"
    r"|collapse\w*|assistive|a11y",
    "popup": r"cookie\w*|consent|gdpr|modal\w*|pop-?up\w*|overlay\w*|dialog|notice\w*|notification\w*|alert\w*|toast"
    r"|message-?bar|warning|interstitial|tooltip\w*|button\w*|btn\w*",
    "head": r"header\w*|masthead|hero|head|headline\w*|title\w*|heading|logo|brand\w*|hed",
    "body": r"(?:article|story|post|entry|page|blog|news|main|text|single|content|detail)[-_]*(?:body|content\w*|text"
    r"|copy|inner|main|detail|container|wrapper)|articlebody|entry|prose|markdown\w*|mw-parser-output|rich-?text\w*"
    r"|body-?copy|paragraphs?|rte|wysiwyg|e-content|hentry|formatted",
    "article": r"article\w*|story\w*|post|posting|single|content\w*|body\w*|text\w*|main\w*|primary|document|detail\w*"
    r"|page",
}
KINDS = tuple(_KINDS)
"""Names of the kinds; kind number `n` is bit `1 << n` of a mask."""
BIT = {name: 1 << number for number, name in enumerate(KINDS)}
_PATTERNS = tuple(
    (1 << n, re.compile(rf"(?:^|[-_\s:])(?:{words})(?=$|[-_\s:\d])")) for n, words in enumerate(_KINDS.values())
)
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _PATTERNS))
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMING = ("class", "id", "itemprop", "role")
LONGEST = 200
"""Characters of class names that are looked at."""


class Signs:
    """Remembers what each class attribute of one page says: pages repeat them hundreds of times."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {"": 0}

    def of(self, element: Element) -> int:
        """The mask of kinds that an element's class, id, role and itemprop name."""
        stated = element.keys()
        if not stated:
            return 0
        names = " ".join([element.get(name, "") for name in _NAMING if name in stated]).strip()
        mask = self._known.get(names)
        if mask is None:
            mask = 0
            for name in names[:LONGEST].split():
                mask |= _of_name(name)
            self._known[names] = mask
        return mask


@lru_cache(maxsize=20_000)
def _of_name(name: str) -> int:
    """The mask of one name: no pattern reaches over white space, and pages share most of their names."""
    name = _HUMP.sub("-", name).lower()
    mask = 0
    if _ANY.search(name):
        for bit, pattern in _PATTERNS:
            if pattern.search(name):
                mask |= bit
    return mask
