"""Flashes in moving pictures: WCAG 2.3.1, three in a second or fewer."""

from __future__ import annotations

import pytest

from ebook.motion import STILL, motion
from tests.claimed import moving, picture

TYPES = {"GIF": "image/gif", "PNG": "image/png", "WEBP": "image/webp"}


@pytest.mark.parametrize("form", TYPES)
def test_still_picture_does_not_move(form):
    assert motion(picture(form), TYPES[form]) == STILL


@pytest.mark.parametrize("form", TYPES)
def test_quick_change_between_light_and_dark_flashes(form):
    found = motion(moving(100, form=form), TYPES[form])
    assert found.known and found.flashing and found.flashes >= 4


@pytest.mark.parametrize(
    ("milliseconds", "flashing"), [(50, True), (100, True), (140, True), (170, False), (250, False), (1000, False)]
)
def test_three_flashes_in_a_second_are_allowed(milliseconds, flashing):
    assert motion(moving(milliseconds), "image/gif").flashing == flashing


def test_frames_without_a_time_are_shown_as_browsers_show_them():
    assert motion(moving(0), "image/gif").flashing


@pytest.mark.parametrize("part", [0.05, 0.15])
def test_small_area_does_not_count(part):
    assert not motion(moving(100, part=part), "image/gif").flashing


@pytest.mark.parametrize("part", [0.3, 0.6, 1.0])
def test_quarter_of_the_picture_counts(part):
    assert motion(moving(100, part=part), "image/gif").flashing


@pytest.mark.parametrize(
    ("colours", "flashing"),
    [
        (("#000000", "#303030"), False),  # less than a tenth of the luminance
        (("#f0f0f0", "#ffffff"), False),  # both bright
        (("#ff0000", "#404040"), True),
        (("#ff0000", "#7b2b2b"), True),  # a saturated red comes and goes
        (("#777777", "#888888"), False),
    ],
)
def test_which_changes_are_flashes(colours, flashing):
    assert motion(moving(100, colours=colours), "image/gif").flashing == flashing


def test_slow_rise_is_no_flash():
    colours = [f"#{n:02x}{n:02x}{n:02x}" for n in range(0, 250, 10)]
    assert not motion(moving(100, colours=colours), "image/gif").flashing


@pytest.mark.parametrize("data", [b"", b"GIF89a"])
def test_picture_that_cannot_be_read_is_not_known(data):
    assert not motion(data, "image/gif").known


def test_other_files_are_not_opened():
    assert motion(moving(100), "image/jpeg") == STILL
