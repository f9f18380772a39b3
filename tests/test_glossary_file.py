"""The editor's glossary as a file: read, brought up to date, written; nothing that a person wrote is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ebook.errors import UsageProblem
from ebook.glossary_file import Entry, Listed, decisions_of, parse, render, update
from ebook.glossary_file.entries import KINDS, MARKS, STATES, identity, mistake_in
from ebook.glossary_file.update import changes
from ebook.markup import xml_legal
from ebook.model import Term

TOML, CSV = Path("glossary.toml"), Path("glossary.csv")
BOTH = pytest.mark.parametrize("path", [TOML, CSV], ids=["toml", "csv"])
SDU = Term(
    kind="abbreviation",
    term="SDU",
    meaning="Severn Dredging Unit",
    score=0.912,
    sentence="The Severn Dredging Unit (SDU) dug all night.",
    articles=("one.html",),
)
STAGE = Term(kind="definition", term="stage", meaning="The height of the water.", articles=("two.html",))
STAGE_ENTRY = Entry(
    term="stage",
    kind="definition",
    meaning="The height of the water.",
    state="found",
    article="two.html",
    score=1.0,
    found_term="stage",
    found_meaning="The height of the water.",
)
OWN = """\
# ours
order = "file"  # as we wrote it

[[term]] # the first
meaning = 'A low dam.'   # checked
term = "weir"
# a line of its own
also = [
  "weirs",  # more than one
]

# before the second

[[term]]
term = "SDU"
state = "forbidden"
# the end
"""


def updated(entries: tuple[Entry, ...], *found: Term, **more: object) -> tuple[Entry, ...]:
    facts = {
        "threshold": 0.75,
        "is_first": not entries,
        "is_elsewhere": lambda article: False,
        **more,
    }
    return update(entries, found, **facts)  # type: ignore[arg-type]


def read(text: str, path: Path = TOML) -> tuple[Entry, ...]:
    return parse(text.encode(), path).entries


# What must not change


def test_a_file_without_changes_keeps_its_bytes():
    for path, text in ((TOML, OWN), (CSV, "Term;meaning\r\nweir;A low dam.\r\n")):
        assert render(parse(text.encode(), path), path, text.encode()) == text.encode()


def test_comments_order_and_spelling_stay_when_entries_are_added():
    listed = parse(OWN.encode(), TOML)
    more = replace(listed, entries=(*listed.entries, *updated((), STAGE)))
    written = render(more, TOML, OWN.encode()).decode()
    assert written.startswith(OWN.rstrip("\n"))
    assert parse(written.encode(), TOML) == more


def test_comments_stay_above_the_table_that_they_are_about():
    listed = parse(OWN.encode(), TOML)
    first, second = listed.entries
    more = replace(listed, entries=(replace(first, note="ours", mark="gone"), second))
    written = render(more, TOML, OWN.encode()).decode()
    assert '# before the second\n\n[[term]]\nterm = "SDU"' in written
    assert ']\nnote = "ours"\nmark = "gone"\n\n# before' in written
    assert parse(written.encode(), TOML) == more


INLINE = """\
# ours
term = [ # of the river
  # the first
  { term = "weir", meaning = "A low dam." }, # beside it, not { term = "sill", meaning = "A step." }
  # { term = "dam", meaning = "A high weir." }
  { term = "sill", meaning = "A step." } # beside the other
  # the end
] # all
"""


def test_comments_of_tables_in_an_array_stay_when_entries_are_added():
    listed = parse(INLINE.encode(), TOML)
    more = replace(listed, entries=(*listed.entries, *updated((), STAGE)))
    written = render(more, TOML, INLINE.encode()).decode()
    assert parse(written.encode(), TOML) == more
    lines = written.splitlines()
    assert [line for line in lines if "#" in line] == [
        "# ours",
        "# of the river",
        "# the first",
        '[[term]]  # beside it, not { term = "sill", meaning = "A step." }',
        '# { term = "dam", meaning = "A high weir." }',
        "[[term]]  # beside the other",
        "# the end",
        "# all",
    ]


def test_columns_and_delimiter_of_a_spreadsheet_stay():
    text = "meaning;term\r\nA low dam.;weir\r\n"
    listed = parse(text.encode(), CSV)
    more = replace(listed, entries=(*listed.entries, *updated((), SDU)))
    written = render(more, CSV, text.encode())
    assert written.startswith(b'\xef\xbb\xbf"meaning";"term";"kind";')
    assert parse(written, CSV) == more


def test_lines_end_as_they_did():
    text = OWN.replace("\n", "\r\n")
    listed = parse(text.encode(), TOML)
    written = render(replace(listed, entries=(*listed.entries, *updated((), SDU))), TOML, text.encode()).decode()
    assert "\n" not in written.replace("\r\n", "") and written.startswith(text.rstrip("\r\n"))


TRICKY = [*"\r\n\t\x7f\x85\u2028\ufeff;,'\"\\ =+-@#[]{}"]
SIGNS = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), st.sampled_from(TRICKY)
)
PIECES = st.sampled_from(
    ["\r\n", "a\r\nb", '"""', "'" * 3 + "\n", "a; b", "\\;", '\'"a"', '\'"a\\rb"', "\\r", " ", "=1+1"]
)
TEXTS = st.one_of(st.just(""), PIECES, st.text(SIGNS, max_size=12)).filter(lambda text: xml_legal(text) == text)
SAID = st.one_of(PIECES, st.text(SIGNS, min_size=1, max_size=12)).filter(
    lambda text: text.strip() and xml_legal(text) == text
)
NAMES = SAID.map(lambda text: text if any(map(str.isalnum, text)) else f"{text}a{text}")
"""What a term, its forms and its meaning may be: not without a letter."""
ENTRIES = st.builds(
    Entry,
    term=NAMES,
    kind=st.sampled_from(["", *KINDS]),
    meaning=NAMES,
    state=st.sampled_from(["", *STATES]),
    article=TEXTS,
    also=st.lists(NAMES, max_size=3).map(tuple),
    see=st.lists(SAID, max_size=3).map(tuple),
    language=st.sampled_from(["", "en", "pt-BR"]),
    pronunciation=TEXTS,
    respelling=TEXTS,
    by=TEXTS,
    date=st.sampled_from(["", "2026-03-14", "14.03.2026", "spring"]),
    note=TEXTS,
    score=st.one_of(st.none(), st.floats(0, 1)),
    sentence=TEXTS,
    mark=st.sampled_from(["", *MARKS]),
    found_term=TEXTS,
    found_meaning=TEXTS,
    found_before=TEXTS,
    decided=st.sampled_from(["", "0a1b2c3d"]),
).filter(lambda entry: mistake_in(entry) is None)


