"""Files of logins."""
import netrc
import os
import tempfile

TEXT = """# hosts
machine one.example login "an na" password p\\"w
  account main # with a comment
machine two.example
\tuser bert
macdef init
cd /pub
mget *

default login anonymous password user@site
"""


def read(text):
    with tempfile.NamedTemporaryFile("w", suffix=".netrc", delete=False) as file:
        file.write(text)
    try:
        return netrc.netrc(file.name)
    except netrc.NetrcParseError as error:
        print(error.msg, error.lineno, str(error).replace(file.name, "FILE"), error.filename == file.name)
    finally:
        os.unlink(file.name)


known = read(TEXT)
print(known.hosts, known.macros)
print(known.authenticators("one.example"), known.authenticators("two.example"), known.authenticators("three.example"))
print(repr(known))
for wrong in ("machine", "machine a\nlogin b nonsense c", "nonsense", "macdef m\nno end"):
    read(wrong)
