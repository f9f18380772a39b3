"""Words with which authors introduce a short form or its expansion, in the languages of `grammar`."""

from __future__ import annotations

import re

TOLD = re.compile(
    r"(?:(?:also|formerly|previously|then|now|hereafter|hereinafter|henceforth|or|for|i\.e\.,?|that is,?|short for|"
    r"stands? for|abbreviated(?: as| to)?|abbreviation|acronym|in English|known as|called|the|"
    r"ci-après|sigle|en anglais|dite?|en abrégé|la|le|l'|"
    r"por sus siglas(?: en inglés)?,?|en adelante|siglas|también|el|in sigla|em inglês|"
    r"kurz|abgekürzt|engl\.|auf Englisch|oder|der|die|das|afgekort|ook wel|"
    r"forkortet|eller|i det følgende|den|det)\s*[:,]?\s+)+",
    re.I,
)
"""What may stand in a bracket before what it explains."""
INTRODUCED = re.compile(
    r"(?:,|\s[–—-])?(?<!\s)\s+(?:"
    r"(?:which\s+is\s+|is\s+|are\s+)?(?:also\s+|commonly\s+|better\s+|usually\s+|generally\s+|otherwise\s+|often\s+)?"
    r"(?:known|referred\s+to)\s+as|"
    r"(?:often\s+|commonly\s+|usually\s+)?abbreviated(?:\s+(?:as|to))?|or\s+simply|hereafter|"
    r"connue?s?\s+sous\s+le\s+nom\s+de|abrégée?\s+en|en\s+abrégé|kurz|abgekürzt|genannt|"
    r"conocid[oa]s?\s+como|abreviad[oa]s?|kendt\s+som|forkortet|afgekort(?:\s+als)?|not[oa]\s+come|in\s+sigla|"
    r"conhecid[oa]s?\s+como)\s+"
    r"(?:the\s+|as\s+|[‘“\"'«])?([^\W\d_][\w&./-]{1,11})\b"
)
SIGNS = (
    "known as",
    "referred to as",
    "abbreviated",
    "or simply",
    "hereafter",
    "connu",
    "abrég",
    "kurz",
    "abgekürzt",
    "genannt",
    "conocid",
    "abreviad",
    "kendt som",
    "forkortet",
    "afgekort",
    "come",
    "in sigla",
    "conhecid",
)
"""One of these stands in every such phrase; to look around them takes a tenth of the pattern's time."""
ACRONYM = re.compile(r"(?<![\w&.-])[A-Z](?:[A-Z0-9&.][\w&.]{0,8}+(?<=[A-Z0-9])|[A-Z0-9])(?![\w-])")
"""What may be a short form that no bracket marks."""
OR = re.compile(r",?\s(?:or|ou|oder|o|eller|of)\s$")
"""Before another name: "the gross domestic product, or GDP, fell"."""
ORS = tuple(f" {word} " for word in ("or", "ou", "oder", "o", "eller", "of"))
"""The same, to look for quickly."""
APPOSED = re.compile(r"(?:,|\s[–—])\s(?:the\s|l[ae]\s|el\s|die\s|der\s|das\s)?$")
"""Before a short form between commas or dashes behind its long form."""
DASHES = (" –", " —")
AHEAD = re.compile(
    r"(?:,|\s[–—])\s"
    r"(?:(?:or|ou|oder|o|of|eller|also|i\.e\.,?|that is,?|c['’]est-à-dire|d\.\s?h\.|es decir,?|ossia|cioè)\s)?"
    r"([^,;.:()–—]{6,90})(?=,|\s[–—]|[;.)])"
)
"""Behind a short form: its long form between commas or dashes."""
LINE = re.compile(r"^\W{0,3}([^\W_][\w&./-]{1,11})\s?(?::|–|—|-)\s+([^\n]{6,100}?)\.?$", re.M)
"""A line of a list: "GDP: gross domestic product"."""
