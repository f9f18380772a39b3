"""The repairs, in order. Each works on the tree it is handed and says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ebook.markup import Element
from ebook.model import Article
from ebook.passes.abbreviations import abbreviations
from ebook.passes.absent_pictures import absent_pictures
from ebook.passes.alternatives import alternatives
from ebook.passes.callouts import callouts
from ebook.passes.captions import captions
from ebook.passes.code import code
from ebook.passes.colours import colours
from ebook.passes.definitions import definitions
from ebook.passes.descriptions import descriptions, found_descriptions, table_descriptions
from ebook.passes.direction import direction
from ebook.passes.figures import figures
from ebook.passes.furniture import furniture
from ebook.passes.galleries import galleries
from ebook.passes.glossaries import glossaries
from ebook.passes.headings import headings
from ebook.passes.headline import headline
from ebook.passes.ids import ids
from ebook.passes.images import images
from ebook.passes.language import language
from ebook.passes.links import links
from ebook.passes.lists import lists
from ebook.passes.main_content import main_content
from ebook.passes.mathematics import mathematics
from ebook.passes.media import media
from ebook.passes.notes import notes
from ebook.passes.ornaments import ornaments
from ebook.passes.page_marks import lifted_marks, page_marks
from ebook.passes.parts import parts
from ebook.passes.passages import passages
from ebook.passes.pronunciations import pronunciations
from ebook.passes.quotations import quotations
from ebook.passes.repeats import repeats
from ebook.passes.sanitise import sanitise
from ebook.passes.structure import structure
from ebook.passes.tables import tables
from ebook.passes.text_captions import text_captions
from ebook.passes.text_headings import text_headings
from ebook.passes.text_lists import text_lists
from ebook.passes.text_notes import text_notes
from ebook.passes.text_quotations import text_quotations
from ebook.passes.visible_descriptions import visible_descriptions
from ebook.rules import Finding

Pass: TypeAlias = Callable[[Element, Article], Iterator[Finding]]

PASSES: tuple[Pass, ...] = (
    images,  # before anything judges or moves pictures
    page_marks,  # first of all that read text: a number in a sentence is none of its words
    found_descriptions,  # before the article is cut out: what describes a picture may stand anywhere
    galleries,  # while the links that turn them are there; before their small pictures are taken for the article's
    main_content,  # early: everything after it works on the article alone
    language,  # the book's own words depend on it; on the article, not on the site's menu
    direction,  # before sanitise unwraps what has no attributes
    mathematics,  # before anything joins or moves text
    code,  # before quotes, lists and terms are looked for in it
    media,
    alternatives,  # before anything judges the words of a picture
    captions,  # before figures, which asks whether an image has one
    ornaments,  # after captions; before figures, which takes the sizes away and calls every picture undescribed
    figures,  # needs the classes and lazy attributes that sanitise takes away
    text_captions,  # before furniture, which takes credits that belong to nothing
    furniture,  # before lines are taken for titles or labels
    headline,  # needs the first lines untouched by lists and call-outs
    callouts,  # before repeats: a call-out is a repeat of several lines
    repeats,
    text_quotations,  # these three read plain text alone, when only the author's lines are left
    text_headings,
    text_notes,
    quotations,
    descriptions,  # after call-outs and repeats, which would judge them; before tables and lists, which mend them
    notes,  # before lists, which would take notes for items, and before ids are renamed
    tables,
    visible_descriptions,  # after tables, beside whose captions links stand; before structure dissolves boxes
    colours,  # after tables, which dissolves those for layout; sanitise takes the colours away
    text_lists,
    lists,
    absent_pictures,  # after everything that reads the text for titles and repeats
    pronunciations,  # by class names, which the next takes away
    glossaries,  # by roles, which the next takes away
    sanitise,  # the last that sees foreign markup
    structure,  # needs the final vocabulary
    headings,  # needs the final blocks
    lifted_marks,  # when it is clear what a heading is
    table_descriptions,  # when the words of tables stay as they are; before languages and directions are marked
    passages,  # needs the final blocks; before the direction of parts is set
    parts,
    abbreviations,
    definitions,  # after abbreviations: a short form is marked as that
    links,
    ids,  # last: everything has its name now
)
"""Every pass in the order it runs."""

GUARDS: tuple[Pass, ...] = (
    alternatives,
    language,
    descriptions,
    sanitise,
    structure,
    headings,
    table_descriptions,
    parts,
    links,
    ids,
)
"""What a chapter that was made before goes through: these keep the promises and guess nothing anew."""
