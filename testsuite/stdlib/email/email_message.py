from email.message import EmailMessage
from email import policy, message_from_string, message_from_bytes
import datetime
m = EmailMessage(); m["Subject"] = "Test message"; m["From"] = "Alice <alice@example.com>"; m["To"] = "bob@example.com, Carol <carol@example.com>"
m.set_content("Hello,\nthis is text.\n"); print(m); print(bytes(m)); print(m.get_content_type(), m.get_content(), m["subject"], m.is_attachment())
try: m["Subject"] = "again"
except ValueError as e: print(e)
try: m["X"] = "a\nb"
except ValueError as e: print(e)
m.add_alternative("<p>Hi</p>", subtype="html"); m.set_boundary("B1"); print(m.as_string()); print(m.get_body().get_content_type(), m.get_body(("plain",)).get_content())
m.add_attachment(b"\x00\x01bin", maintype="application", subtype="octet-stream", filename="d.bin"); m.set_boundary("B2"); print(m.as_string())
print([p.get_filename() for p in m.iter_attachments()], [p.get_content_type() for p in m.walk()], [p.get_content() for p in m.iter_attachments()])
m = EmailMessage(); m["Subject"] = "Grüße"; m.set_content("héllo wörld\n"); print(bytes(m)); print(m["subject"], m.get_content())
m = EmailMessage(); m.set_content("x" * 200); print(m); m = EmailMessage(); m.set_content("é" * 100); print(m.as_string())
m = EmailMessage(); m.set_content("a\n\nb", subtype="x", charset="latin-1", cte="quoted-printable"); print(m)
m = EmailMessage(); m["Date"] = datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc); m["Subject"] = "long subject " * 12; m["To"] = ", ".join(f"person{i}@example.com" for i in range(8)); m.set_content("t"); print(m.as_string())
r = message_from_string("Subject: =?utf-8?q?h=C3=A9?= x\nTo: a@b\nContent-Type: text/plain; charset=utf-8\n\nbody\n", policy=policy.default); print(type(r).__name__, r["subject"], r.get_content(), r["to"])
r2 = message_from_bytes(bytes(m), policy=policy.SMTP); print(r2["subject"]); print(r2.as_bytes())
try: m.set_content(5)
except KeyError as e: print(e)
m.make_mixed() if False else None
m = EmailMessage(); m.add_related(b"img", "image", "png", cid="<c>"); print(m.get_content_type(), m.get_payload()[0].items())
i = EmailMessage(); i["Subject"] = "inner"; i.set_content("in"); m = EmailMessage(); m.set_content("out"); m.add_attachment(i); m.set_boundary("Q"); print(m)
