import socketserver, threading, socket, sys
class H(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"\n")
            if line.strip() == b"bye": break
            if line.strip() == b"err": raise ValueError("in handler")
class U(socketserver.DatagramRequestHandler):
    def handle(self): self.wfile.write(self.rfile.read()[::-1])
class B(socketserver.BaseRequestHandler):
    def handle(self): self.request.sendall(self.request.recv(100) * 2)
def talk(addr, *lines, family=socket.AF_INET):
    with socket.socket(family) as s:
        s.connect(addr); f = s.makefile("rwb")
        for l in lines: f.write(l + b"\n"); f.flush(); print(f.readline())
for cls in (socketserver.TCPServer, socketserver.ThreadingTCPServer, socketserver.ForkingTCPServer):
    with cls(("127.0.0.1", 0), H) as srv:
        t = threading.Thread(target=srv.serve_forever, kwargs={"poll_interval": 0.01}); t.start()
        talk(srv.server_address, b"hello", b"bye")
        srv.shutdown(); t.join()
with socketserver.UDPServer(("127.0.0.1", 0), U) as srv:
    t = threading.Thread(target=srv.serve_forever, args=(0.01,)); t.start()
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b"abc", srv.server_address); print(s.recv(10)); s.close()
    srv.shutdown(); t.join()
srv = socketserver.TCPServer(("127.0.0.1", 0), B)
s = socket.create_connection(srv.server_address); s.sendall(b"xy"); srv.handle_request(); print(s.recv(10)); s.close()
srv.timeout = 0.05; print(srv.handle_request())
class T(socketserver.TCPServer):
    def handle_timeout(self): print("timeout")
    def handle_error(self, request, addr): print("error", sys.exc_info()[1])
    def verify_request(self, r, a): return self.ok
srv.server_close(); srv = T(("127.0.0.1", 0), H); srv.timeout = 0.01; srv.handle_request(); srv.timeout = None
for srv.ok in (True, False):
    s = socket.create_connection(srv.server_address); s.sendall(b"err\n"); srv.handle_request(); print(s.recv(10)); s.close()
srv.server_close()
import tempfile, os
p = os.path.join(tempfile.mkdtemp(), "s")
with socketserver.UnixStreamServer(p, B) as srv:
    s = socket.socket(socket.AF_UNIX); s.connect(p); s.sendall(b"u"); srv.handle_request(); print(s.recv(5)); s.close()
