"""Levels of records: numbers with names."""

NOTSET = 0
DEBUG = 10
INFO = 20
WARN = WARNING = 30
ERROR = 40
FATAL = CRITICAL = 50

_nameToLevel = {
    "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARN, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
}
_levelToName = {level: name for name, level in _nameToLevel.items() if name not in ("WARN", "FATAL")}


def getLevelNamesMapping():
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a level, or the level of a name; `Level 7` where there is none."""
    if level in _levelToName:
        return _levelToName[level]
    return _nameToLevel.get(level, f"Level {level}")


def addLevelName(level, levelName):
    _nameToLevel[levelName] = level
    _levelToName[level] = levelName


def _checkLevel(level):
    """The level as a number, whether it's one or the name of one."""
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    number = _nameToLevel.get(level)
    if number is None:
        raise ValueError(f"Unknown level: {level!r}")
    return number
