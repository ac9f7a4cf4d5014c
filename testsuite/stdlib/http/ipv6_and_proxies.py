# Addresses of IPv6 stand in brackets, also where a proxy is asked for them; what the proxy answers is there.
import http.client
import io


class Sock:
    def __init__(self):
        self.sent = b""

    def sendall(self, data):
        self.sent += data

    def makefile(self, mode):
        return io.BytesIO(b"HTTP/1.1 200 OK\r\nX-Dummy: 1\r\n\r\n")

    def close(self):
        pass

    def setsockopt(self, *options):
        pass


sock = Sock()
conn = http.client.HTTPConnection("proxy", 80)
conn._create_connection = lambda *address: sock
conn.set_tunnel("1:2:3::4", 1234)
conn.request("PUT", "/")
print(sock.sent)
print(conn.get_proxy_response_headers()["X-Dummy"])
conn = http.client.HTTPConnection("[fe80::%2]:81")
conn.sock = sock = Sock()
conn.putrequest("GET", "/foo")
conn.endheaders()
print(sock.sent)
conn = http.client.HTTPConnection("[2001:102A::]")
conn.sock = sock = Sock()
conn.putrequest("GET", "/foo")
conn.endheaders()
print(sock.sent)
print(conn.get_proxy_response_headers())
