"""How messages are read and written: the policy of old."""

from email import header
from email.charset import UNKNOWN8BIT

__all__ = ["Policy", "Compat32", "compat32"]


def has_surrogates(text):
    """Whether there are bytes in it that couldn't be decoded."""
    try:
        text.encode()
        return False
    except UnicodeEncodeError:
        return True


def sanitized(text):
    """Without such bytes."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("ascii", "replace")


class Policy:
    """Settings that can't be changed: `clone` gives others."""

    raise_on_defect = False
    linesep = "\n"
    cte_type = "8bit"
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            object.__setattr__(self, name, value)

    def clone(self, **kw):
        new = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            object.__setattr__(new, name, value)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            object.__setattr__(new, name, value)
        return new

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f"{type(self).__name__!r} object attribute {name!r} is read-only")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many such headers a message may have; None: any number."""
        return None


class Compat32(Policy):
    """As messages were before there were policies."""

    mangle_from_ = True

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(":", 1)
        value = value.lstrip(" \t\r\n") + "".join(sourcelines[1:])
        return name, value.rstrip("\r\n")

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        if isinstance(value, str) and has_surrogates(value):
            return header.Header(value, charset=UNKNOWN8BIT, header_name=name)
        return value

    def fold(self, name, value):
        return self._fold(name, value, sanitize=True)

    def fold_binary(self, name, value):
        folded = self._fold(name, value, sanitize=self.cte_type == "7bit")
        return folded.encode("ascii", "surrogateescape")

    def _fold(self, name, value, sanitize):
        parts = [f"{name}: "]
        text = None
        if not isinstance(value, str):
            text = value
        elif not has_surrogates(value):
            text = header.Header(value, header_name=name)
        elif sanitize:
            text = header.Header(value, charset=UNKNOWN8BIT, header_name=name)
        else:
            parts.append(value)
        if text is not None:
            most = self.max_line_length if self.max_line_length is not None else 0
            parts.append(text.encode(linesep=self.linesep, maxlinelen=most))
        parts.append(self.linesep)
        return "".join(parts)


compat32 = Compat32()
