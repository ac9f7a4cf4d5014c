"""A module of the standard library that is written in Python: constants, functions, imports of every form."""
import string
import string as text_constants
import sys
from string import ascii_letters, capwords as capitalised, digits

print(string.ascii_lowercase, string.ascii_uppercase, digits)
print(ascii_letters == string.ascii_letters, ascii_letters is string.ascii_letters)
print(string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), repr(string.printable))
print(string is text_constants, sys.modules["string"] is string, string.__name__)
print(string.capwords("hello   big  world"), capitalised("a-b-c", "-"), capitalised("x  y", sep=" "))
print([letter for letter in "Hello, World 42" if letter in string.ascii_uppercase + digits])


def alphabet_position(letter):
    from string import ascii_lowercase

    return ascii_lowercase.index(letter) + 1


print(sum(alphabet_position(letter) for letter in "modules"))

string.spam = "added from outside"
print(text_constants.spam)
try:
    string.nothing
except AttributeError as error:
    print(error)
try:
    capitalised(42)
except AttributeError as error:
    print(error)
try:
    capitalised()
except TypeError as error:
    print(error)
print(capitalised.__name__, capitalised.__module__)
string.capwords(None)
