"""A command line of one's own, passwords from a pipe, and lines of files."""
import cmd
import codecs
import io
import linecache
import os
import platform
import resource
import sys
import tempfile


class Shell(cmd.Cmd):
    intro = "Welcome"
    prompt = "> "
    doc_header = "Documented"

    def do_hello(self, arg):
        """Says hello.

        And more.
        """
        print("hello", arg, file=self.stdout)

    def do_quit(self, arg):
        "Ends."
        return True

    def do_nodoc(self, arg):
        print("nodoc", repr(arg), file=self.stdout)

    def help_topic(self):
        print("about a topic", file=self.stdout)

    def do_EOF(self, arg):
        print("eof", file=self.stdout)
        return True

    def precmd(self, line):
        return line.lower() if line != "EOF" else line

    def postcmd(self, stop, line):
        print("post", stop, line, file=self.stdout)
        return stop


LINES = "hello World\n\nHELLO\nbad\n?\nhelp hello\nhelp nodoc\nhelp none\nhelp topic\n!x\nnodoc  a  b \nquit\nnever\n"
shell = Shell(stdin=io.StringIO(LINES), stdout=sys.stdout)
shell.use_rawinput = False
shell.cmdloop()
print(shell.onecmd("hello there"), shell.lastcmd, shell.parseline("  hello  a b"), shell.parseline("?foo"), shell.parseline(""))
print(sorted(shell.completenames("h")), sorted(shell.complete_help("t")))
shell = Shell(stdin=io.StringIO(""), stdout=sys.stdout)
shell.use_rawinput = False
shell.cmdloop("Hi")
shell.columnize(["a", "bb", "ccc", "dddd"] * 6, 40)
shell.columnize([])
try:
    shell.columnize([1, 2])
except TypeError as error:
    print(error)

for text, encoding in [("é", "utf-8"), ("é", "latin-1"), ("Hello", "rot13"), (b"ab", "hex"), (b"ab", "base64"), ("x", "none"), (5, "utf-8")]:
    try:
        encoded = codecs.encode(text, encoding)
        print(encoded, codecs.decode(encoded, encoding) == text, codecs.lookup(encoding).name)
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)
decoder = codecs.getincrementaldecoder("utf-8")()
print(repr(decoder.decode(b"\xc3")), decoder.decode(b"\xa9a"), codecs.BOM_UTF8, list(codecs.iterdecode([b"\xe2", b"\x82\xac"], "utf-8")))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x")
    with codecs.open(path, "w", "utf-8") as file:
        file.write("é\r\nx")
    with codecs.open(path, encoding="utf-8") as file:
        print(repr(file.read()))
    print([linecache.getline(path, number) for number in range(4)], len(linecache.getlines(path)))
    with open(path, "w") as file:
        file.write("changed\n")
    print(linecache.getline(path, 1) == "é\n")
    linecache.checkcache(path)
    print(linecache.getline(path, 1), linecache.getline("none", 1) == "")

print(platform.system(), platform.python_version(), platform.python_implementation(), platform.uname().system, len(platform.uname()))
print(platform.machine() == os.uname().machine, platform.node() == os.uname().nodename, platform.architecture()[0])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss > 0, used[0] == used.ru_utime, len(used), resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 0)
try:
    resource.getrlimit(99)
except ValueError as error:
    print(error)
