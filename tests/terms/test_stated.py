"""What a sentence says of a term that its author marked as defined there."""

import pytest

from ebook.terms import meaning_of


@pytest.mark.parametrize(
    ("language", "term", "sentence", "meaning"),
    [
        ("en", "gate", "A gate is a sliding door that holds back water.", "a sliding door that holds back water"),
        ("en", "Weirs", "Weirs are low dams across a river.", "low dams across a river"),
        ("en", "thalweg", "The thalweg: the deepest line of a river.", "the deepest line of a river"),
        ("en", "iron man", "By “iron man” we mean a speaker who speaks twice.", "a speaker who speaks twice"),
        ("en", "head race", "Engineers call the upper water the head race.", "the upper water"),
        ("de-AT", "Polder", "Unter Polder versteht man Land, das ein Deich schützt.", "Land, das ein Deich schützt"),
        ("de", "Polder", "Ein Polder ist trockenes Land hinter Deichen.", "trockenes Land hinter Deichen"),
        ("fr", "limicole", "Un limicole est un petit échassier de la vase.", "un petit échassier de la vase"),
        ("ja", "流量", "流量とは、一秒間に流れる水の量のことである。", "一秒間に流れる水の量"),
        ("ja", "堤防", "堤防は、水があふれないように築いたものをいう。", "水があふれないように築いたもの"),
        ("zh", "流域", "流域是指河流及其支流流经的地区。", "河流及其支流流经的地区"),
        ("ru", "паводок", "Паводок — это быстрый подъём воды.", "быстрый подъём воды"),
        ("en", "groyne", "A groyne keeps sand in place.", ""),
        ("en", "overfall", "Water that flows over the weir (the overfall) is measured.", ""),
    ],
)
def test_meaning_of_a_marked_term_is_cut_from_its_sentence(
    language: str, term: str, sentence: str, meaning: str
) -> None:
    assert meaning_of(term, sentence, language) == meaning


@pytest.mark.parametrize("term", ["", "(", "a*", "流", "\\", "x" * 300])
def test_odd_terms_do_no_harm(term: str) -> None:
    assert isinstance(meaning_of(term, f"The {term} is a door.", "en"), str)
