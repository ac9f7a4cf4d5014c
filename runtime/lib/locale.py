"""Conventions of languages and countries. Compiled programs know those of the C locale, whatever the encoding; others are a NotImplementedError."""

import os
import re

# Its warnings tell where it was called from: importing this says so.
from _support import caller_place

__all__ = [
    "getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi",
    "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
    "getencoding", "LC_MESSAGES",
]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

_str = str
# By category, in the order in which the C library lists them, with those that Python has no names for.
_SHOWN = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE",
          "LC_MEASUREMENT", "LC_IDENTIFICATION")
_C_ENCODINGS = ("utf-8", "utf8")


class Error(Exception):
    """The system lacks that locale."""


def _of_environment(category):
    """What the environment's variables say."""
    for name in ("LC_ALL", _SHOWN[category], "LANG"):
        value = os.environ.get(name)
        if value:
            return value
    return "C"


def _is_c(name):
    language, dot, encoding = name.partition(".")
    return name == "POSIX" or language == "C" and (not dot or encoding.lower() in _C_ENCODINGS)


# CPython sets LC_CTYPE when it starts, where C means UTF-8.
_first = _of_environment(LC_CTYPE)
_current = {category: "C" for category in range(LC_ALL)}
_current[LC_CTYPE] = "C.UTF-8" if _first in ("C", "POSIX") else _first


def _composite():
    """What all categories are set to, as the C library writes it."""
    found = [_current.get(category, "C") for category in range(LC_ALL)]
    if len(set(found)) == 1 and not _others:
        return found[0]
    others = _others or {}
    return ";".join([f"{name}={_current[place] if place < LC_ALL else others.get(name, 'C')}" for place, name in enumerate(_SHOWN)])


# The categories that Python has no names for, where they differ from LC_CTYPE.
_others = {name: "C" for name in _SHOWN[LC_ALL:]}


def _may_be_installed(name):
    """Whether the system may know the locale's language."""
    language = name.partition(".")[0].partition("@")[0]
    try:
        if any([each.startswith(language) for each in os.listdir("/usr/lib/locale")]):
            return True
        with open("/usr/lib/locale/locale-archive", "rb") as archive:
            return language.encode() in archive.read()
    except OSError:
        return False


def _checked(name):
    if "\0" in name:
        raise ValueError("embedded null character")
    if _is_c(name):
        return "C" if name == "POSIX" else name
    if not _may_be_installed(name):
        raise Error("unsupported locale setting")
    raise NotImplementedError(f"aiocc knows the conventions of the C locale only, not those of {name!r}")


def _named(locale):
    """A locale as a str."""
    if isinstance(locale, _str):
        return locale
    try:
        language, encoding = locale
    except (TypeError, ValueError):
        raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding.") from None
    name = language or "C"
    return f"{name.partition('.')[0]}.{encoding}" if encoding else normalize(name)


def setlocale(category, locale=None):
    """Sets a category's locale, to that of the environment if it's empty: its name, or without one what it is now."""
    global _others
    if category not in range(LC_ALL + 1):
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is None or locale == () and category != LC_ALL:
        return _composite() if category == LC_ALL else _current[category]
    name = _named(locale)
    if ";" in name and category == LC_ALL:
        # What an earlier call has given.
        settings = dict([part.split("=", 1) for part in name.split(";")])
        for place, each in enumerate(_SHOWN[:LC_ALL]):
            _current[place] = _checked(settings.get(each, "C"))
        _others = {each: settings.get(each, "C") for each in _SHOWN[LC_ALL:]}
        return _composite()
    categories = range(LC_ALL) if category == LC_ALL else (category,)
    found = {each: _checked(name or _of_environment(each)) for each in categories}
    _current.update(found)
    if category == LC_ALL:
        _others = None
        return _composite()
    return _current[category]


