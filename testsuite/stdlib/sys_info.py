"""What sys knows of the machine, the exception being handled, and its hooks."""
import sys

print(sys.float_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info[6], sys.float_info.mant_dig, len(sys.float_info))
print(sys.int_info)
print(sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf, hash(float("inf")))
print(sys.maxsize == 2**63 - 1, sys.maxunicode, sys.byteorder, sys.platform, sys.float_repr_style)
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info > (3, 13, 0, "beta"))
print(sys.implementation.name, sys.implementation.version[:2], sys.implementation.cache_tag)
print(sys.flags.debug, sys.flags.optimize, sys.flags.dev_mode, sys.flags.utf8_mode)
print(sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.is_finalizing())
sys.setrecursionlimit(2000)
print(sys.getrecursionlimit(), sys.getswitchinterval())
print(isinstance(sys.path, list), isinstance(sys.path[0], str), isinstance(sys.argv[0], str))
print(sys.intern("a b") is sys.intern("a" + " b"))

print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as error:
    kind, value, traceback = sys.exc_info()
    print(kind is ZeroDivisionError, value is error, traceback is not None, traceback.tb_lineno)
    try:
        raise KeyError("inner")
    except KeyError:
        print(sys.exc_info()[1], sys.exception().__context__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())


def handling():
    return sys.exc_info()[0]


try:
    raise ValueError
except ValueError:
    print(handling())

sys.displayhook(None)
sys.displayhook("shown")


class Broken:
    def __del__(self):
        raise RuntimeError("in __del__")


def unraisable(info):
    print("unraisable:", info.exc_type.__name__, info.exc_value, info.err_msg, info.object.__name__)


sys.unraisablehook = unraisable
Broken()


def hook(kind, value, traceback):
    print("uncaught:", kind.__name__, value, traceback.tb_lineno > 0)
    sys.stdout.flush()


sys.excepthook = hook
raise LookupError("last words")
