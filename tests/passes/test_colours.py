"""Where a page tells things apart by colour, somebody must look; house colours and emphasis say nothing."""

from __future__ import annotations

import pytest

from ebook.passes.colours import colours
from tests.tools import check_finds, check_noop


@pytest.mark.parametrize(
    "body",
    [
        "<p>The red bridge was closed.</p>",
        '<p><span style="color: #333">All</span> in <font color="#555555">grey</font>.</p>',
        '<p>One <font color="red">warning</font>, as emphasis.</p>',
        '<p><a href="a.html"><span style="color:#1155cc">A link</span></a> and <a href="b.html"><font color="red">one</font></a></p>',
        '<table><tr bgcolor="#336699"><td>a</td><td>b</td></tr><tr bgcolor="#eeeeff"><td>c</td><td>d</td></tr></table>',
        '<table><tr><td bgcolor="red">a</td><td>b</td></tr><tr><td bgcolor="red">c</td><td>d</td></tr></table>',
        '<ul><li style="color:red">a</li><li style="color:#ff0000">b</li></ul>',
        '<pre><span style="color:red">if</span> <span style="color:green">x</span></pre>',
        "<p>Streets shown in red were closed.</p>",
    ],
)
def test_colours_that_tell_nothing_apart_stay_unmentioned(body: str) -> None:
    check_noop(colours, body)


@pytest.mark.parametrize(
    "body",
    [
        '<table><tr><td bgcolor="#f00"></td><td>a</td></tr></table>',
        '<table><tr><td style="background: green">1</td><td bgcolor="red">2</td></tr><tr><td bgcolor="red">3</td><td>4</td></tr></table>',
        '<ul><li style="color:#c00">a</li><li><font color="#080">b</font></li></ul>',
        '<p><font color="red">Mill Lane</font>, <span style="color: green">High Street</span></p>',
        '<p>Streets shown in red were closed: <font color="red">Mill Lane</font>, High Street.</p>',
    ],
)
def test_what_only_a_colour_says_is_reported(body: str) -> None:
    check_finds(colours, body, "colour.dropped")
