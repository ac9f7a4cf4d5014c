# `mock.patch` of builtins, for a while.
import builtins, io, sys
from unittest import mock
def ask(): return int(input("n? "))
def main():
    with mock.patch("builtins.input", return_value="42"): print(ask())
    with mock.patch("builtins.print") as p:
        print("hidden", 1)
    p.assert_called_once_with("hidden", 1)
    m = mock.mock_open(read_data="line1\nline2\n")
    with mock.patch("builtins.open", m):
        with open("nofile") as f: print(f.read())
    m.assert_called_once_with("nofile")
    with mock.patch("sys.stdout", new_callable=io.StringIO) as out:
        print("captured")
    print(repr(out.getvalue()))
    with mock.patch.object(builtins, "len", lambda x: 99): print(len([]))
    setattr(builtins, "sum", lambda *a: "mysum"); print(sum([1]))
main()
