# Text that tries to break out of the C++: */ and \
# a trailing backslash above, ??/ a trigraph, "quotes" and /* comment marks. \
"""A docstring with */ and \\ and "quotes" and ??/ and ${x} and %s.
*/ int main() { return 1; } /*"""
# // \u0041 \N{BULLET}
print("*/ // /* ??/ ??= \" ' \\ \\\" \a\b\f\v\t|", 'single "double"', "%s %d {} {{}}")
print(repr("nul \0 then digits 123 and \x01f and \u00e9a and \U0001f600b and \ud800"), len("\0001\x00ff"))
print("no newline", end="\\n\n")
print(
    """three
lines with \
continuation and trailing spaces   
and a "quote" at the end\""""
)
print(r"raw \n \" \\", b"bytes \xff \0 \" */ ??/", rb"\x")
print("R\"(raw)\" )\" )_\" " ")delim\"", "#define x 1", "\r", sep="|")
