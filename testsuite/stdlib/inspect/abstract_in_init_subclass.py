"""Whether a class is abstract is known in `__init_subclass__`, too, before its class statement ends."""
import abc
import inspect


class Plugin(abc.ABC):
    registry = {}

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        print(cls.__name__, inspect.isabstract(cls), hasattr(cls, "__abstractmethods__"))
        if not inspect.isabstract(cls):
            Plugin.registry[cls.__name__] = cls

    @abc.abstractmethod
    def run(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class Named(Plugin):
    name = "named"


class Runs(Named):
    def run(self):
        return 1


class MoreAbstract(Runs):
    @abc.abstractmethod
    def more(self): ...


class Replaced(MoreAbstract):
    more = None


print(list(Plugin.registry))
print([inspect.isabstract(each) for each in (Plugin, Named, Runs, MoreAbstract, Replaced, int, 3)])
