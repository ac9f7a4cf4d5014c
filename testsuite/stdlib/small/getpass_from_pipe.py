"""A password that comes through a pipe, and who runs the program."""
import getpass
import io
import os
import sys
import warnings



def refuse(*args):
    raise OSError("no terminal")


# As if there were no terminal to ask.
os.open = refuse
warnings.simplefilter("ignore")
sys.stderr = io.StringIO()
print(repr(getpass.getpass("", stream=sys.stdout)))
print(repr(getpass.getpass("PIN: ", stream=sys.stdout)))
try:
    getpass.getpass("more: ", stream=sys.stdout)
except EOFError as error:
    print(repr(error))
warnings.simplefilter("error")
try:
    getpass.getpass("x", stream=sys.stdout)
except getpass.GetPassWarning as warning:
    print(warning)
os.environ["LOGNAME"] = "somebody"
print(getpass.getuser())
for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
    os.environ.pop(name, None)
print(len(getpass.getuser()) > 0)
