"""What can be wrong with messages: errors, and defects, which are noted only."""


class MessageError(Exception):
    """Something is wrong with a message."""


class MessageParseError(MessageError):
    """A text is no message."""


class HeaderParseError(MessageParseError):
    """A header is wrong."""


class BoundaryError(MessageParseError):
    """The end of a part wasn't found."""


class MultipartConversionError(MessageError, TypeError):
    """A message that isn't of several parts can't get one."""


class CharsetError(MessageError):
    """A set of characters is wrong."""


class HeaderWriteError(MessageError):
    """A header can't be written."""


class MessageDefect(ValueError):
    """Something that a parser noted."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A message of several parts doesn't say what is between them."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary that it claims isn't there."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The boundary at the end isn't there."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first header begins with white space."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """An envelope's header stands among the others."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """No empty line stands between headers and body."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """It claims to have several parts, and has none."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """An encoding that messages of several parts can't have."""


class UndecodableBytesDefect(MessageDefect):
    """Bytes that can't be decoded."""


class InvalidBase64PaddingDefect(MessageDefect):
    """The padding is wrong."""


class InvalidBase64CharactersDefect(MessageDefect):
    """There are other characters than base64's."""


class InvalidBase64LengthDefect(MessageDefect):
    """The number of characters is impossible."""


class HeaderDefect(MessageDefect):
    """Something about a header."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
    """A header isn't valid."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header lacks its value."""


class NonPrintableDefect(HeaderDefect):
    """Characters that can't be printed."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f"the following ASCII non-printables found in header: {self.non_printables}"


class ObsoleteHeaderDefect(HeaderDefect):
    """A header uses what isn't allowed any more."""


class NonASCIILocalPartDefect(HeaderDefect):
    """An address's first part isn't ASCII."""


class InvalidDateDefect(HeaderDefect):
    """A date can't be read."""
