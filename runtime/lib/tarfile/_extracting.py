"""Taking members out of an archive."""

import copy
import grp
import io
import os
import pwd
import warnings

from tarfile._errors import ExtractError, FilterError, ReadError, StreamError
from tarfile._filters import fully_trusted_filter, named_filters
from tarfile._format import SUPPORTED_TYPES
from tarfile._streams import Stream, copy as _copy_bytes


class TarFile:
    """The half of the class that makes files of members; the archive itself is the other one's."""

    def _filter_for(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                warnings.warn(
                    "Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. "
                    "Use the filter argument to control this behavior.", DeprecationWarning, stacklevel=2)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such as "
                                "tarfile.data_filter directly.")
            return filter
        if callable(filter):
            return filter
        try:
            return named_filters[filter]
        except KeyError:
            raise ValueError(f"filter {filter!r} not found") from None

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extracts all members, or these."""
        function = self._filter_for(filter)
        folders = []
        for each in self if members is None else members:
            member, unfiltered = self._filtered(each, function, path)
            if member is None:
                continue
            if member.isdir():
                # Folders get their attributes last: they may forbid writing.
                folders.append(unfiltered)
            self._extract_one(member, path, not member.isdir(), numeric_owner)
        for each in sorted(folders, key=lambda member: member.name, reverse=True):
            self._settle_folder(each, function, path, numeric_owner)

    def _settle_folder(self, unfiltered, function, path, numeric_owner):
        try:
            member = function(unfiltered, path)
        except (OSError, FilterError) as error:
            self._handle(error)
            return
        if member is None:
            return
        target = os.path.join(path, member.name)
        try:
            self.chown(member, target, numeric_owner)
            self.utime(member, target)
            self.chmod(member, target)
        except ExtractError as error:
            self._handle_minor(error)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extracts one member."""
        function = self._filter_for(filter)
        found, _ = self._filtered(member, function, path)
        if found is not None:
            self._extract_one(found, path, set_attrs, numeric_owner)

    def _filtered(self, member, function, path):
        """The member as the filter changes it, None where it's left out; and as it is."""
        unfiltered = self.getmember(member) if isinstance(member, str) else member
        found = None
        try:
            found = function(unfiltered, path)
        except (OSError, UnicodeEncodeError, FilterError) as error:
            self._handle(error)
        except ExtractError as error:
            self._handle_minor(error)
        if found is None:
            self._dbg(2, f"tarfile: Excluded {unfiltered.name!r}")
            return None, unfiltered
        if found.islnk():
            found = copy.copy(found)
            found._link_target = os.path.join(path, found.linkname)
        return found, unfiltered

    def _extract_one(self, member, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(member, os.path.join(path, member.name), set_attrs, numeric_owner)
        except (OSError, UnicodeEncodeError) as error:
            self._handle(error)
        except ExtractError as error:
            self._handle_minor(error)

    def _handle_minor(self, error):
        if self.errorlevel > 1:
            raise error
        self._dbg(1, f"tarfile: {error}")

    def _handle(self, error):
        if self.errorlevel > 0:
            raise error
        if isinstance(error, OSError):
            if error.filename is None:
                self._dbg(1, f"tarfile: {error.strerror}")
            else:
                self._dbg(1, f"tarfile: {error.strerror} {error.filename!r}")
        else:
            self._dbg(1, f"tarfile: {type(error).__name__} {error}")

    def extractfile(self, member):
        """A member's bytes as a file; None for what has none."""
        self._check("r")
        found = self.getmember(member) if isinstance(member, str) else member
        if found.isreg() or found.type not in SUPPORTED_TYPES:
            return self.fileobject(self, found)
        if found.islnk() or found.issym():
            if isinstance(self.fileobj, Stream):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(found))
        return None

    def _extract_member(self, member, target, set_attrs=True, numeric_owner=False):
        target = target.rstrip("/").replace("/", os.sep)
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        self._dbg(1, f"{member.name} -> {member.linkname}" if member.islnk() or member.issym() else member.name)
        if member.isreg():
            self.makefile(member, target)
        elif member.isdir():
            self.makedir(member, target)
        elif member.isfifo():
            self.makefifo(member, target)
        elif member.ischr() or member.isblk():
            self.makedev(member, target)
        elif member.islnk() or member.issym():
            self.makelink(member, target)
        elif member.type not in SUPPORTED_TYPES:
            self.makeunknown(member, target)
        else:
            self.makefile(member, target)
        if set_attrs:
            self.chown(member, target, numeric_owner)
            if not member.issym():
                self.chmod(member, target)
                self.utime(member, target)

    def makedir(self, tarinfo, targetpath):
        # The right mode is set later.
        mode = 0o777 if tarinfo.mode is None else 0o700
        try:
            os.mkdir(targetpath, mode)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        source = self.fileobj
        source.seek(tarinfo.offset_data)
        with io.open(targetpath, "wb") as target:
            if tarinfo.sparse is None:
                _copy_bytes(source, target, tarinfo.size, ReadError)
                return
            for start, length in tarinfo.sparse:
                target.seek(start)
                _copy_bytes(source, target, length, ReadError)
            target.seek(tarinfo.size)
            target.truncate()

    def makeunknown(self, tarinfo, targetpath):
        self.makefile(tarinfo, targetpath)
        self._dbg(1, f"tarfile: Unknown file type {tarinfo.type!r}, extracted as regular file.")

    def makefifo(self, tarinfo, targetpath):
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        raise NotImplementedError("aiocc can't make devices")

    def makelink(self, tarinfo, targetpath):
        try:
            self._link(tarinfo, targetpath)
        except NotImplementedError:
            try:
                self._extract_member(self._find_link_target(tarinfo), targetpath)
            except KeyError:
                raise ExtractError("unable to resolve link inside archive") from None

    def _link(self, tarinfo, targetpath):
        if not tarinfo.issym():
            if os.path.exists(tarinfo._link_target):
                os.link(tarinfo._link_target, targetpath)
            else:
                self._extract_member(self._find_link_target(tarinfo), targetpath)
            return
        if os.path.lexists(targetpath):
            # The later one counts.
            os.unlink(targetpath)
        os.symlink(tarinfo.linkname, targetpath)

    def _find_link_target(self, member):
        """What a link leads to, in the archive."""
        if member.issym():
            name = "/".join(each for each in (os.path.dirname(member.name), member.linkname) if each)
            name = os.path.normpath(name)
            found = self._find(name)
        else:
            name = member.linkname
            found = self._find(name, member)
        if found is None:
            raise KeyError(f"linkname {name!r} not found")
        return found

    def chown(self, tarinfo, targetpath, numeric_owner):
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return
        gid = tarinfo.gid if tarinfo.gid is not None else -1
        uid = tarinfo.uid if tarinfo.uid is not None else -1
        if not numeric_owner:
            gid = _id_of(lambda name: grp.getgrnam(name).gr_gid, tarinfo.gname, gid)
            uid = _id_of(lambda name: pwd.getpwnam(name).pw_uid, tarinfo.uname, uid)
        try:
            if tarinfo.issym():
                os.lchown(targetpath, uid, gid)
            else:
                os.chown(targetpath, uid, gid)
        except (OSError, OverflowError) as error:
            raise ExtractError("could not change owner") from error

    def chmod(self, tarinfo, targetpath):
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode)
        except OSError as error:
            raise ExtractError("could not change mode") from error

    def utime(self, tarinfo, targetpath):
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError("could not change modification time") from error


def _id_of(find, name, otherwise):
    try:
        return find(name) if name else otherwise
    except KeyError:
        return otherwise
