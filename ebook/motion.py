"""How often a moving picture flashes: WCAG 2.3.1 (three flashes in a second, or below) worked out from its frames.

A flash is a pair of opposing changes of relative luminance by a tenth or more, the darker of the two below 0.80; or
a pair of opposing changes to or from a saturated red. It counts where a quarter of the picture or more flashes at
once: a reader may enlarge a picture until it fills the view, so no picture is too small to count.
"""

from __future__ import annotations

import io
import re
import struct
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

MOST_FRAMES = 1200
"""Frames that are looked at; of a longer picture nothing is proven."""
MOST_PIXELS = 300_000_000
"""Pixels of all frames together that are decoded: some seconds of work."""
GRID = 12
"""Cells of a picture's side that are looked at: finer patterns than that do not count as a flash of a whole area."""
MOST_CHANGES = 6
"""Opposing changes in a second that are three flashes; more is a hazard."""
AREA = 0.25
_CHANGE, _DARK = 0.1, 0.8
_RED_CHANGE = 20.0
_SECOND = 1000
_LEAST_DURATION, _USUAL_DURATION = 20, 100
"""Milliseconds: browsers show frames that state less than 20 ms for 100 ms."""

_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    EOFError,
    SyntaxError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
)
"""What Pillow's decoders raise for damaged pictures."""

Pixel = tuple[int, int, int]
_LINEAR = tuple(c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in range(256))


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What the frames of a picture show."""

    frames: int = 1
    changes: int = 0
    """The most opposing changes within a second that a quarter of the picture makes at once: two are a flash."""
    known: bool = True
    """Whether every frame could be looked at."""

    @property
    def flashing(self) -> bool:
        """More than three flashes in a second."""
        return self.changes > MOST_CHANGES

    @property
    def flashes(self) -> int:
        """Flashes in the worst second."""
        return (self.changes + 1) // 2


STILL = Motion()


_SMIL = re.compile(rb"<(?:[\w.-]+:)?(?:animate\w*|set|script)\b|\son\w+\s*=")
"""What moves or may move in a drawing, whatever prefix its elements have."""
_SCRIPT = re.compile(rb"<(?:[\w.-]+:)?(?:script|foreignObject)\b|\son\w+\s*=|href\s*=\s*[\"']\s*javascript:", re.I)
_STYLED = re.compile(rb"(?:^|[\s;{\"'-])(?:animation(?:-name)?|transition(?:-property)?)\s*:", re.I)


def drawing_may_move(data: bytes) -> bool:
    """Whether an SVG has the marks of an animation: its elements, a script, or an animated style."""
    return bool(_SMIL.search(data) or _STYLED.search(data))


def drawing_may_act(data: bytes) -> bool:
    """Whether an SVG has the marks of a script."""
    return bool(_SCRIPT.search(data))


def may_move(data: bytes, media_type: str) -> bool:
    """Whether a picture's file has the marks of an animation; cheap, and sure for PNG and WebP."""
    if media_type == "image/gif":
        return True  # only a decoder can count the frames
    if media_type in ("image/png", "image/apng"):
        return b"acTL" in data[: max(0, data.find(b"IDAT"))]
    return media_type == "image/webp" and b"ANIM" in data


def motion(data: bytes, media_type: str) -> Motion:
    """How a picture moves; a picture that cannot be read is not known."""
    if not may_move(data, media_type):
        return STILL
    try:
        with Image.open(io.BytesIO(data)) as picture:
            count = int(getattr(picture, "n_frames", 1))
            if count < 2:
                return STILL
            if count > MOST_FRAMES or count * picture.width * picture.height > MOST_PIXELS:
                return Motion(frames=count, known=False)
            return Motion(frames=count, changes=_worst(*_frames(picture, count)))
    except _BROKEN:
        return Motion(frames=2, known=False)


def _frames(picture: Image.Image, count: int) -> tuple[list[list[Pixel]], list[int]]:
    """The frames as grids of colours on white, and how long each is shown in milliseconds."""
    grids: list[list[Pixel]] = []
    durations: list[int] = []
    for number in range(count):
        picture.seek(number)
        frame = Image.new("RGB", picture.size, "white")
        shown = picture.convert("RGBA")
        frame.paste(shown, mask=shown)
        small = frame.resize((GRID, GRID), Image.Resampling.BOX).tobytes()
        grids.append([(small[i], small[i + 1], small[i + 2]) for i in range(0, len(small), 3)])
        stated = int(picture.info.get("duration") or 0)
        durations.append(stated if stated >= _LEAST_DURATION else _USUAL_DURATION)
    return grids, durations


def _worst(grids: Sequence[Sequence[Pixel]], durations: Sequence[int]) -> int:
    """The most changes in a second that a quarter of the cells make at once; the picture is shown in a loop."""
    rounds = 1 + max(1, -(-_SECOND // max(1, sum(durations))))
    times: list[int] = []
    now = 0
    for duration in list(durations) * rounds:
        times.append(now)
        now += duration
    needed = max(1, int(AREA * GRID * GRID))
    worst = 0
    for measure in (_luminances, _reds):
        cells = [measure([grid[cell] for grid in grids]) * rounds for cell in range(GRID * GRID)]
        step = _CHANGE if measure is _luminances else _RED_CHANGE
        dark = _DARK if measure is _luminances else float("inf")
        counts = sorted((_most_changes(values, times, step, dark) for values in cells), reverse=True)
        worst = max(worst, counts[needed - 1])
    return worst


def _luminances(colours: Sequence[Pixel]) -> list[float]:
    return [0.2126 * _LINEAR[r] + 0.7152 * _LINEAR[g] + 0.0722 * _LINEAR[b] for r, g, b in colours]


def _reds(colours: Sequence[Pixel]) -> list[float]:
    """How red: (R - G - B) x 320 of saturated reds, 0 of all other colours (WCAG 2.2, red flash)."""
    result = []
    for colour in colours:
        r, g, b = (_LINEAR[c] for c in colour)
        saturated = r / total >= 0.8 if (total := r + g + b) else False
        result.append(max(0.0, r - g - b) * 320 if saturated else 0.0)
    return result


def _most_changes(values: Sequence[float], times: Sequence[int], step: float, dark: float) -> int:
    """The most opposing changes of at least `step` that one cell makes within a second."""
    recent: deque[int] = deque()
    most = direction = 0
    extreme = values[0]
    for value, time in zip(values, times, strict=True):
        change = value - extreme
        if direction and change * direction > 0:
            extreme = value  # further the same way: still one change
        elif abs(change) >= step and min(value, extreme) < dark:
            direction = 1 if change > 0 else -1
            extreme = value
            recent.append(time)
            while recent[0] <= time - _SECOND:
                recent.popleft()
            most = max(most, len(recent))
    return most
