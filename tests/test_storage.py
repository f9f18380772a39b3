"""Files are written whole or not at all."""

from __future__ import annotations

import stat

import pytest

from ebook.errors import EnvironmentProblem, UsageProblem
from ebook.storage import check_target, is_file, write_whole


def test_file_is_written_with_the_folders_above_it(tmp_path):
    write_whole(tmp_path / "a" / "b" / "book.epub", b"new")
    assert (tmp_path / "a" / "b" / "book.epub").read_bytes() == b"new"


def test_older_file_is_replaced_and_nothing_else_is_left(tmp_path):
    (tmp_path / "book.epub").write_bytes(b"old")
    write_whole(tmp_path / "book.epub", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("book.epub", b"new")]


def test_link_stays_a_link(tmp_path):
    (tmp_path / "real.epub").write_bytes(b"old")
    (tmp_path / "link.epub").symlink_to("real.epub")
    write_whole(tmp_path / "link.epub", b"new")
    assert (tmp_path / "link.epub").is_symlink() and (tmp_path / "real.epub").read_bytes() == b"new"


def test_book_can_be_read_by_everybody(tmp_path):
    write_whole(tmp_path / "book.epub", b"new")
    assert stat.S_IMODE((tmp_path / "book.epub").stat().st_mode) & 0o444 == 0o444


def test_place_that_cannot_be_written_is_an_environment_problem(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        write_whole(tmp_path / "file" / "book.epub", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_folder_and_inputs_are_no_targets(tmp_path):
    (tmp_path / "a.html").write_bytes(b"x")
    with pytest.raises(UsageProblem, match="is a folder"):
        check_target(tmp_path)
    with pytest.raises(UsageProblem, match="one of the inputs"):
        check_target(tmp_path / "a.html", inputs=("-", str(tmp_path / "a.html")))
    check_target(tmp_path / "new.epub", inputs=("-", str(tmp_path / "a.html"), str(tmp_path / "gone.html")))


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x/" * 3000, "missing", "."])
def test_no_file_is_under_a_name_that_no_disk_holds(tmp_path, name):
    (tmp_path / "there").write_bytes(b"")
    assert is_file(tmp_path / "there")
    assert not is_file(tmp_path / name)
