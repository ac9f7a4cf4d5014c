# A handler of ImportError guards an import even where the program may replace that builtin.
import builtins
try:
    import no_such_module_anywhere
    from no_such_module_anywhere import name
except ImportError as error:
    print(type(error).__name__, error)
names = ["ImportError", "print"]
print([hasattr(builtins, each) for each in names])
