from email.headerregistry import Address, Group
from email.message import EmailMessage
a = Address("Pepe Le Pew", "pepe", "example.com"); b = Address("Smith, J.", addr_spec="js@x.org"); c = Address(username="foo bar", domain="q"); d = Address("x")
for x in (a, b, c, d, Address()): print(str(x), repr(x), x.addr_spec)
print(a == Address("Pepe Le Pew", "pepe", "example.com"), a != b, Group("team", [a, b]), Group(None, [a]), Group("e"))
m = EmailMessage(); m["From"] = a; m["To"] = (a, b); m["Subject"] = "s"; m.set_content("x"); print(m); print(m["to"])
for f in (lambda: Address("a\n"), lambda: Address(username="a", addr_spec="b@c")):
    try: f()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
