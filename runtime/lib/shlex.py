"""Splitting of text as a shell does it."""

import sys
from collections import deque

__all__ = ["shlex", "split", "quote", "join"]

_WORD_CHARS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
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
        if isinstance(instream, str):
            instream = _Text(instream)
        if instream is not None:
            self.instream = instream
            self.infile = infile
        else:
            self.instream = sys.stdin
            self.infile = None
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _WORD_CHARS
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(self.wordchars.maketrans(dict.fromkeys(punctuation_chars)))

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
        if infile is None:
            infile = self.infile
        if lineno is None:
            lineno = self.lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


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