def getlocale(category=LC_CTYPE):
    """The language and the encoding of a category; None for both in the C locale."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return _parsed(name)


def _parsed(name):
    language, dot, encoding = name.partition(".")
    if not dot:
        return (None, None) if language in ("C", "POSIX") else (language, None)
    return language, "UTF-8" if encoding.lower() in _C_ENCODINGS else encoding


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """What the environment's variables say, as language and encoding."""
    import warnings
    warnings._deprecated("locale.getdefaultlocale",
                         "{name!r} is deprecated and slated for removal in Python {remove}. Use setlocale(), getencoding() and getlocale() instead.",
                         remove=(3, 15))
    for name in envvars:
        value = os.environ.get(name)
        if value:
            return _parsed(value.split(":")[0] if name == "LANGUAGE" else value)
    return _parsed("C")


def normalize(localename):
    """The full name of a locale that's named in short."""
    if _is_c(localename) or "." in localename:
        return localename
    raise NotImplementedError(f"aiocc has no table of the full names of locales: {localename!r}")


def getencoding():
    """The encoding of LC_CTYPE."""
    return "UTF-8" if "." in _current[LC_CTYPE] else "ANSI_X3.4-1968"


def getpreferredencoding(do_setlocale=True):
    """The encoding that texts of users are in."""
    return getencoding()


def localeconv():
    """How numbers and money are written, as a dict."""
    found = {name: "" for name in ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep")}
    found["mon_grouping"] = []
    found.update({name: "" for name in ("positive_sign", "negative_sign")})
    found.update({name: CHAR_MAX for name in ("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                                              "n_sep_by_space", "p_sign_posn", "n_sign_posn")})
    return {**found, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(string1, string2, /):
    """Below, equal to or above zero as the texts' order is."""
    for place, each in enumerate((string1, string2), 1):
        if not isinstance(each, _str):
            raise TypeError(f"strcoll() argument {place} must be str, not {type(each).__name__}")
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    """What sorts as the text does."""
    return string


# `%` and its fields, as far as numbers are concerned.
_FIELD = re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")


def format_string(f, val, grouping=False, monetary=False):
    """`f % val` by the conventions of LC_NUMERIC."""
    fields = [field for field in _FIELD.finditer(f) if field[0] != "%%"]
    if isinstance(val, tuple):
        wanted = len(fields) + sum([field["modifiers"].count("*") for field in fields])
        if len(val) < wanted:
            raise IndexError("tuple index out of range")
        # Values that no field wants are left out.
        return f % val[:wanted]
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float with at most twelve digits."""
    return "%.12g" % val


def delocalize(string):
    """A number as Python writes it."""
    return string


def localize(string, grouping=False, monetary=False):
    """A number as the locale writes it."""
    return string


def atof(string, func=float):
    """A float out of its text."""
    return func(delocalize(string))


def atoi(string):
    """An int out of its text."""
    return int(delocalize(string))


# What nl_langinfo takes: the numbers are the C library's.
ABDAY_1, ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7 = range(131072, 131079)
DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7 = range(131079, 131086)
ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6, ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 = range(131086, 131098)
MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 = range(131098, 131110)
AM_STR, PM_STR, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, ERA = range(131110, 131117)
ERA_D_FMT, ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT = range(131118, 131122)
CODESET, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, CRNCYSTR = 14, 65536, 65537, 327680, 327681, 262159

_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_INFORMATION = {
    AM_STR: "AM", PM_STR: "PM", D_T_FMT: "%a %b %e %H:%M:%S %Y", D_FMT: "%m/%d/%y", T_FMT: "%H:%M:%S", T_FMT_AMPM: "%I:%M:%S %p", ERA: "",
    ERA_D_FMT: "", ALT_DIGITS: "", ERA_D_T_FMT: "", ERA_T_FMT: "", CODESET: "", RADIXCHAR: ".", THOUSEP: "", YESEXPR: "^[yY]",
    NOEXPR: "^[nN]", CRNCYSTR: "-",
    **{ABDAY_1 + place: name[:3] for place, name in enumerate(_DAYS)}, **{DAY_1 + place: name for place, name in enumerate(_DAYS)},
    **{ABMON_1 + place: name[:3] for place, name in enumerate(_MONTHS)}, **{MON_1 + place: name for place, name in enumerate(_MONTHS)},
}


def nl_langinfo(key, /):
    """One of the locale's texts."""
    if key not in _INFORMATION:
        raise ValueError("unsupported langinfo constant")
    return getencoding() if key == CODESET else _INFORMATION[key]
