# datetime: states in pickles, folds and gaps of local time, hashes of aware moments, unusual forms of ISO 8601, derived classes, bad arguments.
import copy
import os
import pickle
import time as clock
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def tried(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


east = timezone(timedelta(hours=5), "E")
values = [
    date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6, fold=1), datetime(2024, 1, 2, tzinfo=east), time(1, 2, 3, 4, fold=1),
    time(1, tzinfo=UTC), timedelta(1, 2, 3), UTC, east, date(2024, 1, 2).isocalendar(),
]
for value in values:
    print(value.__reduce__(), value.__reduce_ex__(4) if isinstance(value, (datetime, time)) else "")
    print([pickle.loads(pickle.dumps(value, protocol)) == value for protocol in range(6)], repr(copy.deepcopy(value)))
for state in [b"\x07\xe8\x01\x02", b"\x07\xe8\x0d\x02", b"\x07\xe8"]:
    print(tried(lambda: date(state)))
state = b"\x07\xe8\x81\x02\x03\x04\x05\x00\x00\x06"
print(tried(lambda: datetime(state)), tried(lambda: datetime(state, east)), tried(lambda: datetime(state, 1)))
print(tried(lambda: time(b"\x83\x04\x05\x00\x00\x06", UTC)), tried(lambda: time(b"\x18\x04\x05\x00\x00\x06")))

# Where clocks go back at 3 and forward at 2.
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
clock.tzset()
for month, day in [(10, 27), (3, 31), (7, 1)]:
    for fold in (0, 1):
        local = datetime(2024, month, day, 2, 30, fold=fold)
        stamp = local.timestamp()
        again = datetime.fromtimestamp(stamp)
        print(local, fold, stamp, again, again.fold, local.astimezone(UTC), local.astimezone().tzname())
print(tried(lambda: datetime.min.timestamp()), tried(lambda: datetime.max.timestamp()), tried(lambda: datetime.fromtimestamp(float("nan"))))
for stamp in [-1.5, 1e-7, 0.0000005, 0.0000015, -0.9999995, True, None, "1", 1e20]:
    print(tried(lambda: datetime.fromtimestamp(stamp, UTC)), tried(lambda: date.fromtimestamp(stamp)), end="; ")
print()

print(hash(timedelta(1, 2, 3)), hash(datetime(2024, 1, 2, 3, tzinfo=east)), hash(time(2, tzinfo=UTC)), hash(east))
for text in [
    "2024W01112", "2024-W01-12", "2024W0112", "2024-W01T12", "20240101T12Z", "2024-01-01T12:34:56,7891234-01:02:03.000004",
    "2024-01-01T12:34:56+00:00:00.000001", "2024-01-01T12:34:56.", "2024-01-01T1234:56", "2024-01-01T-12", "2024-W53-1", "10000-01-01",
]:
    print(text, tried(lambda: datetime.fromisoformat(text)), tried(lambda: date.fromisoformat(text)), tried(lambda: time.fromisoformat(text[11:])))
print(datetime(24, 1, 1).strftime("%Y|%F|%%f|%f|%"), date(1, 2, 3).strftime("%z|%Z|%:z|%f|%Y|%G"), f"{time(1, 2, 3, 4):%H%%M}")


class Moment(datetime):
    def __new__(cls, *args, **kwargs):
        print("new", args, kwargs)
        return super().__new__(cls, *args, **kwargs)


print(repr(Moment(2024, 1, 1, tzinfo=UTC).astimezone(east)), repr(Moment(2024, 1, 1, fold=1) - timedelta(1)))
print(repr(Moment(2024, 1, 1).replace(fold=1)), repr(Moment.combine(date(2024, 1, 1), time(1, fold=1))), repr(Moment.fromordinal(5)))


class Folded(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2 - moment.fold)

    def dst(self, moment):
        return timedelta(0)


zone = Folded()
here = datetime(2024, 1, 1, tzinfo=zone)
print(here == here.replace(fold=1), here == datetime(2023, 12, 31, 22, tzinfo=UTC), here - datetime(2023, 12, 31, 22, tzinfo=UTC), hash(here) == hash(here.replace(fold=1)))
for bad in [
    lambda: date(2024, 1, 2).replace(year=None), lambda: zone.fromutc(3), lambda: zone.fromutc(datetime(1, 1, 1)), lambda: date("a"), lambda: date(1, 2),
    lambda: date.fromisocalendar(2024, 54, 1), lambda: date.fromisocalendar(2024, 1, 8), lambda: date.fromisocalendar("a", 1, 8),
    lambda: date.fromordinal(10**20), lambda: datetime(1, 1, 1).isoformat(" ", 3), lambda: time(1).isoformat(3), lambda: timezone(timedelta(0), None),
    lambda: datetime.now(3), lambda: date.min - timedelta(1), lambda: timedelta(days=10**10), lambda: timedelta(1) % timedelta(0),
    lambda: datetime(1, 1, 1, tzinfo=UTC).astimezone(timezone(timedelta(hours=-1))), lambda: datetime(1, 1, 1).combine(1, 2),
]:
    print(tried(bad))
