"""Built-in templates as compiled code, kept where Python keeps that of our modules.

Whoever can write there can change the program itself, so what lies there may be run. A notebook comes from
elsewhere: its own templates are compiled by each run, and no code that lies in it is ever run.
"""

import hashlib
import marshal
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from studylog import __version__
from studylog.store.installed import installed
from studylog.store.templates import code
from studylog.store.temporary import temporary_file

_DIGEST = hashlib.sha256().digest_size


class KeptCode(BytecodeCache):
    """The code of the templates in a folder of ours, for environments that are told apart by `words`.

    What is damaged, or was made of another text or by another program, is made anew. Nothing is kept where
    Python was told to keep nothing, and where nothing can be written.
    """

    def __init__(self, folder: Path, *words: str) -> None:
        self._folder = folder
        self._words = words
        jinja2, writer = installed({"jinja2": "jinja2"}), Path(code.__file__).read_bytes()
        self._program = repr((words, __version__, MAGIC_NUMBER, jinja2, writer))

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The code of a template, if it is kept; its key is empty for a template that is not ours."""
        ours = filename is not None and Path(filename).is_relative_to(self._folder)
        told = repr((self._program, filename, source)).encode("utf-8", "surrogatepass")
        bucket = Bucket(environment, self._place(name) if ours else "", hashlib.sha256(told).hexdigest())
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes the code of a template from where it is kept."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            kept = Path(bucket.key).read_bytes() if bucket.key else b""
            seal, compiled = kept[:_DIGEST], kept[_DIGEST:]
            if seal == _seal(bucket, compiled):
                bucket.code = marshal.loads(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        place, compiled = Path(bucket.key), marshal.dumps(bucket.code)
        # Nobody waits for it, and nobody needs it.
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            with temporary_file(place.parent, _seal(bucket, compiled) + compiled) as fresh:
                fresh.replace(place)

    def _place(self, name: str) -> str:
        called = "-".join((*self._words, name.replace("/", "-")))
        return cache_from_source(str(Path(__file__).with_name(called)))


def _seal(bucket: Bucket, compiled: bytes) -> bytes:
    """What tells that code is whole, and of which text by which program."""
    return hashlib.sha256(bucket.checksum.encode() + compiled).digest()
