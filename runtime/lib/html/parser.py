"""Tells of what stands in a text of HTML, whatever state it's in, tag by tag."""

import re

from html import unescape

__all__ = ["HTMLParser"]

_NAME = r"[a-zA-Z][^\t\n\r\f />\x00]*"
_VALUE = r"'[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*"
_GAP = r"(?:\s|/(?!>))*"

_tag_begin = re.compile(r"<[a-zA-Z]")
_tag_name = re.compile(rf"({_NAME}){_GAP}")
_attribute = re.compile(rf"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*({_VALUE}))?{_GAP}")
_attributes = re.compile(rf"<{_NAME}(?:[\s/]*(?:(?<=['\"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:{_VALUE})\s*)?(?:\s|/(?!>))*)*)?\s*")
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_comment_end = re.compile(r"--\s*>")
_marked_end = re.compile(r"\]\s*\]\s*>")
_office_end = re.compile(r"\]\s*>")
_marked_name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")
_special = re.compile(r"[&<]")
_number_reference = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_name_reference = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_reference_begin = re.compile(r"&[a-zA-Z#]")
_reference_over = re.compile(r"[\s;]")

# The longest name of a character, and a little more.
_LONGEST_REFERENCE = 34
_STANDARD_SECTIONS = ("temp", "cdata", "ignore", "include", "rcdata")
_OFFICE_SECTIONS = ("if", "else", "endif")


