"""Examples in texts, and what's expected of them."""

from doctest._flags import OPTIONFLAGS_BY_NAME

_TRACEBACK_HEADS = ("Traceback (most recent call last):", "Traceback (innermost last):")


class Example:
    """One example: its source, and what it prints or raises."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg + "\n" if exc_msg is not None and not exc_msg.endswith("\n") else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.source == other.source and self.want == other.want and self.lineno == other.lineno
                and self.indent == other.indent and self.options == other.options and self.exc_msg == other.exc_msg)

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


# What says where a test is from.
_WHERE = ("name", "filename", "lineno")


class DocTest:
    """The examples of one text."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.name, self.filename, self.lineno = name, filename, lineno
        self.docstring, self.examples = docstring, examples
        # Each test has its own.
        self.globs = dict(globs)

    def __repr__(self):
        count = len(self.examples)
        examples = "no examples" if count == 0 else f"{count} example{'s' if count > 1 else ''}"
        return f"<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all([getattr(self, name) == getattr(other, name) for name in ("examples", "docstring", "globs", *_WHERE)])

    def __hash__(self):
        return hash((self.docstring, *[getattr(self, name) for name in _WHERE]))

    def _place(self):
        """What tests are sorted by."""
        return self.name, self.filename or "", -1 if self.lineno is None else self.lineno, id(self)

    def __lt__(self, other):
        return self._place() < other._place() if isinstance(other, DocTest) else NotImplemented


def _indent_of(line):
    return len(line) - len(line.lstrip(" "))


def _begins_with(line, prompt):
    return line.lstrip(" ").startswith(prompt)


class DocTestParser:
    """Finds examples in texts."""

    def parse(self, string, name="<string>"):
        """The text's parts in order: strs and Examples."""
        string = string.expandtabs()
        lines = string.split("\n")
        margin = min([_indent_of(line) for line in lines if line.strip()], default=0)
        if margin:
            lines = [line[margin:] for line in lines]
        output = []
        text = []
        place = 0
        while place < len(lines):
            if not _begins_with(lines[place], ">>>"):
                text.append(lines[place])
                place += 1
                continue
            begin = place
            place += 1
            while place < len(lines) and _begins_with(lines[place], "..."):
                place += 1
            source_end = place
            while place < len(lines) and lines[place].strip(" ") and not _begins_with(lines[place], ">>>"):
                place += 1
            # Each text ends with the newline in front of the example.
            output.append("\n".join(text) + "\n" if text else "")
            text = []
            example = self._example(lines[begin:source_end], lines[source_end:place], name, begin)
            if example is not None:
                output.append(example)
        output.append("\n".join(text))
        return output

    def _example(self, source_lines, want_lines, name, lineno):
        indent = _indent_of(source_lines[0])
        self._check_prompts(source_lines, indent, name, lineno)
        self._check_prefix(source_lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join([line[indent + 4:] for line in source_lines])
        self._check_prefix(want_lines, " " * indent, name, lineno + len(source_lines))
        want_lines = [line[indent:] for line in want_lines]
        want = "\n".join(want_lines)
        options = self._find_options(source, name, lineno)
        stripped = source.strip(" ")
        if "\n" not in source and (not stripped or stripped.startswith("#")):
            return None
        return Example(source, want, self._exception_message(want_lines), lineno, indent, options)

    def _check_prompts(self, lines, indent, name, lineno):
        for number, line in enumerate(lines, lineno + 1):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {number!r} of the docstring for {name} lacks blank after {line[indent:indent + 3]}: {line!r}")

    def _check_prefix(self, lines, prefix, name, lineno):
        for number, line in enumerate(lines, lineno + 1):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {number!r} of the docstring for {name} has inconsistent leading whitespace: {line!r}")

    def _exception_message(self, lines):
        """What's expected behind a traceback's stack, or None where no traceback is expected."""
        if not lines or lines[0].rstrip() not in _TRACEBACK_HEADS:
            return None
        for place in range(1, len(lines)):
            first = lines[place][:1]
            if first.isalnum() or first == "_":
                return "\n".join(lines[place:])
        return None

    def _find_options(self, source, name, lineno):
        """The options that comments set: `# doctest: +ELLIPSIS`."""
        options = {}
        for line in source.split("\n"):
            _, has_comment, comment = line.rpartition("#")
            comment = comment.strip()
            if not has_comment or not comment.startswith("doctest:") or "'" in comment or '"' in comment:
                continue
            for option in comment[len("doctest:"):].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1!r} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        stripped = source.strip(" ")
        if options and "\n" not in source and (not stripped or stripped.startswith("#")):
            raise ValueError(f"line {lineno!r} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        """A DocTest of the text's examples."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """The text's examples."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]


for _class in (Example, DocTest, DocTestParser):
    _class.__module__ = "doctest"
