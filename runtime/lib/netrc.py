"""Files `.netrc`: names and passwords for hosts."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]

_BLANKS = " \t\r\n"
# What a machine's entry consists of, and where in the triple it goes.
_PLACES = {"login": 0, "user": 0, "account": 1, "password": 2}


class NetrcParseError(Exception):
    """The file isn't as it should be."""

    def __init__(self, msg, filename=None, lineno=None):
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        super().__init__(msg)

    def __str__(self):
        return f"{self.msg} ({self.filename}, line {self.lineno})"


class _Words:
    """The words of a text, one after the other; a quoted one may contain blanks, and a backslash keeps the character behind it."""

    def __init__(self, text):
        self.text = text
        self.place = 0
        self.returned = []

    @property
    def line(self):
        """The line that was read last."""
        return self.text.count("\n", 0, self.place) + (not self.text[:self.place].endswith("\n"))

    def rest_of_line(self):
        end = self.text.find("\n", self.place)
        end = len(self.text) if end < 0 else end + 1
        rest = self.text[self.place:end]
        self.place = end
        return rest

    def give_back(self, word):
        self.returned.append(word)

    def next(self):
        """Empty at the end."""
        if self.returned:
            return self.returned.pop()
        while self.place < len(self.text) and self.text[self.place] in _BLANKS:
            self.place += 1
        if self.place == len(self.text):
            return ""
        is_quoted = self.text[self.place] == '"'
        self.place += is_quoted
        return self._word('"' if is_quoted else _BLANKS)

    def _word(self, ends):
        word = ""
        while self.place < len(self.text):
            char = self.text[self.place]
            self.place += 1
            if char in ends:
                break
            if char == "\\":
                char = self.text[self.place:self.place + 1]
                self.place += 1
            word += char
        return word


class netrc:
    """The hosts of a file, each with its login, account and password; and the macros."""

    def __init__(self, file=None):
        is_default = file is None
        if is_default:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding="utf-8") as stream:
                self._read(file, stream, is_default)
        except UnicodeDecodeError:
            with open(file, encoding="locale") as stream:
                self._read(file, stream, is_default)

    def _read(self, file, stream, is_default):
        words = _Words(stream.read())

        def fail(message):
            raise NetrcParseError(message, file, words.line)

        while word := words.next():
            if word.startswith("#"):
                # A lone `#` at a line's end comments on nothing.
                if words.text[words.place - 1:words.place] != "\n":
                    words.rest_of_line()
            elif word == "macdef":
                self._read_macro(words, fail)
            elif word in ("machine", "default"):
                host = words.next() if word == "machine" else "default"
                if not host:
                    fail("missing 'machine' name")
                self.hosts[host] = self._entry(words, fail, host)
                if is_default:
                    self._check_owner(stream, self.hosts[host][0], fail)
            else:
                fail(f"bad toplevel token {word!r}")

    def _read_macro(self, words, fail):
        name = words.next()
        lines = self.macros[name] = []
        if words.text[words.place - 1:words.place] != "\n":
            words.rest_of_line()
        while True:
            line = words.rest_of_line()
            if not line:
                fail("Macro definition missing null line terminator.")
            if line == "\n":
                return
            lines.append(line)

    def _entry(self, words, fail, host):
        entry = ["", "", ""]
        while True:
            word = words.next()
            if word.startswith("#"):
                if words.text[words.place - 1:words.place] != "\n":
                    words.rest_of_line()
            elif word in ("", "machine", "default", "macdef"):
                words.give_back(word)
                return tuple(entry)
            elif word in _PLACES:
                entry[_PLACES[word]] = words.next()
            else:
                fail(f"bad follower token {word!r}")

    def _check_owner(self, stream, login, fail):
        """Nobody else may own the user's own file, or read the passwords in it."""
        if login == "anonymous":
            return
        facts = os.fstat(stream.fileno())
        if facts.st_uid != os.getuid():
            fail(f"~/.netrc file owner (uid {facts.st_uid}) does not match current user (uid {os.getuid()})")
        if facts.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            fail("~/.netrc access too permissive: access permissions must restrict access to only the owner")

    def authenticators(self, host):
        """Login, account and password for the host, or for all others; None without."""
        return self.hosts.get(host) or self.hosts.get("default")

    def __repr__(self):
        text = ""
        for host, (login, account, password) in self.hosts.items():
            text += f"machine {host}\n\tlogin {login}\n"
            if account:
                text += f"\taccount {account}\n"
            text += f"\tpassword {password}\n"
        for name, lines in self.macros.items():
            text += f"macdef {name}\n{''.join(lines)}\n"
        return text
