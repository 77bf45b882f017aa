"""What stands around every page: its nouns, and how much there is of each."""

from studylog.core.digest.frame import NOUNS, count_rule, nouns_without


def test_a_style_tells_of_which_nouns_there_is_nothing() -> None:
    style = "\n".join(count_rule(noun, at % 2) for at, noun in enumerate(NOUNS))
    assert nouns_without(style) == set(list(NOUNS)[::2])
    assert nouns_without("") == set()