PAIRS = st.tuples(ENTRIES, ENTRIES).filter(lambda pair: identity(pair[0]) != identity(pair[1]))


@BOTH
@settings(max_examples=100, deadline=None)
@given(entries=PAIRS)
def test_written_read_and_written_again_is_the_same(path: Path, entries: tuple[Entry, ...]):
    listed = Listed(entries=entries)
    written = render(listed, path)
    assert parse(written, path) == listed
    assert render(parse(written, path), path) == written
    assert render(listed, path, written) == written


@BOTH
@settings(max_examples=60, deadline=None)
@given(entries=PAIRS, fresh=st.lists(st.sampled_from([SDU, STAGE]), unique=True))
def test_words_of_a_person_survive_any_change_of_the_articles(
    path: Path, entries: tuple[Entry, ...], fresh: list[Term]
):
    written = tuple(replace(e, state="kept" if e.state == "found" else e.state) for e in entries)
    text, now = render(Listed(entries=written), path), written
    for found in ((), fresh, (SDU, STAGE), (replace(SDU, meaning="Some other words"),)):
        now = updated(now, *found)
        text = render(Listed(entries=now), path, text)
        assert parse(text, path).entries == now
    for old, new in zip(written, now, strict=False):
        assert old.state not in ("kept", "corrected", "forbidden") or new.state == old.state
        assert new.term == old.term or not old.term.strip()  # what is left empty follows the articles
        assert new.meaning == old.meaning or not old.meaning.strip()
        assert (new.also, new.see, new.note, new.by) == (old.also, old.see, old.note, old.by)
        assert (new.pronunciation, new.language) == (old.pronunciation, old.language)


