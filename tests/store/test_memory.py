"""Memory that was needed for a while is handed back."""

import platform
from pathlib import Path

import pytest

from studylog.store.memory import give_back

PIECES, SIZE = 20_000, 4_000


def resident() -> int:
    """The bytes of this process that are in memory, by Linux."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="no C library that could be asked")
def test_what_lies_free_between_what_stays_goes_back() -> None:
    pieces = [bytes([number % 255 + 1]) * SIZE for number in range(PIECES)]
    stays = pieces[::20]
    del pieces
    before = resident()
    give_back()
    assert resident() < before - PIECES * SIZE // 2
    assert len(stays) == PIECES // 20
