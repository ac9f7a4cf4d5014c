"""Attributes of exceptions that are deleted."""
e = ValueError(1)
for name in ("args", "__notes__", "__cause__", "__context__", "__traceback__", "__suppress_context__"):
    try:
        delattr(e, name); print("ok", name)
    except Exception as x:
        print(name, type(x).__name__, x)
e.add_note("a")
del e.__notes__
print(hasattr(e, "__notes__"))
try:
    del e.__notes__
except AttributeError as x: print(x)
e.add_note("b"); print(e.__notes__)
