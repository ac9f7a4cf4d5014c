"""What paths of all systems have in common, which os.path has as well."""

from os.path import (
    commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, islink, lexists, samefile, sameopenfile, samestat,
)

__all__ = [
    "commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink", "lexists", "samefile", "sameopenfile",
    "samestat",
]
