# MappingProxyType: its methods, hash and operators.
import types


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Hashable(dict):
    def __hash__(self):
        return 34

    def get(self, key, default=None):
        return "own", key


proxy = types.MappingProxyType({"a": 1})
attempt(lambda: hash(proxy))
attempt(lambda: hash(types.MappingProxyType(Hashable())))
attempt(lambda: types.MappingProxyType(Hashable()).get("x"))
attempt(lambda: types.MappingProxyType.get(proxy, "b", 3))
print([name for name in dir(proxy) if not name.startswith("__")])


def merge():
    global proxy
    proxy |= {"b": 2}


attempt(merge)
print(proxy | {"c": 3}, {"c": 3} | proxy, proxy.copy(), list(proxy.items()), list(reversed(proxy)))
