import plistlib, datetime, collections
from plistlib import UID
d = {"str": "a<b>&é\r\n", "int": 5, "neg": -3, "big": 2**63, "f": 1.5, "t": True, "F": False, "list": [1, [2], {}], "empty": [], "data": b"\x00\x01" * 60, "date": datetime.datetime(2020, 1, 2, 3, 4, 5), "nest": {"b": 1, "a": (1, 2)}, "s": "x" * 300}
x = plistlib.dumps(d); print(x.decode()); print(plistlib.loads(x)); print(plistlib.loads(x.decode())["str"])
b = plistlib.dumps(d, fmt=plistlib.FMT_BINARY); print(b); print(plistlib.loads(b)); print(plistlib.loads(b, dict_type=collections.OrderedDict).__class__)
print(plistlib.dumps({"u": UID(5), "v": UID(70000), "d": {1: 2}}, fmt=plistlib.FMT_BINARY, skipkeys=True), plistlib.loads(plistlib.dumps([UID(5)], fmt=plistlib.FMT_BINARY)), UID(3) == UID(3))
print(plistlib.dumps({"z": 1, "a": 2}, sort_keys=False))
for bad in (lambda: plistlib.dumps({1: 2}), lambda: plistlib.dumps(None), lambda: plistlib.dumps("a\x00"), lambda: plistlib.loads(b"junk"), lambda: plistlib.loads(b"bplist00junk"), lambda: plistlib.dumps(2**64), lambda: UID(-1), lambda: UID("x"), lambda: plistlib.dumps(1, fmt=9), lambda: plistlib.loads("x", fmt=plistlib.FMT_BINARY), lambda: plistlib.loads(b"<plist><integer>0x1F</integer></plist>"), lambda: plistlib.loads(b"<plist><bad")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
