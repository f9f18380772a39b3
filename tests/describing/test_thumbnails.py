"""Small copies: a picture that cannot be opened goes as it is, and stops nobody."""

from __future__ import annotations

from PIL import Image as Pillow

from ebook.describing.thumbnails import small_copy
from ebook.model import Image
from tests.books import picture


def test_picture_too_large_to_be_opened_goes_as_it_is(monkeypatch):
    image = Image(reference="a.png", media_type="image/png", data=picture(size=(400, 300)))
    assert small_copy(image)[1] != image.data
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 1000)
    assert small_copy(image) == ("image/png", image.data)