@pytest.mark.parametrize(
    "forms",
    [("a;b", "c"), (" a ", "b\\"), ("\\;", "\\ x"), ("a\\ ", "; x"), ("C:\\weirs",), ("a\rb", "\x85c")],
)
def test_forms_with_semicolons_and_edges_are_read_as_they_were_written(forms: tuple[str, ...]):
    listed = Listed(
        entries=(Entry(term="weir", meaning="A low dam.", see=forms, also=tuple(f"{f}a{f}" for f in forms)),)
    )
    assert parse(render(listed, CSV), CSV) == listed


def test_lines_that_end_in_the_way_of_another_system_are_the_same_lines():
    written = render(Listed(entries=(Entry(term="weir", meaning="A low dam.", note="one\ntwo"),)), CSV)
    for end in (b"\r\n", b"\r"):
        assert parse(written.replace(b"one\ntwo", b"one" + end + b"two"), CSV).entries[0].note == "one\ntwo"


def test_what_no_spreadsheet_keeps_is_written_in_letters():
    listed = Listed(entries=(Entry(term="weir", meaning="A\rlow\x85dam"),))
    written = render(listed, CSV)
    assert r"A\rlow\u0085dam" in written.decode()
    assert parse(written, CSV) == listed


# Bringing up to date


def test_what_was_found_is_written_with_its_evidence():
    (entry,) = updated((), SDU)
    assert entry == Entry(
        term="SDU",
        kind="abbreviation",
        meaning="Severn Dredging Unit",
        state="found",
        article="one.html",
        score=0.91,
        sentence="The Severn Dredging Unit (SDU) dug all night.",
        found_term="SDU",
        found_meaning="Severn Dredging Unit",
    )


def test_the_head_of_a_new_file_says_what_holds():
    head = " ".join(render(Listed(entries=(STAGE_ENTRY,)), TOML).decode().partition("[[term]]")[0].split("\n# "))
    assert '"gone": no article explains it any more' in head
    assert "needs a term and what you say of it" in head
    assert mistake_in(Entry(term="weir", respelling="weer")) is None  # as the head says, no meaning is needed
    assert "is not in the book until you keep it" in head


def test_a_second_run_changes_nothing():
    once = updated((), SDU, STAGE)
    assert updated(once, SDU, STAGE) == once


def test_new_entries_come_last_and_say_so_until_somebody_decides():
    entries = updated(updated((), STAGE), SDU, STAGE)
    assert [(e.term, e.mark) for e in entries] == [("stage", ""), ("SDU", "new")]
    assert updated(entries, SDU, STAGE) == entries


def test_what_is_not_sure_enough_is_not_added_and_what_is_there_stays():
    unsure = replace(SDU, score=0.5)
    assert updated((), unsure) == ()
    there = updated((), unsure, threshold=0.4)
    assert updated(there, unsure) == there


def test_what_nobody_decided_follows_the_articles():
    (entry,) = updated(updated((), SDU), replace(SDU, meaning="Severn Digging Unit"))
    assert (entry.meaning, entry.found_meaning, entry.state, entry.mark) == (
        "Severn Digging Unit",
        "Severn Digging Unit",
        "found",
        "",
    )


def test_a_decision_stays_and_says_that_the_article_changed():
    kept = (replace(updated((), SDU)[0], meaning="Severn Dredgers", by="Ines", date="2026-03-14"),)
    (entry,) = updated(kept, replace(SDU, meaning="Severn Digging Unit", sentence="New words."))
    assert (entry.meaning, entry.state, entry.by, entry.mark) == ("Severn Dredgers", "corrected", "Ines", "changed")
    assert (entry.found_meaning, entry.sentence) == ("Severn Digging Unit", "New words.")


def test_what_was_kept_stays_kept_however_often_the_articles_change():
    entries = (replace(updated((), SDU)[0], state="kept"),)
    for meaning in ("Severn Digging Unit", "Severn Digging Unit", "Silt Digging Unit", "Silt Digging Unit"):
        entries = updated(entries, replace(SDU, meaning=meaning))
        assert (entries[0].state, entries[0].meaning) == ("kept", "Severn Dredging Unit")
        assert (entries[0].mark, entries[0].found_before) == ("changed", "Severn Dredging Unit")


