import pickle, zoneinfo, io
from datetime import datetime, timedelta, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
z = ZoneInfo("Europe/Berlin")
print(z, repr(z), z is ZoneInfo("Europe/Berlin"), ZoneInfo.no_cache("Europe/Berlin") is z, z.key)
for bad in ["Nope/Zone", "/etc/passwd", "../x", "a//b", ""]:
    try: print(ZoneInfo(bad))
    except Exception as e: print(type(e).__name__, e, isinstance(e, KeyError))
for year in (2024, 2037, 2050):
    for m, d in ((3, 31), (10, 27)):
        t = datetime(year, m, d, 2, 30, tzinfo=z)
        print(t, t.replace(fold=1), t.utcoffset(), t.dst(), t.tzname())
print(datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo("America/New_York")))
print(time(12, tzinfo=z).utcoffset(), time(12, tzinfo=ZoneInfo("UTC")).utcoffset(), ZoneInfo("Etc/GMT+5").utcoffset(None))
print(pickle.loads(pickle.dumps(z)) is z)
with open("/usr/share/zoneinfo/Asia/Tokyo", "rb") as f:
    t = ZoneInfo.from_file(f, key="mine")
print(t, repr(t), datetime(2020, 1, 1, tzinfo=t).isoformat())
with open("/usr/share/zoneinfo/Asia/Tokyo", "rb") as f:
    t = ZoneInfo.from_file(f); print(str(t)[:40])
try: pickle.dumps(t)
except Exception as e: print(type(e).__name__, e)
try: ZoneInfo.from_file(io.BytesIO(b"nonsense"))
except ValueError as e: print(e)
ZoneInfo.clear_cache(); print(ZoneInfo("Europe/Berlin") is z)
print("Europe/Paris" in zoneinfo.available_timezones())
class Z(ZoneInfo): pass
print(repr(Z("UTC")))
