"""Descriptors in exact look-up order, properties, and super in all its places."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Data:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return f"get {self.name} of {'class' if instance is None else 'instance'} {owner.__name__}"

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value
        print("set", self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class SetOnly:
    def __set__(self, instance, value):
        print("set only", value)


class Owner:
    data = Data()
    non = NonData()
    only = SetOnly()
    plain = "class"


owner = Owner()
print(owner.data, Owner.data, owner.non, Owner.non, owner.only is Owner.__dict__["only"])
owner.data = 5
owner.non = "instance wins"
owner.plain = "instance"
owner.only = 1
del owner.data
print(owner.data, owner.non, owner.plain, sorted(owner.__dict__.items()))
owner.__dict__["only"] = "dict wins"
print(owner.only, Owner.plain)
del owner.plain
print(owner.plain)
attempt(delattr, owner, "plain")
attempt(lambda: owner.missing)


class Temperature:
    """Keeps degrees."""

    def __init__(self):
        self._degrees = 0

    @property
    def degrees(self):
        """Degrees, Celsius."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        self._degrees = 0

    @property
    def read_only(self):
        return "fixed"

    write_only = property(None, lambda self, value: print("written", value), doc="Only written.")
    kelvin = property(lambda self: self._degrees + 273)


t = Temperature()
t.degrees = 20
print(t.degrees, t.kelvin, Temperature.degrees.__doc__, Temperature.write_only.__doc__, Temperature.degrees.fget.__name__)
t.write_only = 3
del t.degrees
print(t.degrees)
attempt(setattr, t, "degrees", -300)
attempt(setattr, t, "read_only", 1)
attempt(delattr, t, "read_only")
attempt(lambda: t.write_only)


class Warmer(Temperature):
    @property
    def degrees(self):
        return super().degrees + 1

    @degrees.setter
    def degrees(self, value):
        super(Warmer, type(self)).degrees.fset(self, value)

    @Temperature.read_only.getter
    def read_only(self):
        return super().read_only + "!"


w = Warmer()
w.degrees = 10
print(w.degrees, w.read_only)


class A:
    def who(self):
        return ["A"]

    @classmethod
    def make(cls):
        return [cls.__name__]

    @staticmethod
    def help():
        return "A.help"

    def __getitem__(self, key):
        return ("A", key)

    value = "A.value"


class B(A):
    def who(self):
        return ["B"] + super().who()

    @classmethod
    def make(cls):
        return ["B"] + super().make()

    def __getitem__(self, key):
        return super().__getitem__(key) + ("B",)

    def nested(self):
        def inner():
            return super(B, self).who() + [super().__thisclass__.__name__ if False else __class__.__name__]

        return inner(), [super(B, self).value for _ in range(2)], (lambda: super(B, self).help())()

    def assign(self):
        super().value = "no"


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


d = D()
print(d.who(), D.make(), d["k"], d.nested(), super(B, d).who(), super(C, d).who())
attempt(d.assign)
attempt(lambda: super(B, A()))
attempt(lambda: super(1, A()))
attempt(lambda: super(B, d).nothing)
print(super(D, d).__self__ is d, super(D, d).__thisclass__, super(D, D).make())


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("getattr", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        delattr(self.target, name)


class Target:
    x = 1


proxy = Proxy(Target())
proxy.x = 5
print(proxy.x, proxy.target.x)
del proxy.x
print(proxy.x)
attempt(lambda: proxy.nothing)


class Watched:
    def __init__(self):
        self.count = 0

    def __getattribute__(self, name):
        if name == "secret":
            return "intercepted"
        if name == "fails":
            raise AttributeError("custom text")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback {name}"


watched = Watched()
print(watched.secret, watched.count, watched.fails, watched.other, getattr(watched, "q", 0), hasattr(watched, "anything"))


class Method:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return lambda *args: self.function(instance, *args)


class Uses:
    scale = 2

    @Method
    def times(self, n):
        return self.scale * n


print(Uses().times(21))


class Meta(type):
    shared = "meta"

    @property
    def both(cls):
        return "meta property"

    def only_meta(cls):
        return cls.__name__


class WithMeta(metaclass=Meta):
    both = "class attribute"
    shared = "class"


print(WithMeta.both, WithMeta.shared, WithMeta.only_meta(), WithMeta().both)
attempt(lambda: WithMeta().only_meta)


class NameError_:
    def __set_name__(self, owner, name):
        raise ValueError("refused " + name)


try:

    class Broken:
        field = NameError_()

except ValueError as error:
    print(error, error.__notes__)
