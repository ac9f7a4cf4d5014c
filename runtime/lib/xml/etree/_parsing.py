"""From texts to trees, by Expat."""

import _expat

from xml.etree._elements import Comment, Element, ParseError, ProcessingInstruction

(_START, _END, _TEXT, _INSTRUCTION, _COMMENT, _PREFIX_START, _PREFIX_END, _PLAIN_START, _PLAIN_END, _TYPE_START, _TYPE_END, _OTHER,
 _DECLARATION) = range(13)
_UNDEFINED_ENTITY, _UNKNOWN_ENCODING = 11, 18


class TreeBuilder:
    """Makes a tree of the starts and ends of elements."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._factory = Element if element_factory is None else element_factory
        self._comment_factory = Comment if comment_factory is None else comment_factory
        self._pi_factory = ProcessingInstruction if pi_factory is None else pi_factory
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis
        self._data = []
        self._open = []
        self._last = None
        self._root = None
        self._is_tail = False

    def close(self):
        """The root."""
        if self._open:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        if not self._data:
            return
        if self._last is not None:
            text = "".join(self._data)
            if self._is_tail:
                self._last.tail = text
            else:
                self._last.text = text
        self._data = []

    def data(self, data, /):
        """A piece of text."""
        self._data.append(data)

    def start(self, tag, attrs, /):
        """An element begins."""
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._is_tail = False
        return element

    def end(self, tag, /):
        """An element ends."""
        self._flush()
        self._last = self._open.pop()
        self._is_tail = True
        return self._last

    def comment(self, text, /):
        """A comment."""
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        """A processing instruction."""
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, is_inserted, *args):
        element = factory(*args)
        if is_inserted:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._is_tail = True
        return element


class XMLParser:
    """Parses pieces of a text, and tells a target of what stands in them."""

    def __init__(self, *, target=None, encoding=None):
        self._target = self.target = TreeBuilder() if target is None else target
        self._encoding = encoding
        self._parser = None
        self._decoding = None
        self.entity = {}
        self.version = "Expat 2.5.0"
        find = self._method
        self._on_start, self._on_end, self._on_text = find("start"), find("end"), find("data")
        self._on_comment, self._on_pi = find("comment"), find("pi")
        self._on_start_ns, self._on_end_ns, self._on_doctype = find("start_ns"), find("end_ns"), find("doctype")

    def _method(self, name):
        return getattr(self._target, name, None)

    def feed(self, data, /):
        """Parses a piece, text or bytes."""
        if isinstance(data, str):
            encoded = data.encode("utf-8", "surrogatepass")
            self._run(encoded, False, "utf-8")
        else:
            self._run(bytes(data) if isinstance(data, (bytearray, memoryview)) else data, False, self._encoding)

    def _run(self, data, is_final, encoding):
        is_first = self._parser is None
        if is_first:
            self._parser = _expat.parser(encoding, "}")
        if self._decoding is not None:
            data = data.decode(self._decoding).encode("utf-8")
        events = self._parser.parse(data, is_final)
        code = self._parser.error()[0]
        if code == _UNKNOWN_ENCODING and is_first:
            # Python may know it.
            self._decoding = self._declared(data)
            self._parser = _expat.parser("utf-8", "}")
            events = self._parser.parse(data.decode(self._decoding).encode("utf-8"), is_final)
            code = self._parser.error()[0]
        self._tell(events)
        if code:
            self._fail(*self._parser.error())

    def _declared(self, data):
        """The encoding that the text says it's in."""
        import re

        found = re.match(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)""", data)
        if self._encoding is not None:
            return self._encoding
        name = found[1].decode() if found else "utf-8"
        "".encode(name)
        return name

    def _fail(self, code, text, line, column, byte):
        error = ParseError(f"{text}: line {line}, column {column}")
        error.code = code
        error.position = line, column
        raise error

    def _tell(self, events):
        """Calls the target's methods."""
        on_start, on_end, on_text = self._on_start, self._on_end, self._on_text
        for event in events:
            kind = event[0]
            if kind == _START:
                if on_start is not None:
                    values = event[2]
                    on_start(event[1], dict(zip(values[::2], values[1::2])))
            elif kind == _TEXT:
                if on_text is not None:
                    on_text(event[1])
            elif kind == _END:
                if on_end is not None:
                    on_end(event[1])
            else:
                self._tell_rest(kind, event)

    def _tell_rest(self, kind, event):
        if kind == _COMMENT and self._on_comment is not None:
            self._on_comment(event[1])
        elif kind == _INSTRUCTION and self._on_pi is not None:
            self._on_pi(event[1], event[2])
        elif kind == _PREFIX_START and self._on_start_ns is not None:
            self._on_start_ns(event[1] or "", event[2] or "")
        elif kind == _PREFIX_END and self._on_end_ns is not None:
            self._on_end_ns(event[1] or "")
        elif kind == _TYPE_START and self._on_doctype is not None:
            self._on_doctype(event[1], event[3], event[2])
        elif kind == _OTHER and event[1].startswith("&"):
            name = event[1][1:-1]
            if name not in self.entity:
                self._fail(_UNDEFINED_ENTITY, f"undefined entity {event[1]}", event[2], event[3], 0)
            if self._on_text is not None:
                self._on_text(self.entity[name])

    def flush(self):
        """Parses what's kept back."""

    def close(self):
        """Ends the text; what the target's `close` gives."""
        self._run(b"", True, self._encoding)
        finish = getattr(self._target, "close", None)
        return None if finish is None else finish()


class XMLPullParser:
    """Parses pieces of a text, and keeps the events for who asks for them."""

    def __init__(self, events=None, *, _parser=None):
        self._events_queue = []
        self._parser = _parser or XMLParser(target=TreeBuilder())
        if events is None:
            events = ("end",)
        self._watch(events)

    def _watch(self, events):
        """The parser's calls of its target leave events."""
        parser, target, add = self._parser, self._parser._target, self._events_queue.append
        names = {"start": "_on_start", "end": "_on_end", "comment": "_on_comment", "pi": "_on_pi", "start-ns": "_on_start_ns",
                 "end-ns": "_on_end_ns"}
        for event in events:
            if event not in names:
                raise ValueError(f"unknown event {event!r}")
            method = getattr(target, event.replace("-", "_"), None)
            if event == "start-ns":
                call = (lambda prefix, uri, method=method: add(("start-ns", method(prefix, uri) if method else (prefix, uri))))
            elif event == "end-ns":
                call = (lambda prefix, method=method: add(("end-ns", method(prefix) if method else None)))
            else:
                call = (lambda *args, event=event, method=method: add((event, method(*args))))
            setattr(parser, names[event], call)

    def feed(self, data):
        """Parses a piece."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        try:
            self._parser.feed(data)
        except SyntaxError as error:
            # Who reads the events gets it.
            self._events_queue.append(error)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """Ends the text."""
        self._close_and_return_root()

    def read_events(self):
        """The events since the last call."""
        events = self._events_queue
        while events:
            event = events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        """Parses what's kept back."""
        if self._parser is None:
            raise ValueError("flush() called after end of stream")
        self._parser.flush()


for _class in (TreeBuilder, XMLParser, XMLPullParser):
    _class.__module__ = "xml.etree.ElementTree"
