"""Memory that was needed for a while, handed back to the system."""

from contextlib import suppress


def give_back() -> None:
    """Hands memory that is free back to the system, where the C library can be asked for that.

    What a first index took lies scattered between what stays: left alone, the allocator keeps all of it,
    beside the workers that make pages.
    """
    # Late: only who has made something large needs it.
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