@pytest.mark.parametrize("state", ["kept", "corrected", "forbidden"])
def test_a_decision_takes_the_mark_of_what_is_new_away(state: str):
    (_, entry) = updated(updated((), STAGE), SDU, STAGE)
    decided = (replace(entry, state=state),)
    assert updated(decided, SDU)[0].mark == ""
    assert updated(decided, is_elsewhere=lambda article: True)[0].mark == ""
    assert updated((replace(entry, meaning="Severn Dredgers"),), SDU)[0].mark == ""


@pytest.mark.parametrize(
    "decision",
    [
        {"meaning": "Severn Dredging Union"},
        {"term": "S.D.U."},
        {"state": "forbidden"},
        {"mark": ""},
        {"state": "found", "meaning": "Severn Digging Unit"},
    ],
)
def test_a_decision_takes_the_mark_of_a_change_away(decision: dict[str, str]):
    digging = replace(SDU, meaning="Severn Digging Unit")
    (entry,) = updated((replace(updated((), SDU)[0], meaning="Severn Dredgers"),), digging)
    assert updated((entry,), digging) == (entry,)
    (after,) = updated((replace(entry, **decision),), digging)  # type: ignore[arg-type]
    assert (after.mark, after.found_before, after.decided) == ("", "", "")
    assert updated((after,), digging) == (after,)


def test_an_article_that_says_what_the_editor_says_asks_for_no_decision():
    corrected = (replace(updated((), SDU)[0], meaning="Severn Dredgers"),)
    (entry,) = updated(corrected, replace(SDU, meaning="Severn Dredgers"))
    assert (entry.state, entry.meaning, entry.mark) == ("corrected", "Severn Dredgers", "")
    kept = updated((replace(updated((), SDU)[0], state="kept"),), replace(SDU, meaning="Severn Digging Unit"))
    assert updated(kept, SDU)[0].mark == ""


def test_a_change_is_told_in_the_run_that_finds_it_and_not_again():
    digging = replace(SDU, meaning="Severn Digging Unit")
    before = (replace(updated((), SDU)[0], state="kept"),)
    now = updated(before, digging, STAGE)
    assert [(e.term, e.found_before, e.found_meaning) for e in changes(before, now)] == [
        ("SDU", "Severn Dredging Unit", "Severn Digging Unit")
    ]
    assert changes(now, updated(now, digging, STAGE)) == ()


def test_a_change_waits_while_the_article_does_not_explain_the_term():
    digging = replace(SDU, meaning="Severn Digging Unit")
    changed = updated((replace(updated((), SDU)[0], state="kept"),), digging)
    (gone,) = updated(changed)
    assert gone.mark == "gone"
    assert updated((gone,), digging) == changed


def test_a_comment_beside_a_mark_stays_when_the_mark_goes():
    text = render(Listed(entries=updated((STAGE_ENTRY,), SDU, STAGE)), TOML).decode()
    text = text.replace('mark = "new"', 'mark = "new"  # ask Ines').replace('state = "found"', 'state = "kept"')
    now = updated(read(text), SDU, STAGE)
    written = render(Listed(entries=now), TOML, text.encode())
    assert b'mark = ""  # ask Ines' in written
    assert parse(written, TOML).entries == now


def test_what_is_gone_is_marked_and_what_is_back_is_not():
    gone = updated(updated((), SDU, STAGE), STAGE)
    assert [(e.term, e.mark) for e in gone] == [("SDU", "gone"), ("stage", "")]
    assert [e.mark for e in updated(gone, SDU, STAGE)] == ["", ""]


def test_nothing_is_said_of_articles_that_were_left_out():
    entries = updated((), SDU, STAGE)
    assert updated(entries, STAGE, is_elsewhere=lambda article: article == "one.html") == entries


def test_an_own_entry_stays_as_it_was_written_and_needs_no_second_one():
    own = read('[[term]]\nterm = "SDU"\nmeaning = "Small Dry Upland"\n')
    assert updated(own, SDU) == own
    assert updated(read('[[term]]\nterm = "SDU"\nstate = "forbidden"\n'), SDU)[1:] == ()


def test_what_an_author_marked_is_listed_beside_an_own_entry_of_other_words():
    own = Entry(term="SDU", meaning="Severn Dredging Union")
    assert updated((own,), SDU) == (own,)
    listed, found = updated((own,), replace(SDU, source="marked"))
    assert (listed, found.term, found.meaning, found.state) == (own, "SDU", "Severn Dredging Unit", "found")
    assert updated((replace(own, article="one.html"),), replace(SDU, source="marked")) == (
        replace(own, article="one.html"),
    )
    assert updated((listed, found), replace(SDU, source="marked"))[0] == own


