"""What the program runs on."""

import os
import sys
from collections import namedtuple

_Uname = namedtuple("uname_result_base", "system node release version machine", module="platform")


class uname_result(_Uname):
    """What `uname` gives; the processor is found out when it's asked for."""

    def __new__(cls, system, node, release, version, machine, processor=None):
        return super().__new__(cls, system, node, release, version, machine)

    @property
    def processor(self):
        return ""

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6

    def _asdict(self):
        return dict(zip((*self._fields, "processor"), self))

    def __repr__(self):
        return (f"uname_result(system={self.system!r}, node={self.node!r}, release={self.release!r}, version={self.version!r}, "
                f"machine={self.machine!r})")


def uname():
    """System, node, release, version, machine and processor."""
    return uname_result(*os.uname())


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def system_alias(system, release, version):
    """The names under which a system is sold."""
    if system == "SunOS":
        return "Solaris", release, version
    return system, release, version


def architecture(executable=None, bits="", linkage=""):
    """The size of a pointer, and the format of executable files."""
    return bits or ("64bit" if sys.maxsize > 2**32 else "32bit"), linkage or "ELF"


def _mapped_library():
    """The file of the C library that the process runs with; empty where there's none."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        for line in maps:
            path = line.split()[-1]
            if os.path.basename(path) in ("libc.so.6", "libc.so"):
                return path
    return ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """The C library's name and version."""
    try:
        with open(_mapped_library(), "rb") as file:
            text = file.read()
    except OSError:
        return lib, version
    place = text.find(b"GNU C Library")
    found = text.find(b" version ", place)
    if place < 0 or found < 0:
        return lib, version
    number = text[found + len(b" version "):found + 30].split(b".\n")[0].split()[0].rstrip(b".")
    return "glibc", number.decode("ascii")


def platform(aliased=False, terse=False):
    """All of that in one str."""
    found = uname()
    library, number = libc_ver()
    parts = [found.system, found.release]
    if not terse:
        parts.append(found.machine)
        if found.processor:
            parts.append(found.processor)
    parts += ["with", library + number]
    text = "-".join([part.strip() for part in parts if part])
    for letter in " /\\:;\"()":
        text = text.replace(letter, "_" if letter in " " else "-")
    return text


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % tuple(sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "aiocc", ""


def python_compiler():
    return "aiocc"


def freedesktop_os_release():
    """What `os-release` says of the system."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                return _parse_os_release(file)
        except OSError as error:
            failure = error
    raise OSError(failure.errno, f"Unable to read files {', '.join(('/etc/os-release', '/usr/lib/os-release'))}")


def _parse_os_release(lines):
    found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
    for line in lines:
        name, has_value, value = line.strip().partition("=")
        if not has_value or name.startswith("#"):
            continue
        if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        result = ""
        is_escaped = False
        for letter in value:
            if letter == "\\" and not is_escaped:
                is_escaped = True
                continue
            is_escaped = False
            result += letter
        found[name] = result
    return found


# Of other systems.


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False
