"""The system call that lets two folders change places in one step, where the system has it."""

import errno
import os
import sys
from pathlib import Path

_CURRENT_FOLDER = -100
_EXCHANGE = 2
_UNKNOWN_HERE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}


def swapped(one: Path, other: Path) -> bool:
    """Lets two folders change places; False, with nothing done, where the file system does not know how."""
    # Imported late: only `build` has to pay for it.
    import ctypes

    names = ctypes.c_char_p(os.fsencode(one)), ctypes.c_char_p(os.fsencode(other))
    flag = ctypes.c_uint(_EXCHANGE)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            result = system.renameat2(_CURRENT_FOLDER, names[0], _CURRENT_FOLDER, names[1], flag)
        else:
            result = system.renamex_np(*names, flag)
    except (AttributeError, OSError, TypeError):
        return False
    number = ctypes.get_errno()
    if result and number not in _UNKNOWN_HERE:
        raise OSError(number, os.strerror(number), str(other))
    return bool(result == 0)
