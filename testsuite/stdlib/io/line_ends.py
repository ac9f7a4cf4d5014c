"""IncrementalNewlineDecoder: line ends of text that comes in pieces."""
import codecs
import io

for translate in (True, False):
    decoder = io.IncrementalNewlineDecoder(None, translate)
    for piece in ("a\r", "\nb\r", "c\n", "", "d\r"):
        print(repr(decoder.decode(piece)), decoder.getstate(), decoder.newlines)
    print(repr(decoder.decode("", final=True)), decoder.newlines)
    decoder.reset()
    print(decoder.newlines, decoder.decode("x"))
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), True)
print(repr(decoder.decode(b"\xc3")), repr(decoder.decode(b"\xa4\r")), decoder.getstate())
state = decoder.getstate()
print(repr(decoder.decode(b"\nz")))
decoder.setstate(state)
print(repr(decoder.decode(b"z", True)), decoder.newlines)
try:
    decoder.setstate(1)
except TypeError as error:
    print(error)
