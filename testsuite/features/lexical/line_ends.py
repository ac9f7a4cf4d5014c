# Windows line ends, and the last line without any.
print("a")
if True:
    print("""b
c""")
x = 1 + \
  2
print(x)