"""Find the images of the labelled list again, each with what surrounds it, in the evaluation data.

    python benchmarks/alt_list.py ../shared/eval/data                    # how many of the list are found
    python benchmarks/alt_list.py ../shared/eval/data --collect > a.txt  # a sample of images, to be read and labelled
    python benchmarks/alt_list.py ../shared/eval/data --show > b.txt     # the images of the list, with their labels
    python benchmarks/alt_list.py ../shared/eval/data --collect --seed fourth --most 200   # images of no list yet

`alt_labels.tsv` holds ids and labels only: pages and their words belong to their publishers. An id is the corpus, the
page and a hash of the image's addresses and its text alternative.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from ebook.markup import Element, closest, elements, headings_above, squash, text_of, tokens
from ebook.pictures import candidates
from ebook.sources.decode import decode
from ebook.sources.html import parse_page

LABELS = Path(__file__).with_name("alt_labels.tsv")
SECOND = Path(__file__).with_name("alt_labels_second.tsv")
THIRD = Path(__file__).with_name("alt_labels_third.tsv")
"""Other images, read and labelled after the judge was written, so that nothing in it could be made for them; what the
second list showed was then put right, the third was looked at once."""
FOURTH = Path(__file__).with_name("alt_labels_fourth.tsv")
"""Drawn with `--seed fourth` from words that no other list has, long after the judge was written."""
FIFTH = Path(__file__).with_name("alt_labels_fifth.tsv")
"""Drawn with `--seed fifth` from words that none of the four has, after they had been learnt from."""
LISTS = (LABELS, SECOND, THIRD, FOURTH)
"""What a sample leaves out: with a seed the lists before the one of that name."""
SEEDS = {"fourth": 3}
MOST_OF_A_PAGE = 3
"""Images of one page that a sample takes, so that no site decides the figures."""
MOST_ALIKE = 2
"""Images with the same text alternative in a sample."""
PROSE = 80
"""Characters of a paragraph of the article."""
LEAD = 3
"""Images before the first paragraph that may belong to the article."""
_CAPTION = re.compile(r"caption|legend|credit|cutline|bildunterschrift|bildtext", re.I)
_MENU = re.compile(r"(?:^|[-_ ])(?:menu|navbar|nav|footer|sidebar)(?:$|[-_ ])", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An image of a page, with what a person who labels it needs to see."""

    id: str
    alt: str
    file: str
    caption: str
    tooltip: str
    heading: str
    """The heading above."""
    titles: tuple[str, ...]
    """What the page calls itself: its heading first, then the title of the window and that for others to show."""
    language: str
    context: str
    size: str
    link: str

    @property
    def half(self) -> str:
        """`development` or `test`, by page, so that no page is in both."""
        page = self.id.rsplit("/", 1)[0]
        return "test" if hashlib.sha256(page.encode()).digest()[0] % 2 else "development"


def images_of(data: Path) -> Iterator[Shown]:
    """Every image with a text alternative in the articles of all pages, in a stable order."""
    for path in sorted(data.glob("*/html/*.html.gz")):
        page = f"{path.parent.parent.name}/{path.name.removesuffix('.html.gz')[:40]}"
        tree = parse_page(decode(gzip.decompress(path.read_bytes()), page).text)
        titles, language = _titles(tree), (tree.get("lang") or _declared(tree)).strip()
        above = headings_above(tree)
        for image in _in_article(tree):
            yield _shown(image, page, titles, language, above.get(image, ""))


def _declared(tree: Element) -> str:
    stated = (m.get("content", "") for m in tree.iter("meta") if m.get("http-equiv", "").lower() == "content-language")
    return next(stated, "")


def _titles(tree: Element) -> tuple[str, ...]:
    found = [*(text_of(h) for h in tree.iter("h1")), *(text_of(t) for t in list(tree.iter("title"))[:1])]
    found += [m.get("content", "") for m in tree.iter("meta") if m.get("property") == "og:title"]
    return tuple(dict.fromkeys(squash(words) for words in found if words.strip()))


def _in_article(tree: Element) -> Iterator[Element]:
    """The images between the first and the last paragraph, and the few before it, not those of menus."""
    everything = [e for e in elements(tree, "p", "li", "div", "img", "h1") if not _is_menu(e)]
    prose = [n for n, e in enumerate(everything) if e.tag != "img" and _is_prose(e)]
    if not prose:
        return
    heading = next((n for n, e in enumerate(everything) if e.tag == "h1" and n <= prose[0]), 0)
    before = [e for e in everything[heading : prose[0]] if e.tag == "img"][-LEAD:]
    after = [e for e in everything[prose[0] : prose[-1] + 1] if e.tag == "img"]
    yield from (e for e in (*before, *after) if squash(e.get("alt", "")))


def _is_menu(element: Element) -> bool:
    return any(
        e.tag in ("nav", "footer") or (e.tag != "body" and _MENU.search(f"{e.get('class', '')} {e.get('id', '')}"))
        for e in (element, *element.iterancestors())
    )


