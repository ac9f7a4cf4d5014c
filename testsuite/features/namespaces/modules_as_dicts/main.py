"""The dicts of modules: __dict__, vars(), dir(), setattr, and star imports of what only the dict knows."""
import json
import math

import settings
import settings as alias
from generated import *
from settings import level

print(sorted(name for name in vars(settings) if not name.startswith("_")))
print(settings.__dict__["level"], level, vars(settings) is settings.__dict__, isinstance(vars(settings), dict))
settings.__dict__["level"] = 9
print(settings.level, settings.current_level(), level)
setattr(settings, "extra", [1])
print(settings.extra, settings.get("extra"), alias.extra)
vars(settings)["by_vars"] = 3
print(settings.by_vars, settings.get("by_vars"))
delattr(settings, "extra")
print(hasattr(settings, "extra"), settings.get("extra"))
print([name for name in dir(settings) if not name.startswith("_")])
try:
    settings.nothing
except AttributeError as error:
    print(error)

# Names that the module's body stored under computed names.
print(field_0, field_1, Color_red, hidden)

print(math.__dict__["pi"], vars(math)["floor"](2.5), "sqrt" in vars(math), math.__dict__["__name__"])
print(sorted(name for name in vars(json) if name in ("dumps", "loads")), json.__dict__["dumps"]([1]))
print(settings.__dict__["Options"].__module__, settings.Options().describe())
settings.Options.describe = lambda self: "patched"
print(settings.Options().describe())
