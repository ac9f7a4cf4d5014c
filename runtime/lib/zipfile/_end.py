"""The end of an archive: where its directory is."""

from zipfile._format import (
    BadZipFile, END, END_64, END_64_LOCATOR, END_64_LOCATOR_SIGNATURE, END_64_SIGNATURE, END_SIGNATURE, ZIP_MAX_COMMENT,
)


class _End:
    """What stands at the end of an archive."""

    def __init__(self, values, comment, place):
        self.entries = values[4]
        self.size = values[5]
        self.offset = values[6]
        self.comment = comment
        self.place = place
        self.is_64 = False


def find_end(file):
    """The end of the directory; None where there's none."""
    file.seek(0, 2)
    size = file.tell()
    start = max(size - ZIP_MAX_COMMENT - END.size, 0)
    file.seek(start)
    data = file.read()
    place = data.rfind(END_SIGNATURE)
    while place >= 0:
        if len(data) - place >= END.size:
            values = END.unpack(data[place:place + END.size])
            comment = data[place + END.size:place + END.size + values[7]]
            return _read_end_64(file, _End(values, comment, start + place))
        place = data.rfind(END_SIGNATURE, 0, place)
    return None


def _read_end_64(file, end):
    """Takes the numbers that don't fit from the larger records, if those are there."""
    place = end.place - END_64_LOCATOR.size
    if place < 0:
        return end
    file.seek(place)
    data = file.read(END_64_LOCATOR.size)
    if len(data) != END_64_LOCATOR.size:
        return end
    signature, disk, offset, disks = END_64_LOCATOR.unpack(data)
    if signature != END_64_LOCATOR_SIGNATURE:
        return end
    if disk != 0 or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    file.seek(place - END_64.size)
    data = file.read(END_64.size)
    if len(data) != END_64.size or not data.startswith(END_64_SIGNATURE):
        return end
    values = END_64.unpack(data)
    end.entries, end.size, end.offset = values[7:10]
    end.is_64 = True
    return end
