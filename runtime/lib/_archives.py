"""shutil's archives: what makes and unpacks them, by the names of their formats."""

import os
import stat

_defers_imports = True


class ReadError(OSError):
    """An archive can't be read."""

    __module__ = "shutil"


class RegistryError(Exception):
    """The format is taken."""

    __module__ = "shutil"


# Of tar files: the compression, its endings, and what the format is called.
_TARS = {
    "tar": ("", (".tar",), "uncompressed tar file"),
    "gztar": ("gz", (".tar.gz", ".tgz"), "gzip'ed tar-file"),
    "bztar": ("bz2", (".tar.bz2", ".tbz2"), "bzip2'ed tar-file"),
    "xztar": ("xz", (".tar.xz", ".txz"), "xz'ed tar-file"),
}


def _ready(path, dry_run, logger):
    """Makes the folder that the archive goes to."""
    folder = os.path.dirname(path)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info("creating %s", folder)
        if not dry_run:
            os.makedirs(folder)


def _number(name, find):
    """The number of an owner or a group that is given by name or by number; None where nobody knows it."""
    if name is None or isinstance(name, int):
        return name
    try:
        return find(name)[2]
    except KeyError:
        return None


def _make_tar(kind):
    compression, endings, _ = _TARS[kind]

    def make(base_name, base_dir, root_dir=None, dry_run=False, owner=None, group=None, logger=None):
        import grp
        import pwd
        import tarfile
        path = base_name + endings[0]
        _ready(path, dry_run, logger)
        if logger is not None:
            logger.info("Creating tar archive")
        user_id, group_id = _number(owner, pwd.getpwnam), _number(group, grp.getgrnam)

        def owned(member):
            if user_id is not None:
                member.uid, member.uname = user_id, str(owner)
            if group_id is not None:
                member.gid, member.gname = group_id, str(group)
            return member

        if not dry_run:
            with tarfile.open(path, "w:" + compression) as archive:
                archive.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir, filter=owned)
        return path if root_dir is None else os.path.abspath(path)

    return make


def _make_zip(base_name, base_dir, root_dir=None, dry_run=False, owner=None, group=None, logger=None):
    import zipfile
    path = base_name + ".zip"
    _ready(path, dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", path, base_dir)
    if not dry_run:
        top = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
        with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
            for source, name in _zipped(os.path.normpath(top), os.path.normpath(base_dir)):
                archive.write(source, name)
                if logger is not None:
                    logger.info("adding '%s'", source)
    return path if root_dir is None else os.path.abspath(path)


def _zipped(top, name):
    """What belongs into an archive of a folder: paths and the names that they get. The folder that all is in has none where that's `.`."""
    if name != os.curdir:
        yield top, name
    for folder, folders, files in os.walk(top):
        inner = os.path.normpath(os.path.join(name, os.path.relpath(folder, top)))
        for each in sorted(folders):
            yield os.path.join(folder, each), os.path.normpath(os.path.join(inner, each))
        for each in files:
            source = os.path.normpath(os.path.join(folder, each))
            if os.path.isfile(source):
                yield source, os.path.normpath(os.path.join(inner, each))


# By name: function, further arguments, description, and whether the function finds its way by `root_dir`.
_makers = {kind: (_make_tar(kind), {}, facts[2], True) for kind, facts in _TARS.items()}
_makers["zip"] = (_make_zip, {}, "ZIP file", True)


def get_archive_formats():
    """The names and descriptions of what make_archive makes."""
    return sorted((name, facts[2]) for name, facts in _makers.items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Adds a format; `function` gets a name without ending and the folder to put into the archive, and `extra_args` as keywords."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError(f"The {function} object is not callable")
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    for pair in extra_args:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("extra_args elements are : (arg_name, value)")
    _makers[name] = (function, dict(extra_args), description, getattr(function, "supports_root_dir", False))


def unregister_archive_format(name):
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Makes an archive of `base_dir`, whose names in there begin at `root_dir`, and gives its path: `base_name` with the format's ending."""
    if format not in _makers:
        raise ValueError(f"unknown archive format {format!r}")
    function, further, _, finds_root = _makers[format]
    options = {"dry_run": dry_run, "logger": logger, "owner": owner, "group": group, **further}
    base_name = os.fspath(base_name)
    base_dir = os.curdir if base_dir is None else base_dir
    if root_dir is None:
        return function(base_name, base_dir, **options)
    root_dir = os.fspath(root_dir)
    if not stat.S_ISDIR(os.stat(root_dir).st_mode):
        raise NotADirectoryError(20, "Not a directory", root_dir)
    if finds_root:
        return function(base_name, base_dir, root_dir=root_dir, **options)
    before = os.getcwd()
    base_name = os.path.abspath(base_name)
    if logger is not None:
        logger.debug("changing into '%s'", root_dir)
    if not dry_run:
        os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **options)
    finally:
        if logger is not None:
            logger.debug("changing back to '%s'", before)
        os.chdir(before)


# Unpacking.


def _unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError(f"{filename} is not a compressed or uncompressed tar file")
    with archive:
        archive.extractall(extract_dir, filter=filter)


def _unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError(f"{filename} is not a zip file")
    with zipfile.ZipFile(filename) as archive:
        for member in archive.infolist():
            parts = member.filename.split("/")
            if member.filename.startswith("/") or ".." in parts:
                continue
            target = os.path.join(extract_dir, *parts)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not member.filename.endswith("/"):
                with archive.open(member) as source, open(target, "wb") as copy:
                    while data := source.read(64 * 1024):
                        copy.write(data)


# By name: endings, function, further arguments, description.
_unpackers = {kind: (list(endings), _unpack_tar, {}, description) for kind, (_, endings, description) in _TARS.items()}
_unpackers["zip"] = ([".zip"], _unpack_zip, {}, "ZIP file")


def get_unpack_formats():
    """The names, endings and descriptions of what unpack_archive unpacks."""
    return sorted((name, facts[0], facts[3]) for name, facts in _unpackers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Adds a format; `function` gets the archive's path and the folder to unpack to, and `extra_args` as keywords."""
    taken = {ending: other for other, facts in _unpackers.items() for ending in facts[0]}
    for ending in extensions:
        if ending in taken:
            raise RegistryError(f"{ending} is already registered for \"{taken[ending]}\"")
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = (extensions, function, dict(extra_args or ()), description)


def unregister_unpack_format(name):
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks an archive, whose name tells the format if nothing else does, into a folder: the current one, if none is given."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    chosen = {} if filter is None else {"filter": filter}
    if format is not None:
        if format not in _unpackers:
            raise ValueError(f"Unknown unpack format {format!r}") from None
    else:
        format = next((name for name, facts in _unpackers.items() if filename.endswith(tuple(facts[0]))), None)
        if format is None:
            raise ReadError(f"Unknown archive format {filename!r}")
    _, function, further, _ = _unpackers[format]
    function(filename, extract_dir, **further, **chosen)
