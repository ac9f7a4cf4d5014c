# Modules that no import statement names, only a str: of the library, the program's own, and parts of its packages.
import asyncio
import importlib
import sys

NAMES = ["colorsys", "heapq", "plugins.upper", "plugins.deep"]


def load(name, package=None):
    known = name in sys.modules and name.startswith("plugins")
    module = importlib.import_module(name, package)
    print(name, "was there" if known else "is new", module.__name__, sys.modules[module.__name__] is module)
    return module


print([name for name in NAMES if name.startswith("plugins") and name in sys.modules])
modules = {name: load(name) for name in NAMES}
print(modules["colorsys"].rgb_to_hsv(0.5, 0.5, 0.5), modules["heapq"].nsmallest(2, [3, 1, 2]))
print(modules["plugins.upper"].run("text"), modules["plugins.upper"].calls)
print(importlib.import_module("plugins.upper").run("again"), modules["plugins.upper"].calls)

relative = load(".lower", "plugins")
print(relative.run("TEXT"), sys.modules["plugins"].lower is relative, load("plugins").NAME)


# Once is enough, and what a module's body raises comes out each time.
for _ in range(2):
    try:
        importlib.import_module("plugins.broken")
    except ZeroDivisionError as error:
        print("broken:", error, "plugins.broken" in sys.modules)

for name, package in [(".lower", None), ("..lower", "plugins"), ("....x", "plugins.deep")]:
    try:
        importlib.import_module(name, package)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)


async def main():
    tasks = [asyncio.create_task(importlib.import_module(name).work(name)) for name in ("plugins.upper", "plugins.lower")]
    print(await asyncio.gather(*tasks))


asyncio.run(main())
print(sorted(name for name in globals() if "import" in name))