def test_an_own_entry_was_never_found_and_so_is_never_gone():
    own = read('[[term]]\nterm = "SDU"\nmeaning = "Small Dry Upland"\narticle = "on.html"\n')
    (entry, other) = updated(own, SDU)
    assert (entry, other.mark) == (own[0], "new")
    assert updated((replace(entry, mark="gone"),), SDU)[0] == entry


def test_what_is_said_besides_is_kept_while_the_meaning_follows():
    said = (replace(updated((), SDU)[0], also=("SDUs",), respelling="ess-dee-YOU"),)
    (entry,) = updated(said, replace(SDU, meaning="Severn Digging Unit"))
    assert (entry.also, entry.respelling, entry.meaning) == (("SDUs",), "ess-dee-YOU", "Severn Digging Unit")


# What a build takes


@pytest.mark.parametrize(
    ("table", "state"),
    [
        ('term = "SDU"\nmeaning = "x y"\n', "stated"),
        ('term = "SDU"\nmeaning = "x y"\nstate = "kept"\n', "stated"),
        ('term = "SDU"\nstate = "forbidden"\n', "forbidden"),
        ('term = "SDU"\nrespelling = "ess"\n', ""),
        ('term = "SDU"\nmeaning = "x y"\nstate = "found"\nfound-term = "SDU"\nfound-meaning = "x y"\n', ""),
        ('term = "SDU"\nmeaning = ""\nstate = "found"\nfound-term = "SDU"\nfound-meaning = "x y"\n', ""),
        ('term = "SDU"\nmeaning = "x z"\nstate = "found"\nfound-term = "SDU"\nfound-meaning = "x y"\n', "stated"),
        ('term = "SDUs"\nmeaning = "x y"\nstate = "found"\nfound-term = "SDU"\nfound-meaning = "x y"\n', "stated"),
        (
            'term = "SDU"\nmeaning = "x y"\nstate = "forbidden"\nfound-term = "SDU"\nfound-meaning = "x y"\n',
            "forbidden",
        ),
    ],
)
def test_a_decision_is_told_from_what_the_program_wrote(table: str, state: str):
    (decision,) = decisions_of(parse(f"[[term]]\n{table}".encode(), TOML))
    assert decision.state == state


