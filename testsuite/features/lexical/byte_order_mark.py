# A file that begins with a byte order mark.
print("bom", "é")
