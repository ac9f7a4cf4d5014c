# Options of re by position: a DeprecationWarning at the call.
import re
print(re.sub("a", "b", "aaa", 2))
print(re.subn("a", "b", "aaa", 1, re.I))
print(re.split("a", "bab", 1))
def f(): return re.sub("a", "b", "aaa", 1, flags=0)
f()
print(re.sub("a", "b", "aaa", count=2), re.compile("a").sub("b", "aa", 1))
for bad in (lambda: re.sub("a", "b", "c", 1, count=2), lambda: re.split("a", "b", 1, 2, 3), lambda: re.sub("a", "b", "c", 1, 2, flags=3)):
    try: bad()
    except TypeError as e: print(e)
for each in range(2):
    re.sub("x", "y", "x", 1)
from re import sub, split
print(sub("a", "b", "aa", 1), split(",", "a,b,c", 1))
