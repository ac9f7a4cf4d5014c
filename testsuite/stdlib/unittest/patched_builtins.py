# Patches that put something before a builtin, in the module that uses it.
import sys
from unittest import mock
from unittest.mock import MagicMock, mock_open, patch


def read(path):
    with open(path) as file:
        return file.read()


def ask():
    return input("> ")


def size(x):
    return len(x)


with patch("__main__.open", mock_open(read_data="text")) as opened:
    print(read("nowhere"))
opened.assert_called_once_with("nowhere")
with patch("%s.open" % __name__, mock_open(read_data="other"), create=True):
    print(read("nowhere"))
with mock.patch(f"{__name__}.input", return_value="answer", create=True) as asked:
    print(ask(), asked.call_args)
with patch.object(sys.modules[__name__], "len", MagicMock(return_value=7), create=True):
    print(size([1]))
print(size([1]))
try:
    read("nowhere")
except FileNotFoundError as error:
    print(error)
