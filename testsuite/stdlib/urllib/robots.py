import urllib.robotparser
r = urllib.robotparser.RobotFileParser()
print(r.can_fetch("x", "/"))
r.parse("""User-agent: *
Crawl-delay: 3
Request-rate: 9/30
Disallow: /cgi # comment
Allow: /cgi/ok

User-agent: bad
User-agent: worse
Disallow: /

Sitemap: http://x/s.xml""".splitlines())
for a, u in (("x", "/"), ("x", "/cgi/a"), ("x", "/cgi/ok"), ("bad", "/"), ("WORSE/1.0", "/a"), ("x", "http://h/cgi?q")): print(a, u, r.can_fetch(a, u))
print(r.crawl_delay("x"), r.request_rate("x"), r.crawl_delay("bad"), r.site_maps()); print(r)
