import smtplib, socketserver, threading
from email.message import EmailMessage
from email.mime.text import MIMEText
class H(socketserver.StreamRequestHandler):
    def say(self, s): self.wfile.write(s.encode() + b"\r\n")
    def handle(self):
        self.say("220 hi"); data = None
        for line in self.rfile:
            line = line.decode().rstrip("\r\n")
            if data is not None:
                if line == ".": LOG.append(data); data = None; self.say("250 ok")
                else: data.append(line)
                continue
            LOG.append(line if not line.startswith("ehlo") else "ehlo X"); c = line.lower()
            if c.startswith("ehlo"): self.wfile.write(b"250-me\r\n250-SIZE 1000\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n")
            elif c.startswith("auth plain"): self.say("535 no")
            elif c.startswith("auth login"): self.say("334 UGFzc3dvcmQ6")
            elif c == "cha=" or c == "cGFzcw==".lower(): self.say("235 in")
            elif c.startswith("rcpt") and "bad" in c: self.say("550 nobody")
            elif c == "data": self.say("354 go"); data = []
            elif c == "quit": self.say("221 bye"); return
            elif c == "noop": self.say("250-a\r\n250 b")
            else: self.say("250 ok")
LOG = []
s = socketserver.ThreadingTCPServer(("127.0.0.1", 0), H); s.daemon_threads = True; threading.Thread(target=s.serve_forever, daemon=True).start()
with smtplib.SMTP("127.0.0.1", s.server_address[1], local_hostname="x") as c:
    print(c.noop(), c.ehlo(), c.esmtp_features, c.has_extn("SIZE"))
    print(c.login("u", "pass"))
    print(c.sendmail("a@b", ["c@d", "bad@x"], "Subject: x\n\n.dot\nline"))
    try: c.sendmail("a@b", "bad@x", "x")
    except smtplib.SMTPRecipientsRefused as e: print(e, e.recipients)
    m = EmailMessage(); m["From"] = "Me <me@x>"; m["To"] = "you@y, Z <z@z>"; m["Bcc"] = "h@h"; m["Subject"] = "hé"; m.set_content("text\n"); print(c.send_message(m))
    t = MIMEText("plain"); t["From"] = "q@q"; t["To"] = "w@w"; c.send_message(t)
    try: c.starttls()
    except Exception as e: print(type(e).__name__, e)
    try: c.docmd("a\nb")
    except ValueError as e: print(e)
for l in LOG: print(l)
try: smtplib.SMTP("127.0.0.1", 1)
except OSError as e: print(type(e).__name__)
try: smtplib.SMTP().noop()
except smtplib.SMTPServerDisconnected as e: print(e)
print(smtplib.quoteaddr("A <a@b>"), smtplib.quotedata(".a\nb\r\n.c"))
