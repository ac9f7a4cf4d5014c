"""Zip files."""

import io
import os
import shutil
import struct
import threading
import time

from zipfile._end import find_end
from zipfile._format import (
    BadZipFile, DEFAULT_VERSION, END, END_64, END_64_LOCATOR, END_64_LOCATOR_SIGNATURE, END_64_SIGNATURE, END_SIGNATURE, ENTRY,
    ENTRY_SIGNATURE, HAS_DESCRIPTOR, IS_ENCRYPTED, IS_PATCH, IS_STRONGLY_ENCRYPTED, IS_UTF_8, LOCAL, LOCAL_SIGNATURE, LargeZipFile,
    MAX_EXTRACT_VERSION, ZIP64_LIMIT, ZIP64_VERSION, ZIP_BZIP2, ZIP_DEFLATED, ZIP_FILECOUNT_LIMIT, ZIP_LZMA, ZIP_MAX_COMMENT, ZIP_STORED,
    check_compression,
)
from zipfile._info import ZipInfo, check_size
from zipfile._path import Path
from zipfile._streams import Tellable, ZipExtFile, _Part, _ZipWriteFile

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile",
           "LargeZipFile", "Path"]

error = BadZipfile = BadZipFile


def is_zipfile(filename):
    """Whether a file, or what is read from a stream, is a zip file."""
    try:
        if hasattr(filename, "read"):
            place = filename.tell()
            found = find_end(filename) is not None
            filename.seek(place)
            return found
        with open(filename, "rb") as file:
            return find_end(file) is not None
    except OSError:
        return False


