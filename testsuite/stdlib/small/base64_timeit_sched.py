"""base64, timeit and sched."""
import base64, binascii
for data in (b"", b"a", b"ab", b"abc", b"abcd", b"abcde", bytes(range(256)), b"\0\0\0\0", b"    ", b"\xff" * 7):
    for name in ("b64", "b32", "b16", "b85", "a85", "b32hex", "standard_b64", "urlsafe_b64", "z85"):
        encoded = getattr(base64, name + "encode")(data)
        print(name, encoded[:40], getattr(base64, name + "decode")(encoded) == data)
print(base64.encodebytes(bytes(range(100))), base64.decodebytes(base64.encodebytes(b"xyz" * 50))[:10])
print(base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode("-_8=", altchars="-_"), base64.b64decode("YQ=="), base64.b64decode(b"Y Q = ="))
print(base64.a85encode(b"hello world", adobe=True, wrapcol=6), base64.a85decode(b"<~BOu!rD]j7BEbo7~>", adobe=True), base64.a85encode(b"    ", foldspaces=True))
print(base64.b32decode("me======", casefold=True), base64.b16decode("ff", casefold=True), base64.b32decode("ME======"))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a!bc", validate=True), lambda: base64.b32decode("M"), lambda: base64.b32decode("M1======"),
            lambda: base64.b16decode("ff"), lambda: base64.b64encode("text"), lambda: base64.b85decode("\x00abcd"), lambda: base64.b64decode("\xe9"),
            lambda: base64.b64decode(3), lambda: base64.b85decode("~~~~~"), lambda: base64.a85decode("zz!z"), lambda: base64.b32decode("A=======")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
import sched
import timeit
now = [0]
def sleep(seconds):
    now[0] += seconds
s = sched.scheduler(lambda: now[0], sleep)
s.enter(3, 1, print, ("third",))
s.enter(1, 2, print, ("second",), {"end": "!\n"})
e = s.enter(2, 1, print, ("never",))
s.enter(1, 1, print, ("first",))
s.cancel(e)
print(len(s.queue), s.empty(), s.run(blocking=False))
s.run()
print(now, s.empty())
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat(lambda: sum(range(3)), repeat=3, number=2)), timeit.default_timer() > 0)
