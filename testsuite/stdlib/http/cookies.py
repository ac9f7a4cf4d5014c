from http import cookies
C = cookies.SimpleCookie()
C["fig"] = "newton"; C["sugar"] = "wafer"; C["sugar"]["path"] = "/x"; C["sugar"]["max-age"] = 3600; C["sugar"]["secure"] = True; C["q"] = 'a"b;c é\n'
print(C); print(C.output(header="Cookie:")); print(repr(C)); print(C.js_output())
for t in ("a=b; c=d", 'x="quo\\"ted \\303\\251"; Path=/; HttpOnly', "expires=1; a=b", "a=b; expires=Wed, 01-Jan-2020 10:10:10 GMT; Version=1; $Path=/q; z=[1]", "bad cookie", "a=1; b", "", "a = b ;c= d", "k=v; SameSite=Lax; Secure"):
    c = cookies.SimpleCookie(t); print(repr(t), c.output(sep="|"), [(k, m.value, m.coded_value, {a: b for a, b in m.items() if b}) for k, m in c.items()])
for bad in (lambda: C.__setitem__("a b", 1), lambda: C["fig"].__setitem__("nope", 1), lambda: cookies.Morsel().set("path", 1, 1)):
    try: bad()
    except cookies.CookieError as e: print(e)
m = C["sugar"]; print(m, repr(m), m.key, m.copy() == m, m.isReservedKey("PATH"), m.OutputString(["path"])); m.update({"Domain": "d"}); print(m["domain"])
import pickle
print(pickle.loads(pickle.dumps(m)) == m, C.get("none"), dict(cookies.BaseCookie("a=\"b\""))["a"].value)