class ZipFile:
    """An archive that is read, written, or appended to."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        check_compression(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self._seekable = True
        self._writing = False
        self._users = 1
        self._lock = threading.RLock()
        self._open_file(os.fspath(file) if isinstance(file, os.PathLike) else file, mode)
        try:
            self._begin(mode)
        except BaseException:
            fp, self.fp = self.fp, None
            self._release(fp)
            raise

    def _open_file(self, file, mode):
        if not isinstance(file, str):
            self._filePassed = 1
            self.fp = file
            self.filename = getattr(file, "name", None)
            return
        self._filePassed = 0
        self.filename = file
        if mode == "a":
            try:
                self.fp = open(file, "r+b")
            except OSError:
                self.fp = open(file, "w+b")
                self.mode = "w"
        else:
            self.fp = open(file, {"r": "rb", "w": "w+b", "x": "x+b"}[mode])

    def _begin(self, mode):
        if mode == "r":
            self._read_directory()
            return
        self._didModify = True
        if mode == "a" and self.mode == "a":
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                # It becomes the archive's beginning.
                self.fp.seek(0, 2)
                self.start_dir = self.fp.tell()
            return
        self.start_dir = self._find_start()

    def _find_start(self):
        """Where a new archive begins. Files that can't go to a place are only written on."""
        try:
            start = self.fp.tell()
        except (AttributeError, OSError):
            self.fp, self._seekable = Tellable(self.fp), False
            return 0
        try:
            self.fp.seek(start)
        except (AttributeError, OSError):
            self._seekable = False
        return start

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f"<{type(self).__module__}.{type(self).__qualname__}"]
        if self.fp is not None:
            if self._filePassed:
                parts.append(f" file={self.fp!r}")
            elif self.filename is not None:
                parts.append(f" filename={self.filename!r}")
            parts.append(f" mode={self.mode!r}")
        else:
            parts.append(" [closed]")
        return "".join(parts) + ">"

    def _read_directory(self):
        try:
            end = find_end(self.fp)
        except OSError:
            raise BadZipFile("File is not a zip file") from None
        if end is None:
            raise BadZipFile("File is not a zip file")
        self._comment = end.comment
        # What stands before the archive, such as a program that unpacks it.
        shift = end.place - end.size - end.offset
        if end.is_64:
            shift -= END_64.size + END_64_LOCATOR.size
        self.start_dir = end.offset + shift
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        self.fp.seek(self.start_dir)
        directory = io.BytesIO(self.fp.read(end.size))
        read = 0
        while read < end.size:
            info, length = self._read_entry(directory, shift)
            read += length
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
        self._note_ends()

    def _read_entry(self, directory, shift):
        """The next file of the directory, and the length of its entry."""
        data = directory.read(ENTRY.size)
        if len(data) != ENTRY.size:
            raise BadZipFile("Truncated central directory")
        values = ENTRY.unpack(data)
        if values[0] != ENTRY_SIGNATURE:
            raise BadZipFile("Bad magic number for central directory")
        (_, create_version, create_system, extract_version, reserved, flags, compression, clock, date, crc, compress_size, file_size,
         name_length, extra_length, comment_length, volume, internal, external, offset) = values
        name = directory.read(name_length)
        info = ZipInfo(name.decode("utf-8" if flags & IS_UTF_8 else self.metadata_encoding or "cp437"))
        info.extra = directory.read(extra_length)
        info.comment = directory.read(comment_length)
        info.header_offset = offset
        info.create_version, info.create_system, info.extract_version, info.reserved = (create_version, create_system, extract_version,
                                                                                        reserved)
        info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, compression, crc, compress_size, file_size
        if info.extract_version > MAX_EXTRACT_VERSION:
            raise NotImplementedError(f"zip file version {info.extract_version / 10:.1f}")
        info.volume, info.internal_attr, info.external_attr = volume, internal, external
        info._raw_time = clock
        info.date_time = ((date >> 9) + 1980, date >> 5 & 0xF, date & 0x1F, clock >> 11, clock >> 5 & 0x3F, (clock & 0x1F) * 2)
        info._read_extra()
        info.header_offset += shift
        return info, ENTRY.size + name_length + extra_length + comment_length

    def _note_ends(self):
        """No file reaches into the next one."""
        end = self.start_dir
        for info in sorted(self.filelist, key=lambda info: info.header_offset, reverse=True):
            info._end_offset = end
            end = info.header_offset

    def namelist(self):
        """The names of the files."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What is known of the files."""
        return self.filelist

    def getinfo(self, name):
        """What is known of the file of that name."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return info

    def printdir(self, file=None):
        """Prints the list of the files."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """The name of the first file whose checksum is wrong, None for none."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def setpassword(self, pwd):
        """The password of files that are encrypted."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f"comment: expected bytes, got {type(comment).__name__}")
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn(f"Archive comment is too long; truncating to {ZIP_MAX_COMMENT} bytes", stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """The bytes of a file."""
        with self.open(name, "r", pwd) as file:
            return file.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A file of the archive as a stream."""
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type = self.compression
            info.compress_level = self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info, force_zip64=force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before "
                             "trying to read.")
        return self._open_to_read(info, mode, pwd)

    def _open_to_read(self, info, mode, pwd):
        self._users += 1
        fp = self.fp
        part = _Part(self, info.header_offset)
        try:
            header = part.read(LOCAL.size)
            if len(header) != LOCAL.size:
                raise BadZipFile("Truncated file header")
            values = LOCAL.unpack(header)
            if values[0] != LOCAL_SIGNATURE:
                raise BadZipFile("Bad magic number for file header")
            name = part.read(values[10])
            if values[11]:
                part.read(values[11])
            if info.flag_bits & IS_PATCH:
                raise NotImplementedError("compressed patched data (flag bit 5)")
            if info.flag_bits & IS_STRONGLY_ENCRYPTED:
                raise NotImplementedError("strong encryption (flag bit 6)")
            local_name = name.decode("utf-8" if values[3] & IS_UTF_8 else self.metadata_encoding or "cp437")
            if local_name != info.orig_filename:
                raise BadZipFile(f"File name in directory {info.orig_filename!r} and header {name!r} differ.")
            if info._end_offset is not None and part.tell() + info.compress_size > info._end_offset:
                raise BadZipFile(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)")
            if info.flag_bits & IS_ENCRYPTED:
                pwd = pwd or self.pwd
                if pwd and not isinstance(pwd, bytes):
                    raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
                if not pwd:
                    raise RuntimeError(f"File {info.filename!r} is encrypted, password required for extraction")
            else:
                pwd = None
            return ZipExtFile(part, mode, info, pwd, True, lambda: self._release(fp))
        except BaseException:
            self._release(fp)
            raise

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before "
                             "opening another.")
        info.compress_size = 0
        info.CRC = 0
        info.flag_bits = 0x00
        if not self._seekable:
            info.flag_bits |= HAS_DESCRIPTOR
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        is_large = force_zip64 or check_size(info, self._allowZip64)
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._check_new(info)
        self._didModify = True
        self.fp.write(info.FileHeader(is_large))
        self._writing = True
        return _ZipWriteFile(self, info, is_large)

    def _check_new(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f"Duplicate name: {info.filename!r}", stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        check_compression(info.compress_type)
        if not self._allowZip64:
            needs = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                needs = "Files count"
            elif info.file_size > ZIP64_LIMIT:
                needs = "Filesize"
            elif info.header_offset > ZIP64_LIMIT:
                needs = "Zipfile size"
            if needs:
                raise LargeZipFile(needs + " would require ZIP64 extensions")

    def extract(self, member, path=None, pwd=None):
        """Unpacks a file into a folder; its path."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Unpacks files, all of them by default, into a folder."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, path, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        # Nothing is written outside of the folder.
        name = os.path.splitdrive(member.filename)[1]
        name = os.sep.join([part for part in name.split("/") if part not in ("", os.curdir, os.pardir)])
        if not name and not member.is_dir():
            raise ValueError("Empty filename.")
        target = os.path.normpath(os.path.join(path, name))
        parents = os.path.dirname(target)
        if parents and not os.path.exists(parents):
            os.makedirs(parents, exist_ok=True)
        if member.is_dir():
            if not os.path.isdir(target):
                try:
                    os.mkdir(target)
                except FileExistsError:
                    if not os.path.isdir(target):
                        raise
            return target
        with self.open(member, pwd=pwd) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file)
        return target

    def _check_writing(self, what):
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError(f"Can't {what} ZIP archive while an open writing handle exists.")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file of the file system."""
        self._check_writing("write to")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = 0
            info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with open(filename, "rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds a file with these bytes, or this text in UTF-8."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type = self.compression
            info.compress_level = self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        self._check_writing("write to")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        info.file_size = len(data)
        with self._lock:
            with self.open(info, mode="w") as target:
                target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Adds a folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.compress_size = 0
            info.CRC = 0
            info.external_attr = ((0o40000 | mode) & 0xFFFF) << 16
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            self._check_new(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    def __del__(self):
        self.close()

    def close(self):
        """Writes the directory, if something was changed, and closes the file."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing "
                             "the zip.")
        try:
            if self.mode in ("w", "x", "a") and self._didModify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_directory()
        finally:
            fp, self.fp = self.fp, None
            self._release(fp)

    def _release(self, fp):
        self._users -= 1
        if not self._users and not self._filePassed:
            fp.close()

    def _write_directory(self):
        for info in self.filelist:
            self.fp.write(self._entry(info))
        place = self.fp.tell()
        count = len(self.filelist)
        size = place - self.start_dir
        offset = self.start_dir
        needs = None
        if count > ZIP_FILECOUNT_LIMIT:
            needs = "Files count"
        elif offset > ZIP64_LIMIT:
            needs = "Central directory offset"
        elif size > ZIP64_LIMIT:
            needs = "Central directory size"
        if needs:
            if not self._allowZip64:
                raise LargeZipFile(needs + " would require ZIP64 extensions")
            self.fp.write(END_64.pack(END_64_SIGNATURE, END_64.size - 12, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(END_64_LOCATOR.pack(END_64_LOCATOR_SIGNATURE, 0, place, 1))
            count = min(count, 0xFFFF)
            size = min(size, 0xFFFFFFFF)
            offset = min(offset, 0xFFFFFFFF)
        self.fp.write(END.pack(END_SIGNATURE, 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()

    def _entry(self, info):
        """A file's entry in the directory."""
        date, clock = info._dos_time()
        large = []
        file_size, compress_size, offset = info.file_size, info.compress_size, info.header_offset
        if file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT:
            large += [file_size, compress_size]
            file_size = compress_size = 0xFFFFFFFF
        if offset > ZIP64_LIMIT:
            large.append(offset)
            offset = 0xFFFFFFFF
        extra = info.extra
        least_version = 0
        if large:
            extra = struct.pack("<HH" + "Q" * len(large), 1, 8 * len(large), *large) + extra
            least_version = ZIP64_VERSION
        if info.compress_type == ZIP_BZIP2:
            least_version = max(46, least_version)
        extract_version = max(least_version, info.extract_version)
        create_version = max(least_version, info.create_version)
        name, flags = info._encoded_name()
        return ENTRY.pack(ENTRY_SIGNATURE, create_version, info.create_system, extract_version, info.reserved, flags, info.compress_type,
                          clock, date, info.CRC, compress_size, file_size, len(name), len(extra), len(info.comment), 0,
                          info.internal_attr, info.external_attr, offset) + name + extra + info.comment
