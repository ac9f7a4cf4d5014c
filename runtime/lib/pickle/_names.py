"""Names that Python 2 had, which protocols below 3 are written with."""


def to_raw_escapes(text):
    """A text as protocol 0 writes it: what Latin-1 hasn't, and what ends lines, becomes `\\u` or `\\U` and digits."""
    for letter in "\\\0\n\r\x1a":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("raw_unicode_escape")


def from_raw_escapes(data):
    """The text again."""
    return data.decode("raw_unicode_escape")


# Python 3's modules to Python 2's.
_MODULES = {
    "builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer", "configparser": "ConfigParser",
    "reprlib": "repr", "winreg": "_winreg", "_thread": "thread", "_dummy_thread": "dummy_thread", "dbm.gnu": "gdbm", "dbm.dumb": "dumbdbm",
    "test.support": "test.test_support", "xmlrpc.client": "xmlrpclib", "xmlrpc.server": "SimpleXMLRPCServer", "http.client": "httplib",
    "http.cookies": "Cookie", "http.cookiejar": "cookielib", "http.server": "CGIHTTPServer", "html.entities": "htmlentitydefs",
    "html.parser": "HTMLParser", "urllib.robotparser": "robotparser", "_markupbase": "markupbase", "tkinter": "Tkinter",
}
# (module, name) of Python 3 to Python 2's.
_NAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
    ("_functools", "reduce"): ("__builtin__", "reduce"), ("sys", "intern"): ("__builtin__", "intern"),
    ("builtins", "chr"): ("__builtin__", "unichr"), ("builtins", "str"): ("__builtin__", "unicode"),
    ("builtins", "int"): ("__builtin__", "long"), ("itertools", "zip_longest"): ("itertools", "izip_longest"),
    ("itertools", "filterfalse"): ("itertools", "ifilterfalse"), ("builtins", "filter"): ("itertools", "ifilter"),
    ("builtins", "map"): ("itertools", "imap"), ("builtins", "zip"): ("itertools", "izip"),
    ("collections", "UserDict"): ("UserDict", "IterableUserDict"), ("collections", "UserList"): ("UserList", "UserList"),
    ("collections", "UserString"): ("UserString", "UserString"),
}
_OLD_EXCEPTIONS = (
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BufferError", "BytesWarning", "DeprecationWarning", "EOFError",
    "EnvironmentError", "Exception", "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning",
    "IndentationError", "IndexError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "NameError", "NotImplementedError",
    "OSError", "OverflowError", "PendingDeprecationWarning", "ReferenceError", "RuntimeError", "RuntimeWarning", "StopIteration",
    "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TypeError", "UnboundLocalError", "UnicodeDecodeError",
    "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning",
    "ZeroDivisionError",
)
_OS_ERRORS = (
    "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError",
    "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError",
    "ProcessLookupError", "TimeoutError",
)
for _name in _OLD_EXCEPTIONS:
    _NAMES["builtins", _name] = ("exceptions", _name)
for _name in _OS_ERRORS:
    _NAMES["builtins", _name] = ("exceptions", "OSError")
for _name in ("ModuleNotFoundError",):
    _NAMES["builtins", _name] = ("exceptions", "ImportError")

_OLD_MODULES = {old: new for new, old in _MODULES.items()}
_OLD_MODULES.update({"exceptions": "builtins", "cPickle": "pickle", "__builtin__": "builtins", "StringIO": "io", "cStringIO": "io"})
_OLD_NAMES = {old: new for new, old in _NAMES.items() if new[0] != "_functools" and new[1] not in _OS_ERRORS and new[1] != "ModuleNotFoundError"}
_OLD_NAMES["__builtin__", "basestring"] = ("builtins", "str")
_OLD_NAMES["exceptions", "StandardError"] = ("builtins", "Exception")


def to_old(module, name):
    """Python 2's module and name."""
    if (module, name) in _NAMES:
        return _NAMES[module, name]
    return _MODULES.get(module, module), name


def from_old(module, name):
    """Python 3's module and name."""
    if (module, name) in _OLD_NAMES:
        return _OLD_NAMES[module, name]
    return _OLD_MODULES.get(module, module), name
