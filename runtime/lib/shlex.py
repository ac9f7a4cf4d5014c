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
        # Whether there were quotes, and the state that an escape goes back to.
        self._was_quoted, self._escaped_in = False, " "
        while True:
            char = self._next_char()
            if self.state is None:
                self.token = ""
                break
            if self._ends_with(char):
                break
        word, self.token = self.token, ""
        return None if word == "" and self.posix and not self._was_quoted else word

    def _has_word(self):
        return self.token != "" or (self.posix and self._was_quoted)

    def _ends_with(self, char):
        """Goes on by a character, which is empty at the end; whether that ends the word."""
        state = self.state
        if state == " ":
            return self._between_words(char)
        if state in self.quotes:
            return self._in_quotes(char)
        if state in self.escape:
            return self._after_escape(char)
        if state == "a" and self.posix and char and char in self.escape:
            self._escape(char)
            return False
        return self._in_word(char) and self._has_word()

    def _escape(self, char, inside="a"):
        self._escaped_in, self.state = inside, char

    def _between_words(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            return self._has_word()
        if char in self.commenters:
            self._skip_line()
        elif self.posix and char in self.escape:
            self._escape(char)
        elif char in self.quotes and char not in self.wordchars and char not in self._punctuation_chars:
            self.token = "" if self.posix else char
            self.state = char
        else:
            self.token = char
            if char in self.wordchars:
                self.state = "a"
            elif char in self._punctuation_chars:
                self.state = "c"
            elif self.whitespace_split:
                self.state = "a"
            else:
                # A word of its own.
                return True
        return False

    def _in_quotes(self, char):
        self._was_quoted = True
        if not char:
            raise ValueError("No closing quotation")
        if char == self.state:
            self.token += "" if self.posix else char
            self.state = "a" if self.posix else " "
            return not self.posix
        if self.posix and char in self.escape and self.state in self.escapedquotes:
            self._escape(char, self.state)
        else:
            self.token += char
        return False

    def _after_escape(self, char):
        if not char:
            raise ValueError("No escaped character")
        # Within quotes, only the quote and the escape itself can be escaped.
        if self._escaped_in in self.quotes and char not in (self.state, self._escaped_in):
            self.token += self.state
        self.token += char
        self.state = self._escaped_in
        return False

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
