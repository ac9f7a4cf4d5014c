import email, random
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.audio import MIMEAudio
from email.mime.message import MIMEMessage
from email import encoders, message_from_string, message_from_bytes, iterators
from email.message import Message
def show(m):
    print(m.as_string()); print(bytes(m))
m = MIMEText("Hello\nWorld\nFrom here\n"); m["Subject"] = "Test"; m["From"] = "a@b"; m["To"] = "c@d, e@f"; show(m)
m = MIMEText("héllo wörld", "plain", "utf-8"); m["Subject"] = "Grüße aus Köln"; show(m); print(m.get_payload(), m.get_payload(decode=True), m["subject"], m.get_content_charset())
m = MIMEText("<b>é</b>", "html"); show(m)
m = MIMEText("é", _charset="iso-8859-1"); show(m)
mp = MIMEMultipart("alternative", boundary="BOUND"); mp["Subject"] = "multi " * 20; mp.attach(MIMEText("plain")); mp.attach(MIMEText("<p>html</p>", "html")); mp.preamble = "pre\n"; show(mp)
part = MIMEBase("application", "octet-stream"); part.set_payload(b"\x00\x01\x02" * 40); encoders.encode_base64(part); part.add_header("Content-Disposition", "attachment", filename="füle name.bin"); show(part); print(part.get_filename(), part.get_content_disposition(), part.get_payload(decode=True) == b"\x00\x01\x02" * 40)
app = MIMEApplication(b"data", Name="x.pdf"); app["Content-Disposition"] = 'attachment; filename="x.pdf"'; show(app)
img = MIMEImage(b"\x89PNG\r\n\x1a\nrest"); show(img)
try: MIMEImage(b"nothing")
except TypeError as e: print(e)
aud = MIMEAudio(b"RIFF1234WAVEfmt "); print(aud.get_content_type())
outer = MIMEMessage(m); show(outer)
for raw in ["Subject: a\nTo: b\n c\n\nbody\n", "no headers at all\nbody", "A: 1\r\nB: 2\r\n\r\nx\r\ny", "", "\n", "Bad Line\nA: b\n\n", " cont\nA: b\n\nx", "From x\nA: b\n\nbody", "A: 1\nFrom zzz\nB: 2\n\nq", "A: 1\nFrom zzz\nnot", ": x\n\n",
    'Content-Type: multipart/mixed; boundary="XX"\n\npre\n--XX\nContent-Type: text/plain\n\none\n--XX\n\ntwo\n\n--XX--\nepi\n',
    'Content-Type: multipart/mixed; boundary=XX\n\n--XX\n\none\n', 'Content-Type: multipart/mixed\n\nbody', 'Content-Type: multipart/mixed; boundary=YY\n\nnothing\n',
    'Content-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: multipart/alternative; boundary=B\n\n--B\n\nx\n--B\n\ny\n--B--\n\n--A\nContent-Type: message/rfc822\n\nSubject: inner\n\nbody in\n--A--\n',
    'Content-Type: multipart/digest; boundary=A\n\n--A\n\nSubject: in\n\nq\n--A--', 'Content-Type: multipart/report; boundary=A\n\n--A\nContent-Type: message/delivery-status\n\nA: 1\n\nB: 2\nC: 3\n\n--A--\n',
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nh=C3=A9=\nllo\n", "Content-Type: text/plain; charset=\"latin-1\"\nContent-Transfer-Encoding: base64\n\n6Q==\n", "Content-Transfer-Encoding: base64\n\nabcde", "Content-Transfer-Encoding: base64\n\n!!x"]:
    m = message_from_string(raw); print(repr(raw)); print(m.items(), repr(m.get_payload()) if not m.is_multipart() else "multi", m.defects, m.preamble, m.epilogue, m.get_unixfrom())
    for p in m.walk(): print("  ", p.get_content_type(), p.items(), repr(p._payload) if isinstance(p._payload, str) else "...", p.get_payload(decode=True), p.defects, repr(p.preamble), repr(p.epilogue))
    try: print(repr(m.as_string()) if m.get_boundary() or not m.is_multipart() else "")
    except Exception as e: print(type(e).__name__, e)
    iterators._structure(m)
m = message_from_bytes(b"Subject: \xe9\nTo: x\n\nb\xe9dy\n"); print(repr(str(m["subject"])), m.as_bytes(), repr(m.get_payload()), m.get_payload(decode=True)); print(ascii(m.as_string()))
m = Message(); m["A"] = "1"; m["a"] = "2"; print(m["A"], m.get_all("a"), len(m), "A" in m, m.keys(), m.values(), m.get("zz", 3), list(m)); m.replace_header("a", "9"); print(m.items()); del m["A"]; print(len(m))
try: m.replace_header("nope", 1)
except KeyError as e: print(repr(e))
m.add_header("X", "v", a="b", c_d=None, e="q uo", f=("utf-8", "", "ü")); print(m["X"]); m.set_param("charset", "utf-8"); print(m["Content-Type"], m.get_params(), m.get_param("charset")); m.set_type("text/html"); print(m["content-type"]); m.del_param("charset"); print(m["content-type"])
m.set_boundary("zz"); print(m["content-type"], m.get_boundary()); m.set_payload("x"); 
try: m.attach(1)
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: m.get_payload(0)
except TypeError as e: print(e)
m = Message(); m.set_payload("é", "utf-8"); print(m.as_string())
m = Message(); m["Long"] = "word " * 30; m["Long2"] = "x" * 100; m["S"] = "a; " * 40; print(bytes(m).decode()); print(m.as_string(maxheaderlen=40))
