import http.client, http.server, threading, urllib.request, urllib.error, urllib.parse, io, json, os, re, sys, tempfile, time
class H(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def reply(self, body, code=200, **h):
        self.send_response(code)
        for k, v in h.items(): self.send_header(k.replace("_", "-"), v)
        self.send_header("Content-Length", str(len(body))); self.end_headers()
        if self.command != "HEAD": self.wfile.write(body)
    def do_GET(self):
        p = self.path
        if p == "/json": self.reply(json.dumps({"a": 1}).encode(), Content_Type="application/json")
        elif p == "/chunk":
            self.send_response(200); self.send_header("Transfer-Encoding", "chunked"); self.end_headers()
            for c in (b"hello ", b"chunked ", b"world"): self.wfile.write(b"%x\r\n%s\r\n" % (len(c), c))
            self.wfile.write(b"0\r\n\r\n")
        elif p == "/redir": self.reply(b"", 302, Location="/json")
        elif p == "/loop": self.reply(b"", 302, Location="/loop")
        elif p == "/auth":
            if self.headers.get("Authorization") == "Basic dTpw": self.reply(b"secret")
            else: self.reply(b"no", 401, WWW_Authenticate='Basic realm="R"')
        elif p == "/missing": self.send_error(404)
        elif p == "/echo": self.reply(str(sorted((k, v) for k, v in self.headers.items() if k != "Host")).encode())
        elif p.startswith("/close"): self.close_connection = True
        elif p == "/bad": self.wfile.write(b"garbage\r\n\r\n"); self.close_connection = True
        elif p == "/short": self.send_response(200); self.send_header("Content-Length", "100"); self.end_headers(); self.wfile.write(b"abc"); self.close_connection = True
        else: self.reply(b"root")
    do_HEAD = do_GET
    def do_POST(self):
        n = int(self.headers.get("Content-Length", 0)); self.reply(self.rfile.read(n)[::-1], X_Type=self.headers.get("Content-Type", "none"))
    do_PUT = do_POST
    def log_message(self, f, *a): pass
srv = http.server.ThreadingHTTPServer(("127.0.0.1", 0), H); port = srv.server_port
threading.Thread(target=srv.serve_forever, daemon=True).start()
c = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
for m, p in (("GET", "/"), ("GET", "/json"), ("GET", "/chunk"), ("HEAD", "/json"), ("GET", "/missing")):
    c.request(m, p); r = c.getresponse(); b = r.read(); print(m, p, r.status, r.reason, r.version, r.getheader("Content-Type"), r.getheader("nope", "d"), len(b), b[:20], r.isclosed(), r.will_close)
c.request("POST", "/x", body="text", headers={"X-A": "b"}); r = c.getresponse(); print(r.status, r.read(), r.getheader("x-type"))
c.request("PUT", "/x", body=io.BytesIO(b"file"), headers={"Content-Length": "4"}); print(c.getresponse().read())
c.request("GET", "/chunk"); r = c.getresponse(); print(r.read(4), r.read(5), r.read1(100), r.read())
c.request("GET", "/json")
try: c.request("GET", "/")
except http.client.CannotSendRequest as e: print(type(e).__name__, e)
r = c.getresponse()
try: c.getresponse()
except http.client.ResponseNotReady as e: print(type(e).__name__, e)
print(json.load(r), list(r.headers.keys())[2:], r.headers.get_content_type()); c.close()
for p in ("/close", "/bad", "/short"):
    c = http.client.HTTPConnection(f"127.0.0.1:{port}")
    try: c.request("GET", p); r = c.getresponse(); print(r.read())
    except http.client.HTTPException as e: print(type(e).__name__, e, repr(e))
    c.close()
for bad in (lambda: http.client.HTTPConnection("h:x"), lambda: http.client.HTTPConnection("h").putrequest("G\n", "/"), lambda: http.client.HTTPConnection("h").putrequest("GET", "/a b"), lambda: http.client.HTTPConnection("h").putheader("a", "b")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(http.client.OK, http.client.responses[404], http.client.HTTP_PORT, http.client.NOT_FOUND == 404)
base = f"http://127.0.0.1:{port}"
with urllib.request.urlopen(base + "/json") as r: print(r.status, r.geturl() == base + "/json", r.info().get_content_type(), json.loads(r.read().decode()), r.getcode(), r.reason)
print(urllib.request.urlopen(base + "/redir").read(), urllib.request.urlopen(base + "/x", data=urllib.parse.urlencode({"a": 1}).encode()).read())
for p in ("/missing", "/loop", "/auth"):
    try: urllib.request.urlopen(base + p)
    except urllib.error.HTTPError as e: print(e.code, e.reason, str(e), repr(e), len(e.read()) > 0, e.headers.get("Content-Length"), isinstance(e, urllib.error.URLError))
req = urllib.request.Request(base + "/echo", headers={"User-Agent": "me", "X-Foo": "1"}); print(urllib.request.urlopen(req).read().decode(), req.get_method(), req.full_url == base + "/echo", req.host == f"127.0.0.1:{port}", req.selector, len(req.header_items()))
mgr = urllib.request.HTTPPasswordMgrWithDefaultRealm(); mgr.add_password(None, base, "u", "p"); op = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(mgr)); print(op.open(base + "/auth").read())
for u in ("https://localhost/", "nope://x", "justtext", "http:///x", "http://127.0.0.1:1/"):
    try: urllib.request.urlopen(u)
    except (urllib.error.URLError, ValueError) as e: print(type(e).__name__, e) if not u.startswith("https") else print("URLError" if isinstance(e, urllib.error.URLError) else "?")
print(urllib.request.urlopen("data:text/plain;base64,aGk=").read(), urllib.request.urlopen("data:,a%20b").headers["content-type"])
d = tempfile.mkdtemp(); os.chdir(d); open("f.txt", "w").write("file text"); open("index.html", "w").write("<p>"); os.mkdir("sub"); open("sub/a b.txt", "w").close()
r = urllib.request.urlopen("file://" + d + "/f.txt"); print(r.read(), r.headers["Content-type"], r.headers["Content-length"])
try: urllib.request.urlopen("file:///nonexistent")
except urllib.error.URLError as e: print(e)
calls = []
n, h = urllib.request.urlretrieve(base + "/json", "out.json", reporthook=lambda *a: calls.append(a)); print(n, open(n).read(), calls)
try: urllib.request.urlopen(base, data="str")
except TypeError as e: print(e)
class S(http.server.SimpleHTTPRequestHandler):
    def log_message(self, f, *a): print("LOG", f % a)
srv2 = http.server.HTTPServer(("127.0.0.1", 0), lambda *a: S(*a, directory=d)); threading.Thread(target=srv2.serve_forever, daemon=True).start()
c = http.client.HTTPConnection("127.0.0.1", srv2.server_port)
for p in ("/", "/f.txt", "/sub", "/sub/", "/../../etc/passwd", "/nope", "/f.txt/", "/f.txt?x=1"):
    c.request("GET", p); r = c.getresponse(); print(p, r.status, r.getheader("Content-type"), r.getheader("Location"), r.read()[-60:]); c.close()
c.request("GET", "/f.txt", headers={"If-Modified-Since": "Fri, 31 Dec 2100 23:59:59 GMT"}); print(c.getresponse().status)
c.close(); c.request("DELETE", "/f.txt"); r = c.getresponse(); print(r.status, r.read()[:30]); srv.shutdown(); srv2.shutdown()
print(urllib.request.pathname2url("/a b/ü"), urllib.request.url2pathname("/a%20b"))
