"""A metaclass derived from ABCMeta: its classes keep their attributes in their own dicts, as those of `type` do."""
import abc
import gc
import inspect


class Meta(abc.ABCMeta):
    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.built = True
        return instance


class Base(metaclass=Meta):
    registry = []

    def __init_subclass__(cls):
        cls.registry.append(cls.__name__)

    @abc.abstractmethod
    def name(self):
        """What it's called."""


class Plain(Base):
    def name(self):
        return "plain"


print([name for name, _ in inspect.getmembers(Plain, inspect.isfunction)])
print("__dict__" in dir(Meta), "__dict__" in vars(Meta), "__weakref__" in vars(Meta), "registry" in Base.__dict__)
Plain.added = 1
print(Plain.added, Plain().built, Base.registry, Plain.__dict__["added"])
try:
    Base()
except TypeError as error:
    print(error)
print(gc.collect() >= 0, Plain().name())
