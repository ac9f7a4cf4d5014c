# struct_time, time zones, strptime, and what's known of clocks.
import copy
import os
import pickle
import time


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (ValueError, TypeError, OSError, AttributeError) as error:
        print(type(error).__name__, error)


os.environ["TZ"] = "Europe/Berlin"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight)
winter, summer = time.localtime(0), time.localtime(1_720_000_000)
print(winter, winter.tm_zone, winter.tm_gmtoff)
print(summer, summer.tm_zone, summer.tm_gmtoff, summer.tm_isdst)
epoch = time.gmtime(0)
print(epoch.tm_zone, epoch.tm_gmtoff, len(epoch), epoch[:3], epoch == tuple(epoch), epoch < time.gmtime(1))
print(time.mktime(summer), time.strftime("%Y-%m-%d %H:%M %Z", summer), time.asctime(winter), time.ctime(0))
print(isinstance(epoch, tuple), type(epoch), time.struct_time.__match_args__, epoch.n_fields, epoch.n_sequence_fields, epoch.n_unnamed_fields)
match epoch:
    case time.struct_time(year, month, tm_wday=weekday):
        print("matched", year, month, weekday)

made = time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0))
print(made, made.tm_zone, made.tm_gmtoff)
zoned = time.struct_time([2024, 1, 2, 3, 4, 5, 6, 7, 0, "CET", 3600])
print(tuple(zoned), zoned.tm_zone, zoned.tm_gmtoff)
again = pickle.loads(pickle.dumps(zoned))
print(again == zoned, again.tm_zone, copy.copy(zoned).tm_gmtoff)
attempt(time.struct_time, (1, 2))
attempt(time.struct_time, range(12))
attempt(time.struct_time, 5)

print(time.strptime("3 Mar 2021", "%d %b %Y"))
print(time.strptime("Thu Nov 12 10:00:00 2020").tm_yday, time.strptime("12:05 PM", "%I:%M %p").tm_hour)
attempt(time.strptime, "x", "%Y")
attempt(time.strptime, "2020 1", "%Y")
attempt(time.strptime, "1", "%Q")

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    info = time.get_clock_info(name)
    print(name, info.implementation, info.monotonic, info.adjustable, info.resolution)
attempt(time.get_clock_info, "sundial")
print(type(time.clock_gettime(time.CLOCK_MONOTONIC)), type(time.clock_gettime_ns(time.CLOCK_REALTIME)), time.clock_getres(time.CLOCK_REALTIME))
print(time.thread_time() >= 0, type(time.thread_time_ns()), abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 60)
attempt(time.clock_gettime, 999)
