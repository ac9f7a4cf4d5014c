# datetime: construction, arithmetic, comparisons, text in and out, time zones, limits and errors.
import datetime as dt
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()), d.toordinal(), date.fromordinal(738945), d.replace(day=1), d.timetuple()[:8], d.ctime(), d.strftime("%Y/%m/%d %a %b %j %%"), f"{d:%d.%m.%Y}|{d}", d.isoformat())
print(d + timedelta(days=1), d - timedelta(weeks=1), d - date(2023, 1, 1), d < date(2025, 1, 1), d == date(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), date.min, date.max, date.resolution, min(d, date(2000, 1, 1)), {d: 1}[date(2024, 2, 29)], timedelta(1) + d)
for text in ["2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024-13-01", "2024-2-9", "x", "2023-02-29", "2024-W54-1"]:
    try:
        print(text, date.fromisoformat(text), end="; ")
    except ValueError as e:
        print(text, e, end="; ")
print()
print([date.fromisocalendar(2020, 53, 7), date(2021, 1, 3).isocalendar(), date(2018, 12, 31).isocalendar()], MINYEAR, MAXYEAR)

t = timedelta(days=-1, hours=5, milliseconds=1500, microseconds=7)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(t), t * 2, t / 2, t // 3, t * 1.5, t / timedelta(hours=1), t // timedelta(hours=1), t % timedelta(hours=7), divmod(t, timedelta(hours=7)), bool(timedelta()), timedelta(0.5), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(weeks=1, days=2), repr(timedelta()), timedelta.max, timedelta.min, timedelta.resolution)
print(timedelta(1) > timedelta(0), timedelta(seconds=3600) == timedelta(hours=1), sorted([timedelta(2), timedelta(1)]), sum([timedelta(1), timedelta(2)], timedelta()), str(timedelta(days=2, seconds=5)), str(timedelta(days=-1)), timedelta(1) - timedelta(2), 3 * timedelta(1))

c = time(13, 5, 7, 123456)
print(c, repr(c), c.hour, c.isoformat("minutes"), c.isoformat("milliseconds"), c.replace(second=0), time(), time(1) < time(2), c.strftime("%H:%M:%S.%f %p %I"), f"{c:%H-%M}", time(9, tzinfo=UTC), repr(time(9, 30, tzinfo=timezone.utc)), time.fromisoformat("04:23:01.5+01:30"), time.fromisoformat("T0423"), time.max, time.min, bool(time(0)), hash(c) == hash(c.replace()))

m = datetime(2024, 12, 31, 23, 59, 58, 999999)
print(m, repr(m), m.date(), m.time(), m + timedelta(seconds=2), m - timedelta(days=366), m - datetime(2024, 1, 1), m.isoformat(), m.isoformat(" ", "seconds"), m.strftime("%A %B %d %Y %H:%M:%S.%f %y %U %W %u %w %G-%V"), m.ctime(), m.weekday(), m.timetuple()[:6], datetime.combine(date(2020, 1, 2), time(3, 4)), m.replace(year=2000, tzinfo=UTC), datetime.min, datetime.max, m.isocalendar().week)
for text in ["2024-01-02", "2024-01-02T03:04", "2024-01-02 03:04:05", "20240102T030405", "2024-01-02T03:04:05.678", "2024-01-02T03:04:05.678901+05:30", "2024-01-02T03:04:05Z", "2024-W01-2T10", "2024-01-02T25:00", "2024-01-02T03:04:05+25:00", "nope", "2024-01-02T"]:
    try:
        print(text, repr(datetime.fromisoformat(text)), end="; ")
    except ValueError as e:
        print(text, e, end="; ")
print()
for text, form in [("2024-02-29 13:05", "%Y-%m-%d %H:%M"), ("29 Feb 2024", "%d %b %Y"), ("1/2/99 3:04 PM", "%d/%m/%y %I:%M %p"), ("20240101", "%Y%m%d"), ("12:34:56.789", "%H:%M:%S.%f"), ("2024-060", "%Y-%j"), ("2024-01-01 +0530", "%Y-%m-%d %z"), ("Mon Jan  1 00:00:00 2024", "%c"), ("2024 W05 1", "%G W%V %u"), ("2024 05 1", "%Y %W %w"), ("2024-13-01", "%Y-%m-%d"), ("x", "%Y"), ("2024-01-01x", "%Y-%m-%d"), ("a", "%Q"), ("a", "%"), ("2023-02-29", "%Y-%m-%d"), ("100%", "%j%%")]:
    try:
        print(text, "|", datetime.strptime(text, form), end="; ")
    except ValueError as e:
        print(text, "|", e, end="; ")
print()

east = timezone(timedelta(hours=5, minutes=30), "IST")
west = timezone(-timedelta(hours=8))
a = datetime(2024, 6, 1, 12, tzinfo=UTC)
print(a, a.astimezone(east), repr(a.astimezone(west)), a.astimezone(east) == a, a.timestamp(), datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5, tz=east), a.utcoffset(), east.tzname(a), west.tzname(None), str(west), repr(east), UTC, timezone.utc is timezone(timedelta(0)), a.strftime("%z %Z|%:z"), a.dst(), a - a.astimezone(east), hash(a) == hash(a.astimezone(west)), a.utctimetuple()[:5], a.timetz())
print(datetime(1970, 1, 2, tzinfo=UTC).timestamp(), (datetime(2024, 1, 1, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


class Half(tzinfo):
    def utcoffset(self, moment):
        return timedelta(minutes=30) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1) if moment and 4 <= moment.month <= 9 else timedelta(0)

    def tzname(self, moment):
        return "HALF"


h = Half()
summer = datetime(2024, 7, 1, 12, tzinfo=h)
print(summer, summer.tzname(), summer.astimezone(UTC), a.astimezone(h), summer.dst(), datetime(2024, 1, 1, tzinfo=h).isoformat(), datetime(2024, 7, 1, tzinfo=h) - datetime(2024, 1, 1, tzinfo=h))


class Day(date):
    def next(self):
        return self + timedelta(1)


print(repr(Day(2024, 1, 31).next()), type(Day(2024, 1, 1).next()).__name__, isinstance(m, date), m == date(2024, 12, 31), Day.fromisoformat("2024-05-05"))
for bad in [lambda: date(2024, 2, 30), lambda: date(2024, 13, 1), lambda: date(0, 1, 1), lambda: date("x", 1, 1), lambda: date(2024, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(0, 60), lambda: datetime(2024, 1, 1, 1.5), lambda: m < a, lambda: m - a, lambda: date.max + timedelta(1), lambda: timedelta(days=10**10), lambda: timedelta("1"), lambda: timedelta(1) / 0, lambda: timezone(timedelta(days=1)), lambda: timezone(5), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime.combine(1, 2), lambda: date.fromordinal(0), lambda: time(1) < time(1, tzinfo=UTC), lambda: c.isoformat("x"), lambda: datetime.strptime(5, "%Y"), lambda: datetime(2024, 1, 1, fold=2), lambda: tzinfo().utcoffset(None), lambda: m.isoformat("ab")]:
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError, NotImplementedError, AttributeError) as e:
        print(type(e).__name__, e)