# Mistakes


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("x = [", 1, "no valid TOML"),
        ('order = "file"\nterms = 1\n', 2, "unknown key “terms”"),
        ('\norder = "backwards"\n', 2, "no order"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\n\n[[term]]\nterm = "c"\nmeanin = "d"\n', 7, "Did you mean “meaning”?"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\norder = "file"\n', 4, "Move the line above the first [[term]]"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\norder = ["a"]\n', 4, "Move the line above the first [[term]]"),
        ('order = ["a"]\n[[term]]\nterm = "a"\nmeaning = "b"\n', 1, 'order = "file" keeps the order'),
        ('[[term]]\nterm = "a"\nmeaning = 5\n', 3, "must be text"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nalso = "c"\n', 4, 'also = ["…"]'),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nscore = 2\n', 4, "a number from 0 to 1"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nstate = "keep"\n', 4, "Did you mean “kept”?"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nkind = "word"\n', 4, "no kind"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nlanguage = "e n"\n', 4, "no language tag"),
        ('[[term]]\nterm = "a"\nmeaning = "b\\u0001"\n', 3, "control character"),
        ('[[term]]\nmeaning = "b"\n', 1, "without a term"),
        ('[[term]]\nterm = "a"\n', 2, "nothing is said of “a”"),
        ('[[term]]\nterm = "a"\nstate = "kept"\n', 3, "without a meaning"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\n[[term]]\nterm = "a"\nmeaning = "B."\n', 5, "a second table"),
        ('[[term]]\nmeaning = "b"\nterm = "\u200b"\n', 3, "“term” has no letter, digit or symbol"),
        ('[[term]]\nterm = "\u0301"\nmeaning = "b"\n', 2, "“term” has no letter"),
        ('[[term]]\nterm = ";"\nmeaning = "b"\n', 2, "“term” has no letter"),
        ('[[term]]\nterm = "\u3164\u2800"\nstate = "forbidden"\n', 2, "“term” has no letter"),
        ('[[term]]\nterm = "a"\nmeaning = "\u2060…"\n', 3, "“meaning” has no letter"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\nalso = ["c", "\u00ad"]\n', 4, "“also” has no letter"),
        ("term = 5\n", 1, "must hold tables"),
        ('[[term]]\nterm = "a"\nmeaning = "b"\n\n[[entry]]\nterm = "c"\n', 5, "unknown key “entry”"),
    ],
)
def test_a_mistake_in_toml_has_its_line(text: str, line: int, said: str):
    with pytest.raises(UsageProblem) as raised:
        parse(text.encode(), TOML)
    assert f"glossary.toml, line {line}: " in raised.value.line()
    assert said in raised.value.line()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (b"word,meaning\na,b\n", 1, "no column “term”"),
        (b"term,meaning,notes\na,b,c\n", 1, "Did you mean “note”?"),
        (b"term,meaning,term\na,b,c\n", 1, "twice"),
        (b"order,term,meaning\n1,b,c\n", 1, 'glossary-order = "file"'),
        (b'term,meaning\n"a\nb",c\nd,e,f\n', 4, "below no name"),
        (b"term,meaning,state\na,b,\na,c,keep\n", 3, "Did you mean “kept”?"),
        (b"term,meaning,score\na,b,much\n", 2, "a number from 0 to 1"),
        (b"term,meaning\na,b\n\na,b\n", 4, "a second line"),
        (b'term,meaning\na,"b\n', 2, "no CSV"),
        (b"term,meaning\na,\xff\n", 2, "not UTF-8"),
        (b"term,meaning\na,b\0\n", 2, "character"),
        (b'term,meaning\na,b\n";",c\n', 3, "“term” has no letter, digit or symbol"),
        ("term,meaning,also\na,b,c; \u200b\n".encode(), 2, "“also” has no letter"),
    ],
)
def test_a_mistake_in_csv_has_its_line(text: bytes, line: int, said: str):
    with pytest.raises(UsageProblem) as raised:
        parse(text, CSV)
    assert f"glossary.csv, line {line}: " in raised.value.line()
    assert said in raised.value.line()


@pytest.mark.parametrize("text", ['x = "\\ud800"\n', "[" * 5000, "\0", "[[term]]\n[term]\n"])
def test_odd_toml_is_one_line(text: str):
    with pytest.raises(UsageProblem) as raised:
        parse(text.encode(), TOML)
    assert "\n" not in raised.value.line()


# CSV in spreadsheets


def test_no_cell_is_a_formula_for_a_spreadsheet():
    entries = tuple(Entry(term=f"{sign}1+1", meaning="x") for sign in "=+-@")
    written = render(Listed(entries=entries), CSV)
    assert written.startswith(b'\xef\xbb\xbf"term","kind","meaning"') and b"\r\n" in written
    assert [line[:3] for line in written.decode("utf-8-sig").splitlines()[1:]] == ["\"'=", "\"'+", "\"'-", "\"'@"]
    assert parse(written, CSV).entries == entries


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(encoding: str):
    text = 'TERM\tMeaning\tAlso\tScore\r\nweir\tA low dam, or "sill"\tweirs; dams\t0,5\r\n\t\t\t\r\n'.replace('"', "”")
    (entry,) = parse(text.encode(encoding), CSV).entries
    assert (entry.term, entry.meaning, entry.also, entry.score) == (
        "weir",
        "A low dam, or ”sill”",
        ("weirs", "dams"),
        0.5,
    )


@pytest.mark.parametrize("term", ["C", "5", "€", "→", "§", "%", "&", "水", "ฝน", "e\u0301", "\u200eשלום", "क्", "😀"])
def test_one_letter_digit_or_symbol_is_a_term(term: str):
    assert mistake_in(Entry(term=term, meaning=term, also=(term,))) is None


@BOTH
def test_what_an_article_says_is_read_again_whatever_it_is(path: Path):
    odd = Term(term=";", meaning="…", kind="definition", score=1.0, articles=("a.html",))
    entries = update((), [odd], threshold=0.5, is_first=True, is_elsewhere=lambda article: False)
    listed = parse(render(Listed(entries=entries), path), path)
    assert listed.entries == entries
