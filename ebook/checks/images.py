"""Images: an alternative in words for each that tells something, and no words where there is none."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

from ebook.alternatives import UNDESCRIBED, Reason, State, judge, repeats
from ebook.checks.naming import DECORATION, Ids, ids_of, is_hidden, label_of, shown_file
from ebook.markup import Element, closest, language_of, text_of
from ebook.opened import Opened, is_outside, place_in, resolved
from ebook.rules import Finding, rule

LONGEST = 400
"""Characters of an alternative: about three sentences, half a minute of speech."""
LARGE = (300, 200)
"""Pixels from which a picture that stands alone is hardly decoration."""
_OPENING = re.compile(
    r"(?:an? |the )?(?:image|picture|graphic|photo|photograph|icon) (?:of|showing)\b|"
    r"(?:une? )?(?:image|photo) (?:de|d’|d')\b|"
    r"(?:ein )?(?:bild|foto) (?:von|der|des|einer|eines)\b|(?:una? )?(?:imagen|foto|immagine|imagem) (?:de|di)\b",
    re.I,
)
CHART = re.compile(
    r"\b(?:(?:bar|line|pie|column|area|flow|scatter|organi[sz]ation(?:al)?)[ -]?)?(?:charts?|graphs?|diagrams?|"
    r"histogram|"
    r"scatter ?plots?|box ?plots?|infographics?|flow ?charts?|time ?lines?|graphiques?|diagrammes?|diagramm(?:e|s)?|"
    r"schaubild|balken\w*|kreisdiagramm|gráficos?|grafic[oi]|diagramas?|diagramm[ai]|grafiek(?:en)?|"
    r"infografik|infographie|infografía)\b|\b(?:maps? (?:of|showing)|karte (?:von|der|des)|carte (?:de|du|des)|"
    r"mapa (?:de|do|da))\b",
    re.I,
)
"""Pictures of data, as alternatives and captions name them."""
_CHART_FILE = re.compile(
    r"(?:^|[-_ .\d])(?:chart|graph|diagram|plot|figure|fig|map|infographic|table|screenshot)s?(?=$|[-_ .\d])", re.I
)
_PICTURE_OF_TEXT = re.compile(
    r"screen ?(?:shot|grab|cap(?:ture)?)s?|quote ?cards?|\bscan(?:s|ned)?\b|text (?:card|image|graphic)|"
    r"\b(?:image|picture|photo) of (?:the )?text|(?:a|the) tweet\b|capture d[’']écran|"
    r"bildschirmfoto|bildschirmaufnahme|"
    r"captura de (?:pantalla|tela|ecrã)|schermata|schermafbeelding|скриншот|снимок экрана|لقطة شاشة|"
    r"截图|截圖|スクリーンショット",
    re.I,
)
GIVES_TEXT = 25
"""Words of an alternative from which on it probably gives the text of the picture."""
_QUOTED = re.compile(r"[“\"«„「].{8,}[”\"»“」]|\breads?:|\bsays:|\bthat (?:reads|says)\b", re.S)


def check_images(book: Opened) -> Iterator[Finding]:
    """Text alternatives (WCAG 1.1.1)."""
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        for image in tree.iter("img", "area", "input"):
            if image.tag == "input" and image.get("type") != "image":
                continue
            if image.get("alt") is None and not label_of(image, ids) and not is_hidden(image):
                yield rule("book.image-without-alt").at(place_in(path, image))
        for image in tree.iter("img"):
            yield from _image(book, path, image, ids)


def _image(book: Opened, path: str, image: Element, ids: Ids) -> Iterator[Finding]:
    alt = image.get("alt")
    if alt is None or is_hidden(image):
        return
    words = alt.strip() or image.get("aria-label", "").strip()
    where = place_in(path, image)
    if not words:
        if reason := _why_not_decoration(book, path, image):
            yield rule("book.alt-empty").at(where, reason=reason)
        return
    if words in UNDESCRIBED:
        yield rule("book.alt-undescribed").at(where)
    elif says_nothing_of(image, words):
        yield rule("book.alt-poor").at(where, alt=words[:80])
    elif what := _what_it_repeats(image, words):
        yield rule("book.alt-repeats").at(where, what=what, alt=words[:80])
    elif _PICTURE_OF_TEXT.search(f"{words} {_file_name(image)}") and not _gives_text(words):
        yield rule("book.picture-of-text").at(where, alt=words[:80])
    if len(words) > LONGEST:
        yield rule("book.alt-long").at(where, count=len(words))
    if opening := _OPENING.match(words):
        yield rule("book.alt-opening").at(where, text=opening[0])


def says_nothing_of(image: Element, words: str) -> bool:
    """Whether a text alternative says nothing of its image: the one place where alternatives are judged."""
    if image.get("role") == "doc-cover":
        return False  # it tells the title, whatever that is
    judged = judge(words, language=language_of(image))
    return judged.state is State.POOR and judged.reason is not Reason.TOO_LONG


def _why_not_decoration(book: Opened, path: str, image: Element) -> str:
    """What speaks against an empty alternative; nothing where it may be true."""
    left = next((n for n in ("aria-details", "aria-describedby", "longdesc") if image.get(n)), "")
    if left:
        return f"it has a description ({left})"
    figure = closest(image, "figure")
    if figure is not None and _captions(figure) and len(list(figure.iter("img"))) == 1:
        return "its figure has a caption"
    if image.get("role") in DECORATION:
        return ""
    if _CHART_FILE.search(_file_name(image)):
        return f"its file is called {_file_name(image)}"
    link = closest(image, "a")
    alone = closest(image, "p", "div", "figure", "section", "body")
    if link is None and alone is not None and not text_of(alone) and _is_large(book, path, image):
        return "it is large and stands alone"
    return ""


def _is_large(book: Opened, path: str, image: Element) -> bool:
    address = shown_file(image)
    if is_outside(address) or address.endswith(".svg"):
        return False
    try:
        with Image.open(io.BytesIO(book.files.get(resolved(path, address), b""))) as picture:
            return bool(picture.width >= LARGE[0] and picture.height >= LARGE[1])
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _captions(figure: Element) -> list[str]:
    return [text for c in figure.iter("figcaption") if (text := text_of(c))]


def _what_it_repeats(image: Element, words: str) -> str:
    """What stands beside the image in the same words."""
    said = _plain(words)
    figure = closest(image, "figure")
    if figure is not None and any(repeats(words, caption) for caption in _captions(figure)):
        return "the caption"
    link = closest(image, "a")
    if link is not None and said == _plain(text_of(link)):
        return "the link's text"
    block = closest(image, "p", "div")
    following = block.getnext() if block is not None and not text_of(block) else None
    if following is not None and following.tag in ("p", "div") and said == _plain(text_of(following)):
        return "the line below"
    return ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _gives_text(words: str) -> bool:
    return len(words.split()) >= GIVES_TEXT or bool(_QUOTED.search(words))


def _file_name(image: Element) -> str:
    return unquote(shown_file(image)).rsplit("/", 1)[-1].rsplit(".", 1)[0]
