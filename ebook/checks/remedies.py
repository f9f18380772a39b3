"""What to do about the findings of other checkers, in plain words.

EPUBCheck says what is wrong and seldom what to do; its most general codes (RSC-005) hold many different faults, which
are told apart by their words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

UNKNOWN = "Correct this place as the message says; the EPUB specification has the details (www.w3.org/TR/epub-33)."

BY_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"Duplicate (?:ID|'[^']+')|duplicate id",
        "Give each element of the file an id of its own, and correct the links to it.",
    ),
    (
        r"must be terminated by the matching end-tag|must be followed by|not well-formed|Premature end|"
        r"content of elements must|Open quote is expected|invalid XML character",
        "Close every element in the order in which it was opened, and write < and & in text as &lt; and &amp;.",
    ),
    (
        r"entity .* was referenced, but not declared",
        "Write the character itself, or its number, in place of the entity.",
    ),
    (
        r'element "title" must not be empty|title.*(?:missing|must not be empty)',
        "Give the document a title of its own.",
    ),
    (r'missing required element.*"?(?:dc:)?title', "Name the book: add dc:title to the package document."),
    (r'missing required element.*"?(?:dc:)?language', "State the language: add dc:language to the package document."),
    (r'missing required element.*"?(?:dc:)?identifier', "Give the book an identifier: add dc:identifier."),
    (r"dcterms:modified", "State once when the book was last changed, as 2026-01-31T12:00:00Z."),
    (r"lang and xml:lang|xml:lang.*lang", "Give lang and xml:lang the same value."),
    (
        r'value of attribute "role" is invalid|role.*(?:not allowed|invalid)',
        "Use a role that ARIA and DPUB-ARIA allow on this element, or take the attribute away.",
    ),
    (
        r"aria-|refers to non-existing|does not refer to|must (?:refer|point) to",
        "Correct the reference: it must name the id of an element that is there.",
    ),
    (
        r'exactly one "?toc|nav must be (?:declared|specified)|exactly one item with the "nav"|toc.*nav',
        'Mark one navigation document in the manifest (properties="nav") and give it a nav with epub:type="toc".',
    ),
    (
        r'nav|Anchors within nav|"a" element.*text',
        "Give the entry of the navigation document a text, and the list a heading.",
    ),
    (r"idref attribute does not resolve", "List the file in the manifest, or take its itemref out of the spine."),
    (
        r'attribute "[^"]+" not allowed|attribute "[^"]+" is not allowed',
        "Take the attribute away; what it does to the look belongs in the style sheet.",
    ),
    (
        r'element "(?:center|font|big|strike|tt|u|acronym|basefont|dir|frame|frameset)" not allowed',
        "Replace the old element by one of HTML 5, and set its look in the style sheet.",
    ),
    (r'element "[^"]+" not allowed|not allowed here', "Take the element away or move it to where HTML allows it."),
    (r'missing required attribute "([^"]+)"|missing required attribute', "Add the missing attribute."),
    (r"missing (?:one or more )?required|incomplete", "Add what the message says is missing."),
    (r"value of attribute", "Give the attribute a value that HTML allows."),
)
"""Words of the messages of RSC-005, RSC-016, RSC-017 and the like; the first that fits counts."""

_LINK = "Correct the address, or add what it leads to."
_LIST = "List the file in the manifest of the package document, with its media type."
_INSIDE = "Put the file into the book and list it in the manifest; books must not load from the web."
_PREFIX = "Declare the prefix in the prefix attribute of the package document, or use a property that EPUB defines."
_ENCODING = "Save the file as UTF-8."
_ZIP = "Pack the book again with a tool for EPUB; the container is damaged."
_NAME = "Name the file with ASCII letters, digits, hyphens and underscores, and correct the references to it."
_TYPE = "State the media type that the file really has, or put in a file of the stated type."
_OVERLAY = "Correct the media overlay: each text and clip must be there once and in reading order."
_SCHEME = "Write the address as https://…, or as a path in the book."

BY_CODE: Mapping[str, str] = {
    "ACC-004": "Give the link a text that says where it leads.",
    "ACC-005": "Mark the header cells of the table (th).",
    "ACC-006": "Put the header rows of the table into a thead.",
    "ACC-007": "Mark parts with epub:type and the matching role where that helps.",
    "ACC-009": "Nothing, where the formula is sound MathML: screen readers read it; a second text would be read twice.",
    "ACC-011": "Give the link in the drawing a title or a text.",
    "ACC-012": "Give the table a caption that says what it shows.",
    "CSS-001": "Take the property out of the style sheet; use the dir attribute for the direction of text.",
    "CSS-003": _ENCODING,
    "CSS-004": _ENCODING,
    "CSS-006": "Take position: fixed out: such text covers other text when letters are made larger.",
    "CSS-007": "Use a font in OpenType or WOFF2 form.",
    "CSS-008": "Correct the style sheet at this place: a bracket, a colon or a semicolon is missing.",
    "CSS-028": "Nothing, if the font may be embedded.",
    "HTM-001": "Declare XML 1.0.",
    "HTM-003": "Take the external entity away and write its text.",
    "HTM-004": "Begin the document with <!DOCTYPE html>.",
    "HTM-010": "Declare the prefix epub as http://www.idpf.org/2007/ops.",
    "HTM-045": "Give the link a target, or take it away.",
    "HTM-055": "Replace the discouraged element.",
    "HTM-058": _ENCODING,
    "MED-003": "Save the picture as PNG, JPEG, GIF, WebP or SVG.",
    "MED-004": "Save the picture again; its file is damaged.",
    "MED-010": _OVERLAY,
    "MED-011": _OVERLAY,
    "MED-012": _OVERLAY,
    "MED-013": _OVERLAY,
    "MED-015": _OVERLAY,
    "MED-016": "State the sum of the durations of all overlays as the duration of the book.",
    "NAV-003": "Add a page list to the navigation document, with every page mark.",
    "NAV-010": "Let the navigation document lead to places in the book alone.",
    "NAV-011": "Put the entries of the contents into the order in which the book is read.",
    "NCX-001": "Give the NCX the same identifier as the package document (dtb:uid).",
    "NCX-004": "Take the spaces around the identifier of the NCX away.",
    "NCX-006": "Give the entry of the NCX a text.",
    "OPF-001": 'State version="3.0" in the package document.',
    "OPF-003": "List the file in the manifest, or take it out of the book.",
    "OPF-004": "Write prefixes as “name: address”, separated by single spaces.",
    "OPF-012": "Take the property away: files of this type cannot have it.",
    "OPF-013": _TYPE,
    "OPF-014": "Add the property to the manifest item of this document, so that reading apps know what it holds.",
    "OPF-015": "Take the property out of the manifest item: the document holds nothing of the kind.",
    "OPF-018": "Take remote-resources out of the properties of the manifest item.",
    "OPF-025": "State one value.",
    "OPF-026": "Correct the value of the property.",
    "OPF-027": "Use a property that EPUB defines, or take it away.",
    "OPF-028": _PREFIX,
    "OPF-029": _TYPE,
    "OPF-030": "Let unique-identifier name the id of a dc:identifier.",
    "OPF-031": "List the file in the manifest, or take it out of the guide.",
    "OPF-033": 'Let at least one document of the spine be part of the reading order (no linear="no").',
    "OPF-034": "Name the document once in the spine.",
    "OPF-035": "State application/xhtml+xml as the media type.",
    "OPF-037": "State the media type that is used today.",
    "OPF-040": "Let fallback name the id of another manifest item.",
    "OPF-043": "Give the file a fallback that is an XHTML document.",
    "OPF-048": "Add unique-identifier to the package element, with the id of a dc:identifier.",
    "OPF-049": "List the file in the manifest, or take its itemref out of the spine.",
    "OPF-050": "Let toc name the manifest item of the NCX.",
    "OPF-053": "Write the date as 2026-01-31.",
    "OPF-054": "Write the date as 2026-01-31.",
    "OPF-055": "Give the element a value, or take it away.",
    "OPF-060": "Give the two files names that differ in more than capital letters.",
    "OPF-065": "Take the cycle out of the refines attributes.",
    "OPF-072": "Give the element a value, or take it away.",
    "OPF-073": "Take the external identifier out of the DOCTYPE.",
    "OPF-074": "List the file once in the manifest.",
    "OPF-085": "Use a UUID of the form urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.",
    "OPF-086": "Use what the message names in its place.",
    "OPF-086b": "Use what the message names in its place.",
    "OPF-087": "Move the epub:type to a document of the right kind, or take it away.",
    "OPF-088": "Use a term of the EPUB Structural Semantics Vocabulary, or one with a declared prefix.",
    "OPF-090": "State the media type that is preferred today.",
    "OPF-091": "Take the fragment out of the address in the manifest.",
    "OPF-092": "Use a BCP 47 tag, for example en or pt-BR.",
    "OPF-093": "State the media type of the linked file.",
    "OPF-096": "Link to the document from the text, or make it part of the reading order.",
    "OPF-096b": "Link to the document from the text, or make it part of the reading order.",
    "OPF-097": "Nothing, or take the unused file out of the book.",
    "OPF-098": "Let the address name a file.",
    "OPF-099": "Take the package document out of its own manifest.",
    "PKG-003": _ZIP,
    "PKG-004": _ZIP,
    "PKG-005": "Pack the book again with mimetype as first file, without an extra field.",
    "PKG-006": "Pack the book again with mimetype as first file, uncompressed.",
    "PKG-007": "Pack the book again with mimetype as first file, uncompressed, holding application/epub+zip alone.",
    "PKG-008": _ZIP,
    "PKG-009": _NAME,
    "PKG-010": _NAME,
    "PKG-011": _NAME,
    "PKG-012": _NAME,
    "PKG-014": "Take the empty folder out of the book.",
    "PKG-016": "Name the book with .epub in small letters.",
    "PKG-018": "Give the path of an EPUB file.",
    "PKG-021": "Save the picture again; its file is damaged.",
    "PKG-022": "Give the picture the ending of its real kind, and correct the references to it.",
    "PKG-024": "Name the book with .epub at its end.",
    "PKG-025": "Move the file out of META-INF.",
    "PKG-026": "Obfuscate fonts alone.",
    "PKG-027": _ZIP,
    "RSC-001": "Add the file, or take it out of the manifest.",
    "RSC-002": "Add META-INF/container.xml, which names the package document.",
    "RSC-003": "Let META-INF/container.xml name the package document.",
    "RSC-004": "Take the encryption away; locked books cannot be checked, and often not be read aloud.",
    "RSC-006": _INSIDE,
    "RSC-006b": _INSIDE,
    "RSC-007": _LINK,
    "RSC-007w": _LINK,
    "RSC-008": _LIST,
    "RSC-009": "Take the fragment out of the address of the picture.",
    "RSC-010": "Link to an XHTML or SVG document of the book.",
    "RSC-011": "Add the target to the spine, or take the link away.",
    "RSC-012": "Correct the link, or give the place it should lead to this id.",
    "RSC-014": "Link to an element of the right kind.",
    "RSC-020": "Write the address without spaces and with its special characters escaped.",
    "RSC-021": "Let the search key map lead to documents of the spine.",
    "RSC-026": "Let the address stay inside the book.",
    "RSC-027": _ENCODING,
    "RSC-028": _ENCODING,
    "RSC-029": "Put the data into a file of the book and refer to it.",
    "RSC-030": _SCHEME,
    "RSC-031": "Use https:// in place of http://.",
    "RSC-032": "Save the file in a form that EPUB knows (PNG, JPEG, GIF, WebP, SVG, MP3, MP4), or add a fallback.",
    "RSC-033": "Take the part after ? out of the address.",
}
"""By the code of EPUBCheck 5.3."""


def remedy_of(code: str, message: str) -> str:
    """What to do about a finding of EPUBCheck; never empty."""
    if code in BY_CODE:
        return BY_CODE[code]
    return next((remedy for words, remedy in BY_WORDS if re.search(words, message, re.I)), UNKNOWN)


BY_ACE_RULE: Mapping[str, str] = {
    "image-alt": 'Describe what the image shows (alt), or mark it as decoration (alt="").',
    "svg-img-alt": "Give the drawing a title, and let aria-labelledby name it.",
    "role-img-alt": "Give the element a name (aria-label) that says what it shows.",
    "color-contrast": "Choose a text colour with a contrast of at least 4.5 : 1, or set no colours at all.",
    "heading-order": "Do not skip heading levels.",
    "empty-heading": "Give the heading a text, or take it away.",
    "link-name": "Give the link a text that says where it leads.",
    "link-in-text-block": "Underline links, so that they are not told by colour alone.",
    "document-title": "Give the document a title of its own.",
    "html-has-lang": "Add lang and xml:lang to the html element.",
    "html-lang-valid": "Use a BCP 47 tag, for example en or pt-BR.",
    "html-xml-lang-mismatch": "Give lang and xml:lang the same value.",
    "valid-lang": "Use a BCP 47 tag, for example en or pt-BR.",
    "epub-lang": "Add xml:lang to the package element.",
    "epub-title": "Name the book: add dc:title to the package document.",
    "epub-toc-order": "Put the entries of the contents into the order in which the book is read.",
    "epub-pagesource": "Say where the page numbers come from (pageBreakSource; “none” for pages of its own).",
    "epub-pagelist-broken": "Correct the entry of the page list: its place is not there.",
    "epub-pagelist-missing-pagebreak": "Add the page mark to the page list of the navigation document.",
    "epub-type-has-matching-role": "Add the DPUB-ARIA role that says the same as the epub:type.",
    "pagebreak-label": "Say the page number in aria-label or title of the page mark.",
    "aria-roles": "Use a role that ARIA or DPUB-ARIA defines.",
    "aria-allowed-role": "Use a role that this element may have, or take it away.",
    "aria-deprecated-role": "Take the role away; list items of notes and bibliographies need none.",
    "aria-prohibited-attr": "Give the element a role that may have a name, or write the name as text.",
    "aria-valid-attr": "Correct the name of the aria attribute.",
    "aria-valid-attr-value": "Correct the value: it must name the id of an element that is there.",
    "duplicate-id-aria": "Give each element of the file an id of its own.",
    "dlitem": "Put dt and dd into a dl.",
    "definition-list": "Let the dl hold dt and dd alone.",
    "list": "Let the list hold li alone.",
    "listitem": "Put the li into a ul or ol.",
    "frame-title": "Take the frame out of the book, or give it a title.",
    "presentation-role-conflict": 'Describe the picture, or leave it as decoration: alt="" and no aria attributes.',
    "avoid-inline-spacing": "Take !important out of spacing in style attributes.",
    "landmark-unique": "Give landmarks of one kind names that differ (aria-label, aria-labelledby).",
    "landmark-no-duplicate-main": "Keep one main in each document.",
    "scrollable-region-focusable": 'Let the keyboard reach the part that scrolls (tabindex="0"), and name it.',
    "td-headers-attr": "Let headers name cells of the same table.",
    "th-has-data-cells": "Take header cells without data away, or make them cells.",
    "table-duplicate-name": "Let caption and summary say different things.",
    "meta-viewport": "Let readers enlarge the text: take user-scalable=no away.",
    "video-caption": "Add captions to the video.",
}
"""By the name of Ace's or axe's rule."""
