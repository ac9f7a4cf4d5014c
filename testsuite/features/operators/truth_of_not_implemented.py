"""The truth of NotImplemented warns; operators' own use of it doesn't."""


class C:
    def __eq__(self, other):
        return NotImplemented

    __hash__ = None


c = C()
if c.__eq__(3):
    print("true")
print(not NotImplemented)
while NotImplemented:
    break
print(c == 3, c != 3)
print((3).__eq__("x") and 1)
if (1).__lt__("a") or \
   0:
    print("line")
