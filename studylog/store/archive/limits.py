"""How much an archive may take: a small one can become anything, so each figure has its end."""

from studylog.core.values import dataclass

KB = 1024
MB = 1024 * KB


@dataclass(frozen=True, slots=True)
class Limits:
    """What one archive may hold; sizes are in bytes."""

    # A team's export has hundreds; each costs memory here and a file on the disk.
    entries: int = 20_000
    # The list of entries is held in memory; this leaves 800 bytes for each, room for long names in Hangul.
    directory: int = 16 * MB
    # Nobody's notes and slides are as large, and most disks can spare it for a while.
    total: int = 4096 * MB
    # A lecture on video; something larger is no attachment of a note.
    file: int = 1024 * MB
    # Prose shrinks to a fifth, tables of equal lines to a hundredth; bombs use the 1,032 of deflate.
    ratio: int = 200
    # Below this size nothing harms, however well it was compressed.
    floor: int = MB
    # Pages inside pages inside pages; nobody finds anything that lies deeper.
    depth: int = 32
    # Linux takes paths of 4,096 bytes, of which the folder around needs its part.
    path: int = 3000

    def is_bomb(self, size: int, packed: int) -> bool:
        """Whether so many bytes cannot honestly come out of so few."""
        return size > self.floor and size > self.ratio * packed


@dataclass(slots=True)
class Budget:
    """What is left for all archives of one run together, such as the parts of an export."""

    entries: int
    size: int

    @classmethod
    def of(cls, limits: Limits) -> "Budget":
        """As much for all archives together as each of them may take."""
        return cls(limits.entries, limits.total)

    def take_entries(self, count: int) -> bool:
        """Takes so many entries, if they are left."""
        if count > self.entries:
            return False
        self.entries -= count
        return True

    def take(self, size: int) -> bool:
        """Takes so many bytes that were really written, if they are left."""
        if size > self.size:
            return False
        self.size -= size
        return True
