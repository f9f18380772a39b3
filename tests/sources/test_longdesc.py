"""What `longdesc` names beside the page, or holds itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from ebook.pictures import DESCRIPTION
from ebook.sources.longdesc import LARGEST, take_description


def taken(address: str, folder: Path | None = None, root: Path | None = None) -> str:
    image = etree.Element("img", longdesc=address)
    found = take_description(image, folder, root or folder)
    assert found == (image.get(DESCRIPTION) is not None)
    return image.get(DESCRIPTION, "")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("data:text/html,%3Cp%3EIt%20fell%20in%20%3Cb%3EJune%3C%2Fb%3E.%3C%2Fp%3E", "<b>June</b>"),
        ("data:text/plain;charset=utf-8,It%20fell%20%3Cb%3E", "It fell &lt;b&gt;"),
        ("data:,It%20fell", "<p>It fell</p>"),
        ("data:text/html;base64,PHA+SnVuZTwvcD4=", "<p>June</p>"),
        ("data:text/html,%3Cp%20onclick%3D'x'%3EJune%3Cscript%3Ex%3C%2Fscript%3E", "June"),
    ],
)
def test_data_is_read(address, words):
    found = taken(address)
    assert words in found.replace(' data-source-line="1"', "") and "script" not in found


def test_file_beside_the_page_is_read(tmp_path):
    (tmp_path / "rain.html").write_text("<html><body><nav>Home</nav><p>All</p><div id='may'>In May</div></body></html>")
    (tmp_path / "rain.txt").write_text("One\n\nTwo & three")
    assert "<p" in taken("rain.html", tmp_path) and "Home" not in taken("rain.html", tmp_path)
    assert "In May" in (found := taken("rain.html#may", tmp_path)) and "All" not in found
    assert "<p>Two &amp; three</p>" in taken("rain.txt", tmp_path).replace(' data-source-line="1"', "")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#d",
        "https://example.org/d.html",
        "//example.org/d.html",
        "/etc/hostname.txt",
        "gone.html",
        "../out.html",
        "pic.png",
        "data:image/png,x",
    ],
)
def test_what_is_not_there_not_text_or_out_of_the_folder_is_not(address, tmp_path):
    (tmp_path / "out.html").write_text("<p>Secret</p>")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "pic.png").write_bytes(b"x")
    assert taken(address, inside) == ""


def test_huge_file_is_not(tmp_path):
    (tmp_path / "rain.html").write_text("<p>" + "x" * LARGEST)
    assert taken("rain.html", tmp_path) == ""
