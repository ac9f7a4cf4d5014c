"""Splitting of text as a shell does it."""

import sys
from collections import deque

__all__ = ["shlex", "split", "quote", "join"]

_WORD_CHARS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LETTERS_OF_WEST_EUROPE = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
_SAFE_CHARS = frozenset(_WORD_CHARS + "@%+=:,./-")


class _Text:
    """A str to be read like a file."""

    def __init__(self, text):
        self.text = text
        self.place = 0

    def read(self, count):
        start = self.place
        self.place = min(start + count, len(self.text))
        return self.text[start:self.place]

    def readline(self):
        end = self.text.find("\n", self.place)
        end = len(self.text) if end < 0 else end + 1
        return self.read(end - self.place)


class shlex:
    """Reads words from a stream; what the characters mean is in attributes."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            instream, infile = sys.stdin, None
        self.instream = _Text(instream) if isinstance(instream, str) else instream
        self.infile = infile
        self.posix = posix
        # What the characters mean.
        self.whitespace, self.commenters = " \t\r\n", "#"
        self.quotes, self.escapedquotes, self.escape = "'\"", '"', "\\"
        self.wordchars = _WORD_CHARS + _LETTERS_OF_WEST_EUROPE if posix else _WORD_CHARS
        self.whitespace_split = False
        self._punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars = "".join([char for char in self.wordchars + "~-./*?=" if char not in self._punctuation_chars])
        # What was read.
        self.eof = None if posix else ""
        self.state, self.token = " ", ""
        self.lineno = 1
        self.pushback, self.filestack = deque(), deque()
        self.source, self.debug = None, 0

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Puts a word back."""
        self.pushback.appendleft(tok)

    def get_token(self):
        """The next word; `eof` at the end."""
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            char = self._pushback_chars.pop()
        else:
            char = self.instream.read(1)
        if char == "\n":
            self.lineno += 1
        return char

    def read_token(self):
        """Reads a word, nothing put back; the states are named by the character that began them, "a" in a word."""
        quoted = False
        escapedstate = " "
        while True:
            char = self._next_char()
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                if not char:
                    self.state = None
                    break
                if char in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                elif char in self.commenters:
                    self._skip_line()
                elif self.posix and char in self.escape:
                    escapedstate = "a"
                    self.state = char
                elif char in self.wordchars:
                    self.token = char
                    self.state = "a"
                elif char in self._punctuation_chars:
                    self.token = char
                    self.state = "c"
                elif char in self.quotes:
                    if not self.posix:
                        self.token = char
                    self.state = char
                elif self.whitespace_split:
                    self.token = char
                    self.state = "a"
                else:
                    self.token = char
                    if self.token or (self.posix and quoted):
                        break
            elif self.state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError("No closing quotation")
                if char == self.state:
                    if not self.posix:
                        self.token += char
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and char in self.escape and self.state in self.escapedquotes:
                    escapedstate = self.state
                    self.state = char
                else:
                    self.token += char
            elif self.state in self.escape:
                if not char:
                    raise ValueError("No escaped character")
                # Within quotes, only the quote and the escape itself can be escaped.
                if escapedstate in self.quotes and char != self.state and char != escapedstate:
                    self.token += self.state
                self.token += char
                self.state = escapedstate
            elif self.posix and self.state == "a" and char and char in self.escape:
                escapedstate = "a"
                self.state = char
            elif self._in_word(char):
                if self.token or (self.posix and quoted):
                    break
        result = self.token
        self.token = ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _in_word(self, char):
        """One character in the states "a" and "c"; true where the word ends."""
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self.state = " "
            return True
        if char in self.commenters:
            self._skip_line()
            if self.posix:
                self.state = " "
                return True
            return False
        if self.state == "c":
            if char in self._punctuation_chars:
                self.token += char
                return False
            if char not in self.whitespace:
                self._pushback_chars.append(char)
            self.state = " "
            return True
        if self.posix and char in self.quotes:
            self.state = char
            return False
        if (char in self.wordchars or char in self.quotes
                or (self.whitespace_split and char not in self._punctuation_chars)):
            self.token += char
            return False
        if self._punctuation_chars:
            self._pushback_chars.append(char)
        else:
            self.pushback.appendleft(char)
        self.state = " "
        return True

    def error_leader(self, infile=None, lineno=None):
        """`"file", line 3: `, as compilers write it."""
        file = self.infile if infile is None else infile
        line = self.lineno if lineno is None else lineno
        return f'"{file}", line {line}: '

    def __next__(self):
        word = self.get_token()
        if word != self.eof:
            return word
        raise StopIteration

    def __iter__(self):
        return self


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.commenters = words.commenters if comments else ""
    words.whitespace_split = True
    return [*words]


def join(split_command):
    """A command line of words."""
    return " ".join([quote(word) for word in split_command])


def quote(s):
    """The word so that a shell takes it as one."""
    if not s:
        return "''"
    for char in s:
        if char not in _SAFE_CHARS:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s
