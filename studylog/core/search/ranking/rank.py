"""How well a document answers a query: one formula, in whole steps that every machine takes alike.

For each word of the query the best way in which the document has it counts:

    rarity(word) × weight(way) × saturation(frequency, length)

A way of several terms is as frequent as the rarest of them, one of a span of terms as the most frequent. The
sum over the words, and over pairs of neighbours at NEIGHBOURS, is raised a little for what is newer. Nothing
here but + - × ÷ on doubles, in this order: `search.js` reaches the same sums to the last bit.
"""

FREQUENCY = (1.0, 2.5, 5.0, 10.0)
"""What a class of frequency stands for: how often a term comes, a title and a question counted more."""
LENGTH = (6.0, 12.0, 24.0, 48.0, 96.0, 192.0, 384.0, 768.0)
"""What a class of length stands for: so many words."""
# BM25: how soon more of the same says nothing new, how much length takes away, and which length is usual.
SATURATION, BY_LENGTH, USUAL_LENGTH = 1.2, 0.4, 48.0
NEWER, HALF_LIFE = 0.1, 120.0
"""By how much the newest documents are raised, and after how many days by half of that."""
NEIGHBOURS = 0.35
"""What two words of a query are worth in addition where they stand side by side in a text."""
PARTLY = 0.3
"""What half of a word's pairs are worth, out of 1 for the word."""


def rarity(documents: int, found: int) -> float:
    """How much it says that a document has a word which `found` of all documents have."""
    return _logarithm(1.0 + (documents - found + 0.5) / (found + 0.5))


def saturation(frequency: int, length: int) -> float:
    """How much it says that a document of a length has a term, as often as it has it; both are classes."""
    often = FREQUENCY[frequency]
    room = SATURATION * (1.0 - BY_LENGTH + BY_LENGTH * LENGTH[length] / USUAL_LENGTH)
    return often * (SATURATION + 1.0) / (often + room)


def freshness(day: int, newest: int) -> float:
    """By what a document of a day is raised, where another day is the newest; 1 for one without a day."""
    return 1.0 + NEWER * HALF_LIFE / (HALF_LIFE + (newest - day)) if day else 1.0


def _logarithm(number: float) -> float:
    """The logarithm to base 2, straight between powers of 2: libraries differ in the last digit of theirs."""
    power = 0.0
    while number >= 2.0:
        number /= 2.0
        power += 1.0
    return power + (number - 1.0)
