"""Line ends of text that comes piece by piece."""

_LINE_ENDS = ("\r", "\n", "\r\n")


class IncrementalNewlineDecoder:
    """Decodes by another decoder, or takes text where that is None; notes which line ends come along, and makes each `\\n` if it translates.
    A `\\r` at the end of a piece waits, since `\\n` may follow."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._waits = False
        self._seen = set()

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._waits and (text or final):
            text = "\r" + text
            self._waits = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._waits = True
        self._note(text)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    def _note(self, text):
        if "\r" not in text:
            if "\n" in text:
                self._seen.add("\n")
            return
        pairs = text.count("\r\n")
        for count, end in ((pairs, "\r\n"), (text.count("\r") - pairs, "\r"), (text.count("\n") - pairs, "\n")):
            if count:
                self._seen.add(end)

    def getstate(self):
        """What the decoder keeps, and its flags with one more bit for a `\\r` that waits."""
        data, flags = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return data, flags << 1 | self._waits

    def setstate(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state argument must be a tuple")
        data, flags = state
        self._waits = bool(flags & 1)
        if self.decoder is not None:
            self.decoder.setstate((data, flags >> 1))

    def reset(self):
        self._waits = False
        self._seen.clear()
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        """The line ends so far: None, the only one, or a tuple."""
        seen = tuple([end for end in _LINE_ENDS if end in self._seen])
        return (seen[0] if len(seen) == 1 else seen) if seen else None
