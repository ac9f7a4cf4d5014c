"""getopt and filecmp."""
import filecmp
import getopt
import os
import tempfile


def tries(function, *args):
    try:
        print(function(*args))
    except getopt.GetoptError as error:
        print(type(error).__qualname__, error, [error.opt], error.args)


for arguments in (
    ["-a", "-bfoo", "-c", "bar", "--long", "--value=x", "rest", "-a"],
    ["-ab", "foo", "--", "-c"],
    ["--val", "5", "-"],
    [],
    ["-x"],
    ["-b"],
    ["--nothing"],
    ["--value"],
    ["--long=1"],
    ["--lo"],
    ["a", "-a", "b", "--value", "v", "--", "-a"],
):
    for parse in (getopt.getopt, getopt.gnu_getopt):
        tries(parse, arguments, "ab:c:", ["long", "longer=", "value="])
tries(getopt.gnu_getopt, ["x", "-a"], "+a")
tries(getopt.getopt, ["-:"], ":")
tries(getopt.getopt, ["--one"], "", "one")
print(getopt.error is getopt.GetoptError)

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, text in (
        ("a/same", "1"), ("b/same", "1"), ("a/other", "12"), ("b/other", "21"), ("a/left", ""), ("b/right", ""), ("a/sub/x", "1"),
        ("b/sub/x", "2"), ("a/.git/y", ""), ("a/mixed/z", ""), ("b/mixed", ""), ("a/longer", "1"), ("b/longer", "123"),
    ):
        os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, "w") as file:
            file.write(text)
    for name in ("same", "other", "longer"):
        for side in "ab":
            os.utime(f"{side}/{name}", (1000, 1000))
    print(filecmp.cmp("a/same", "b/same"), filecmp.cmp("a/other", "b/other"), filecmp.cmp("a/other", "b/other", shallow=False),
          filecmp.cmp("a/longer", "b/longer"), filecmp.cmp("a", "b"))
    print(filecmp.cmpfiles("a", "b", ["same", "other", "left", "longer"], shallow=False))
    compared = filecmp.dircmp("a", "b", shallow=False)
    print(compared.left_only, compared.right_only, sorted(compared.common), compared.common_dirs, compared.common_funny)
    print(sorted(compared.same_files), sorted(compared.diff_files), compared.subdirs["sub"].diff_files)
    filecmp.dircmp("a", "b").report_full_closure()
    try:
        compared.nothing
    except AttributeError as error:
        print(error)
    os.chdir("/")
filecmp.clear_cache()
