# A file in Latin-1, says the next line.
# -*- coding: latin-1 -*-
print("café", len("é"), ascii("ÿ"))
name_é = 1
print(name_é, f"{name_é}")
