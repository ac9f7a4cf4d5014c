"""Bytes and bytearrays over several lines."""
import pprint

letters = b"abcdefghijklmnopqrstuvwxyz"
for width in (80, 28, 20, 1):
    pprint.pprint(letters, width=width)
    pprint.pprint(bytearray(letters), width=width)
pprint.pprint({"a": bytearray(range(16)), "b": [bytearray(letters), letters]}, width=40)