def _is_prose(element: Element) -> bool:
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    return len(squash(own)) >= PROSE if element.tag != "p" else len(text_of(element)) >= PROSE


def _shown(image: Element, page: str, titles: tuple[str, ...], language: str, heading: str) -> Shown:
    alt = squash(image.get("alt", ""))
    addresses = [image.get(name, "") for name in ("src", "data-src", "data-srcset", "srcset")]
    name = hashlib.sha256("\n".join([*addresses, alt]).encode()).hexdigest()[:10]
    best = next(iter(candidates(image)), "")
    link = closest(image, "a")
    sides = [f"{side}={image.get(side)}" for side in ("width", "height") if image.get(side)]
    return Shown(
        id=f"{page}/{name}",
        alt=alt,
        file="" if best.startswith("data:") else unquote(best.split("?")[0].rstrip("/").rsplit("/", 1)[-1]),
        caption=_caption(image),
        tooltip=squash(image.get("title", "")),
        heading=heading,
        titles=titles,
        language=language,
        context=_around(image),
        size=" ".join([*sides, *sorted(tokens(image, "class"))])[:60],
        link=link.get("href", "") if link is not None else "",
    )


def _caption(image: Element) -> str:
    """The words of the caption: of the figure, or of a small box with this image alone whose class says so."""
    for box in list(image.iterancestors())[:4]:
        if len(list(box.iter("img"))) > 1:
            return ""
        found = [c for c in box.iter() if isinstance(c.tag, str) and _is_caption(c)]
        words = next((text for c in found if (text := text_of(c)) and image not in set(c.iter("img"))), "")
        if words or box.tag == "figure":
            return words[:800]
    return ""


def _is_caption(element: Element) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION.search(element.get("class", "")))


def _around(image: Element) -> str:
    """Some words of the smallest box around the image that has any."""
    for box in list(image.iterancestors())[:4]:
        if words := text_of(box):
            return words[:600]
    return ""


def sample(shown: Iterable[Shown], seed: str = "") -> Iterator[Shown]:
    """A few images of each page, picked by their hash, no picture twice and few with the same words."""
    pages: dict[str, list[Shown]] = {}
    for one in sorted(shown, key=lambda o: _drawn(o, seed)) if seed else shown:
        pages.setdefault(one.id.rsplit("/", 1)[0], []).append(one)
    alike: Counter[str] = Counter()
    seen: set[str] = set()
    for found in pages.values():
        taken = 0
        for one in found if seed else sorted(found, key=lambda o: o.id):
            key = f"{one.file} {one.alt}" if one.file else one.id
            if taken < MOST_OF_A_PAGE and alike[one.alt] < MOST_ALIKE and key not in seen:
                taken += 1
                alike[one.alt] += 1
                seen.add(key)
                yield one


def _drawn(one: Shown, seed: str) -> str:
    return hashlib.sha256(f"{seed}\n{one.id}".encode()).hexdigest()


def unlisted(shown: Iterator[Shown], seed: str) -> list[Shown]:
    """The images that are in no list, and whose words are in none."""
    everything = list(shown)
    known = set().union(*map(labels, LISTS[: SEEDS.get(seed)]))
    words = {one.alt for one in everything if one.id in known}
    return [one for one in everything if one.alt not in words]


def labels(path: Path = LABELS) -> dict[str, tuple[str, str]]:
    """Label and reason by id."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return {name: (label, reason) for name, label, reason in (line.split("\t") for line in lines)}


def listed(data: Path, path: Path = LABELS) -> Iterator[tuple[Shown, str, str]]:
    """The images of a list with their labels and reasons."""
    known = labels(path)
    for one in images_of(data):
        if one.id in known:
            yield one, *known.pop(one.id)


def table(one: Shown) -> str:
    titles = " | ".join(t[:90] for t in one.titles[:2])
    return (
        f"{one.id}\n  ALT {one.alt[:320]!r}{f' ({len(one.alt)})' if len(one.alt) > 200 else ''}\n"
        f"  file={one.file[:70]}  cap={one.caption[:160]!r}  tip={one.tooltip[:60]!r}\n"
        f"  lang={one.language} size={one.size} link={one.link[:50]} title={titles}\n  near={one.context[:110]!r}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--collect", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seed", default="", help="draw by this word, from images that are in no list")
    parser.add_argument("--most", type=int, help="how many images a sample has at most")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        parser.exit(2, f"No evaluation data at {arguments.data}; it lies beside the checkout and is not published.\n")
    if arguments.collect:
        shown = images_of(arguments.data)
        drawn = list(sample(unlisted(shown, arguments.seed), arguments.seed) if arguments.seed else sample(shown))
        if arguments.seed:
            drawn.sort(key=lambda o: _drawn(o, arguments.seed))
        for one in islice(drawn, arguments.most):
            print(table(one))
        return
    found = list(listed(arguments.data))
    for one, label, reason in found if arguments.show else ():
        print(f"{label} {reason} {one.half}\n{table(one)}")
    print(f"{len(found)} of {len(labels())} found: {dict(Counter(label for _, label, _ in found))}")


if __name__ == "__main__":
    main()