class HTMLParser:
    """Calls a method for each thing that it comes across; those that do something are a derived class's."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets what wasn't dealt with yet."""
        self.rawdata = ""
        self.lasttag = "???"
        self.interesting = _special
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0

    def feed(self, data):
        """More text."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """There's no more: what's left is dealt with."""
        self.goahead(1)

    def getpos(self):
        """The place that was come to: the line, from 1, and the column, from 0."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the last start tag."""
        return self.__starttag_text

    __starttag_text = None

    def set_cdata_mode(self, elem):
        """What follows is plain text up to the end tag."""
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.I)

    def clear_cdata_mode(self):
        self.interesting = _special
        self.cdata_elem = None

    def updatepos(self, i, j):
        """Counts lines and columns between two places; gives the second one."""
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    def goahead(self, end):
        """Deals with as much as is complete; with `end`, with all."""
        text = self.rawdata
        size = len(text)
        place = 0
        self._stops = False
        while place < size:
            stop = self._text_end(place, end)
            if stop is None:
                break
            if place < stop:
                self._tell_data(text[place:stop])
            place = self.updatepos(place, stop)
            if place == size:
                break
            following = self._markup(place, end)
            if following is None:
                break
            place = self.updatepos(place, following)
            if self._stops:
                break
        if end and place < size and not self.cdata_elem:
            self._tell_data(text[place:size])
            place = self.updatepos(place, size)
        self.rawdata = text[place:]

    def _tell_data(self, data):
        if self.convert_charrefs and not self.cdata_elem:
            data = unescape(data)
        self.handle_data(data)

    def _text_end(self, place, end):
        """Where plain text ends; None where that isn't known yet."""
        text = self.rawdata
        if self.convert_charrefs and not self.cdata_elem:
            stop = text.find("<", place)
            if stop >= 0:
                return stop
            # A reference may be cut in two.
            begin = text.rfind("&", max(place, len(text) - _LONGEST_REFERENCE))
            if begin >= 0 and not _reference_over.search(text, begin):
                return None
            return len(text)
        match = self.interesting.search(text, place)
        if match:
            return match.start()
        return None if self.cdata_elem else len(text)

    def _markup(self, place, end):
        """Deals with what begins here; the place behind it, None where it isn't complete."""
        text = self.rawdata
        if text.startswith("<", place):
            return self._tag(place, end)
        if text.startswith("&#", place):
            return self._number(place)
        return self._name(place, end)

    def _tag(self, place, end):
        text = self.rawdata
        if _tag_begin.match(text, place):
            following = self.parse_starttag(place)
        elif text.startswith("</", place):
            following = self.parse_endtag(place)
        elif text.startswith("<!--", place):
            following = self.parse_comment(place)
        elif text.startswith("<?", place):
            following = self.parse_pi(place)
        elif text.startswith("<!", place):
            following = self.parse_html_declaration(place)
        elif place + 1 < len(text):
            self.handle_data("<")
            following = place + 1
        else:
            return None
        if following >= 0:
            return following
        return self._unfinished_tag(place) if end else None

    def _unfinished_tag(self, place):
        """At the text's end: a tag that isn't complete is text."""
        text = self.rawdata
        following = text.find(">", place + 1)
        if following >= 0:
            following += 1
        else:
            following = text.find("<", place + 1)
            if following < 0:
                following = place + 1
        self._tell_data(text[place:following])
        return following

    def _number(self, place):
        text = self.rawdata
        match = _number_reference.match(text, place)
        if match:
            self.handle_charref(match.group()[2:-1])
            return self._behind_reference(match)
        if ";" in text[place:]:
            # It's no reference; what follows waits for the next text.
            self.handle_data(text[place:place + 2])
            self._stops = True
            return place + 2
        return None

    def _name(self, place, end):
        text = self.rawdata
        match = _name_reference.match(text, place)
        if match:
            self.handle_entityref(match.group(1))
            return self._behind_reference(match)
        if _reference_begin.match(text, place):
            if end and place + 2 == len(text):
                # CPython drops the ampersand of a reference that ends the text after one letter.
                self._stops = True
                return place + 1
            return None
        if place + 1 < len(text):
            self.handle_data("&")
            return place + 1
        return None

    def _behind_reference(self, match):
        end = match.end()
        return end if self.rawdata.startswith(";", end - 1) else end - 1

    def parse_html_declaration(self, i):
        """`<!`: a comment, a section, a document type."""
        text = self.rawdata
        if text[i:i + 4] == "<!--":
            return self.parse_comment(i)
        if text[i:i + 3] == "<![":
            return self.parse_marked_section(i)
        if text[i:i + 9].lower() == "<!doctype":
            stop = text.find(">", i + 9)
            if stop == -1:
                return -1
            self.handle_decl(text[i + 2:stop])
            return stop + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        """What isn't a declaration counts as a comment."""
        stop = self.rawdata.find(">", i + 2)
        if stop == -1:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_comment(self, i, report=1):
        match = _comment_end.search(self.rawdata, i + 4)
        if not match:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:match.start()])
        return match.end()

    def parse_marked_section(self, i, report=1):
        """`<![NAME[ ... ]]>`, and what office programs write: `<![if ...]>`."""
        text = self.rawdata
        name = _marked_name.match(text, i + 3)
        if not name or name.end() == len(text):
            if name or i + 3 >= len(text):
                return -1
            raise AssertionError("expected name token")
        word = name.group().strip().lower()
        if word in _STANDARD_SECTIONS:
            match = _marked_end.search(text, i + 3)
        elif word in _OFFICE_SECTIONS:
            match = _office_end.search(text, i + 3)
        else:
            raise AssertionError(f"unknown status keyword {text[i + 3:name.end()]!r} in marked section")
        if not match:
            return -1
        if report:
            self.unknown_decl(text[i + 3:match.start()])
        return match.end()

    def parse_pi(self, i):
        """A processing instruction ends with the first `>`."""
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        text = self.rawdata
        self.__starttag_text = text[i:stop]
        match = _tag_name.match(text, i + 1)
        self.lasttag = tag = match.group(1).lower()
        attributes, place = self._attributes(match.end(), stop)
        end = text[place:stop].strip()
        if end not in (">", "/>"):
            self.handle_data(text[i:stop])
        elif end.endswith("/>"):
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return stop

    def _attributes(self, place, stop):
        """Names and values, and the place behind them."""
        found = []
        while place < stop:
            match = _attribute.match(self.rawdata, place)
            if not match:
                break
            name, has_value, value = match.group(1, 2, 3)
            if not has_value:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            if value:
                value = unescape(value)
            found.append((name.lower(), value))
            place = match.end()
        return found, place

    def check_for_whole_start_tag(self, i):
        """The place behind a start tag; -1 where it isn't complete."""
        text = self.rawdata
        match = _attributes.match(text, i)
        place = match.end()
        following = text[place:place + 1]
        if following == ">":
            return place + 1
        if text.startswith("/>", place):
            return place + 2
        # The rest of a value, of a name, or of `/>` may follow.
        if following == "" or following == "/" or following == "=" or following.isascii() and following.isalpha():
            return -1
        return place if place > i else i + 1

    def parse_endtag(self, i):
        text = self.rawdata
        stop = text.find(">", i + 1)
        if stop < 0:
            return -1
        stop += 1
        match = _end_tag.match(text, i)
        if not match:
            return self._strange_endtag(i, stop)
        tag = match.group(1).lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[i:stop])
            return stop
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return stop

    def _strange_endtag(self, i, stop):
        text = self.rawdata
        if self.cdata_elem is not None:
            self.handle_data(text[i:stop])
            return stop
        name = _tag_name.match(text, i + 2)
        if not name:
            if text[i:i + 3] == "</>":
                return i + 3
            return self.parse_bogus_comment(i)
        # Attributes of an end tag are passed over.
        stop = text.find(">", name.end())
        self.handle_endtag(name.group(1).lower())
        return stop + 1

    def handle_data(self, data):
        """For subclasses: text."""

    def handle_starttag(self, tag, attrs):
        """For subclasses: an element begins."""

    def handle_endtag(self, tag):
        """For subclasses: an element ends."""

    def handle_startendtag(self, tag, attrs):
        """An element without content, as XHTML writes it."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_entityref(self, name):
        """For subclasses: a character by its name, where they aren't converted."""

    def handle_charref(self, name):
        """For subclasses: a character by its number, where they aren't converted."""

    def handle_comment(self, data):
        """For subclasses: a comment's text."""

    def handle_pi(self, data):
        """For subclasses: an instruction's text."""

    def handle_decl(self, decl):
        """For subclasses: a declaration's text."""

    def unknown_decl(self, data):
        """For subclasses: a declaration of a kind that HTML doesn't have."""
