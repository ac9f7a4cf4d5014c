# shlex: words, quotes, escapes, comments, punctuation; streams; what's put back; errors with their places.
import io
import shlex


def tried(function):
    try:
        return function()
    except ValueError as error:
        return f"ValueError: {error}"


lines = ["a b  c", "a 'b c' \"d e\"", r"a\ b \"c \\d", '"a\\"b" \'a\\b\'', "a#b # c", "x=1 --y='z w'", "''", "a'b'c", "it's", "a\\", "", "ß é-ü", "a;b && c|d", "~/x *.py"]
for line in lines:
    print(repr(line), tried(lambda: shlex.split(line)), tried(lambda: shlex.split(line, comments=True)), tried(lambda: shlex.split(line, posix=False)))
    print(tried(lambda: list(shlex.shlex(line, punctuation_chars=True))), tried(lambda: list(shlex.shlex(line, posix=True, punctuation_chars="|"))))
print(shlex.join(["a b", "c", "", "it's", "$x", "ü"]), shlex.quote("safe-1.2/x"), tried(lambda: shlex.split(None)))
reader = shlex.shlex(io.StringIO("one\ntwo 'three\nfour' # five\nsix"), "file.txt")
print(reader.get_token(), reader.lineno, reader.get_token(), reader.error_leader(), reader.error_leader("other", 7))
reader.push_token("back")
print(list(reader), repr(reader.eof), reader.lineno, iter(reader) is reader)
own = shlex.shlex("a-b+c:d", posix=True)
own.wordchars += "-"
own.whitespace += ":"
own.whitespace_split = True
print(list(own), shlex.shlex("", punctuation_chars=True).punctuation_chars, repr(shlex.shlex("").punctuation_chars))
