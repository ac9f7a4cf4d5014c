"""Files of time zones (RFC 8536), and the rules that they tell."""

import bisect
import struct
from datetime import timedelta

from zoneinfo._rule import Rule


class ZoneInfoNotFoundError(KeyError):
    """There's no zone of that name."""


def open_packaged(key):
    """Nothing but the system's database is there."""
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


class Period:
    """What holds between two changes: the offset from UTC, the part of it that is summer time, and a name."""

    def __init__(self, offset, dst, name):
        self.seconds = offset
        self.offset = None if offset is None else timedelta(seconds=offset)
        self.dst = None if dst is None else timedelta(seconds=dst)
        self.name = name


NOWHERE = Period(None, None, None)


class Rules:
    """When which period holds."""

    def __init__(self, utc, periods, before, rule):
        # The times of changes, in seconds of UTC, and what holds from each on.
        self._utc = utc
        self._periods = periods
        self._before = before
        # What holds behind the last change: a Rule, or a Period.
        self._rule = rule
        self._local = self._local_times()
        self.fixed = self._fixed()

    def _fixed(self):
        """The only period there is, if so."""
        if self._utc or isinstance(self._rule, Rule):
            return None
        return self._rule

    def _local_times(self):
        """The times of changes as clocks show them: for those of fold 0, and of fold 1."""
        first, second = [], []
        previous = self._before
        for time, period in zip(self._utc, self._periods):
            earlier, later = previous.seconds, period.seconds
            if earlier < later:
                # A gap: with fold 0 what was before holds through it.
                first.append(time + later)
                second.append(time + earlier)
            else:
                first.append(time + earlier)
                second.append(time + later)
            previous = period
        return first, second

    def at_local(self, seconds, fold, year):
        """The period at a local time."""
        times = self._local[fold]
        if times and seconds < times[0]:
            return self._before
        if not times or seconds > times[-1]:
            return self._rule.at_local(seconds, fold, year) if isinstance(self._rule, Rule) else self._rule
        return self._periods[bisect.bisect_right(times, seconds) - 1]

    def at_utc(self, seconds, year):
        """The period at a time of UTC's, and whether its local time comes for the second time."""
        utc = self._utc
        if utc and seconds < utc[0]:
            return self._before, False
        if not utc or seconds > utc[-1]:
            if isinstance(self._rule, Rule):
                return self._rule.at_utc(seconds, year)
            if not utc:
                return self._rule, False
        index = bisect.bisect_right(utc, seconds)
        period = self._periods[index - 1] if seconds <= utc[-1] else self._rule
        previous = self._periods[index - 2] if index >= 2 else self._before
        shift = previous.seconds - period.seconds
        return period, shift > seconds - utc[index - 1]


class _Header:
    """The counts at a block's beginning."""

    def __init__(self, file):
        data = file.read(44)
        if len(data) < 44 or data[:4] != b"TZif":
            raise ValueError("Invalid TZif file: magic not found")
        self.version = 1 if data[4:5] == b"\0" else int(data[4:5])
        self.utc_flags, self.standard_flags, self.leaps, self.times, self.types, self.letters = struct.unpack(">6l", data[20:])

    def size(self, time_size):
        """Of what follows."""
        return (self.times * (time_size + 1) + self.types * 6 + self.letters + self.leaps * (time_size + 4)
                + self.standard_flags + self.utc_flags)


def _name(letters, start):
    return letters[start:letters.index(b"\0", start)].decode()


def load(file):
    """The rules that a file tells."""
    header = _Header(file)
    time_size = 4
    if header.version >= 2:
        # The same again, with longer times.
        file.read(header.size(4))
        header = _Header(file)
        time_size = 8
    data = file.read(header.size(time_size))
    footer = b""
    if header.version >= 2:
        assert file.readline() == b"\n"
        footer = file.readline().rstrip(b"\n")
    return _rules(header, data, "q" if time_size == 8 else "l", time_size, footer.decode())


def _rules(header, data, code, time_size, footer):
    count = header.times
    times = struct.unpack(f">{count}{code}", data[:count * time_size])
    place = count * time_size
    indices = list(data[place:place + count])
    place += count
    kinds = [struct.unpack(">lbb", data[at:at + 6]) for at in range(place, place + header.types * 6, 6)]
    place += header.types * 6
    letters = data[place:place + header.letters]
    saved = _summer_parts(indices, kinds)
    all_periods = [Period(offset, dst, _name(letters, start)) for (offset, _, start), dst in zip(kinds, saved)]
    periods = [all_periods[index] for index in indices]
    standard = [period for period, kind in zip(all_periods, kinds) if not kind[1]]
    before = standard[0] if standard else (periods[0] if periods else None)
    if footer:
        rule = _rule_of(footer, periods, before, all_periods)
    else:
        rule = periods[-1] if periods else all_periods[0]
    return Rules(times, periods, before or all_periods[0], rule)


def _rule_of(footer, periods, before, all_periods):
    rule = Rule.parse(footer, Period)
    if isinstance(rule, Rule):
        return rule
    # A fixed offset: the same object as before, where it's the same.
    last = periods[-1] if periods else all_periods[0]
    return last if (last.seconds, last.name, last.dst) == (rule.seconds, rule.name, rule.dst) else rule


def _summer_parts(indices, kinds):
    """How much of each kind's offset is summer time: the files tell only that some is. It's what it differs by from the time before it
    or, if that's summer time too, from the one behind it; an hour where neither tells."""
    found = [0] * len(kinds)
    missing = sum(1 for kind in kinds if kind[1])
    for place in range(1, len(indices)):
        if not missing:
            break
        kind = indices[place]
        if not kinds[kind][1] or found[kind]:
            continue
        difference = _difference(kinds, kind, indices[place - 1])
        if not difference and kind < len(kinds) - 1:
            if place + 1 == len(indices) or kinds[indices[place + 1]][1]:
                continue
            difference = _difference(kinds, kind, indices[place + 1])
        if difference:
            missing -= 1
            found[kind] = difference
    if missing:
        found = [3600 if kind[1] and not seconds else seconds for kind, seconds in zip(kinds, found)]
    return found


def _difference(kinds, kind, other):
    return 0 if kinds[other][1] else kinds[kind][0] - kinds[other][0]
