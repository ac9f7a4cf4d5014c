# `@file` stands for the arguments in the file, one a line unless a class says otherwise.
import argparse
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open("one", "w") as file:
    file.write("in file\n\n-v\n@two\n")
with open("two", "w") as file:
    file.write("--level\n3\n")
with open("words", "w") as file:
    file.write("a b\n-v\n")


class Words(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, line):
        return line.split()


class Lenient(argparse.ArgumentParser):
    def error(self, message):
        print("error:", message)


def make(cls=argparse.ArgumentParser, prefix="@"):
    parser = cls(prog="p", fromfile_prefix_chars=prefix)
    parser.add_argument("-v", action="count")
    parser.add_argument("--level", type=int)
    parser.add_argument("names", nargs="*")
    return parser


print(make().parse_args(["-v", "@one"]))
print(make().parse_args(["first", "@one", "-v"]))
print(make(Words).parse_args(["@words"]))
print(make(prefix="%+").parse_args(["%two", "+two", "@two"]))
print(make(prefix=None).parse_args(["@one"]))
print(make(Lenient).parse_args(["a", "@missing", "b"]))
make().parse_args(["@missing"])
