"""Picklers of one's own, and what can't be pickled or is no pickle."""
import copyreg
import io
import pickle
import re
import types


class Plain:
    def __init__(self, x):
        self.x = x


class Special:
    pass


def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local


def shown(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except (pickle.PickleError, TypeError, ValueError, AttributeError, EOFError, ImportError) as error:
            text = re.sub("from '.*'", "from", str(error))
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", text))


inner, Local = outer()
for value in (lambda: 0, inner, Local, Local(), (i for i in []), io, types.MappingProxyType({}), memoryview(b"a"), type("Made", (), {})):
    shown(lambda: pickle.dumps(value))
for data in [
    b"", b"\x80", b"\x80\x04", b"\x80\x09.", b"\x00", b"\x80\x04N", b"N.", b"K", b"(lp0\nI1\na.", b"cnone\nX\n.", b"c__main__\nNone_\n.",
    b"0.", b".", b"h\x05.", b"g1\n.", b"I01\n.", b"I5\n.", b"L5L\n.", b"S'a'\n.", b"Sbad\n.", b"F1.5\n.", b"Va\\u00e9\n.", b"(dp0\n.",
    b"(I1\nI2\ntp0\n.", b"}.", b"\x80\x02cbuiltins\nlen\n.", b"c__builtin__\nlen\n.", b"N",
]:
    shown(lambda: pickle.loads(data))
shown(
    lambda: pickle.loads("text"), lambda: pickle.loads(5), lambda: pickle.load(5), lambda: pickle.dump(1, 5), lambda: pickle.dumps(1, 9),
    lambda: pickle.loads(bytearray(pickle.dumps(1))), lambda: pickle.loads(pickle.dumps(Plain(1)).replace(b"\x05Plain", b"\x05Plane")),
)


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        return f"id {obj.x}" if isinstance(obj, Plain) else None

    def reducer_override(self, obj):
        return (int, (42,)) if isinstance(obj, Special) else NotImplemented


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded " + pid

    def find_class(self, module, name):
        if name == "Special":
            raise pickle.UnpicklingError("forbidden")
        return super().find_class(module, name)


file = io.BytesIO()
Pickler(file).dump([Plain(7), Special(), 1])
print(file.getvalue())
file.seek(0)
print(Unpickler(file).load())
shown(lambda: Unpickler(io.BytesIO(pickle.dumps(Special()))).load())

file = io.BytesIO()
pickler = pickle.Pickler(file, 4)
value = [1, 2]
pickler.dump(value)
pickler.dump(value)
print(file.getvalue())
pickler.clear_memo()
pickler.dump(value)
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load(), unpickler.load(), unpickler.load())

copyreg.pickle(Special, lambda special: (Plain, (3,)))
print(pickle.loads(pickle.dumps(Special())).x)
print(issubclass(pickle.PicklingError, pickle.PickleError), pickle.UnpicklingError("x"), pickle.PickleError.__mro__[1])
