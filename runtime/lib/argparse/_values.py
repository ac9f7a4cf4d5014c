"""The constants, the namespace, and files as values."""

import sys

SUPPRESS = "==SUPPRESS=="
REMAINDER, PARSER = "...", "A..."
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?*+"


class _AttributeHolder:
    """Its repr shows `_get_args()`, then `_get_kwargs()`, those that aren't identifiers as a dict behind `**`."""

    def __repr__(self):
        shown = list(map(repr, self._get_args()))
        unnameable = {}
        for key, value in self._get_kwargs():
            if key.isidentifier():
                shown.append(f"{key}={value!r}")
            else:
                unnameable[key] = value
        if unnameable:
            shown.append("**" + repr(unnameable))
        return f"{type(self).__name__}({', '.join(shown)})"

    def _get_args(self):
        return ()

    def _get_kwargs(self):
        return list(vars(self).items())


class Namespace(_AttributeHolder):
    """Holds what was parsed, as attributes."""

    __hash__ = None

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __contains__(self, key):
        return key in vars(self)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented


class FileType:
    """Opens the file that an argument names; `-` is standard input or output, as the mode says."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            return self._standard_stream()
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            from argparse._errors import ArgumentTypeError
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def _standard_stream(self):
        mode = self._mode
        if "r" in mode:
            stream = sys.stdin
        elif any([letter in mode for letter in "wax"]):
            stream = sys.stdout
        else:
            raise ValueError(f'argument "-" with mode {mode!r}')
        return stream.buffer if "b" in mode else stream

    def __repr__(self):
        shown = [repr(value) for value in [self._mode, self._bufsize] if value != -1]
        for name, value in [("encoding", self._encoding), ("errors", self._errors)]:
            if value is not None:
                shown.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"
