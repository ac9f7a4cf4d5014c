import random
from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(s, **k): super().__init__(**k); s.log = []
    def handle_starttag(s, t, a): s.log.append(("S", t, a, s.getpos(), s.get_starttag_text()))
    def handle_endtag(s, t): s.log.append(("E", t, s.getpos()))
    def handle_startendtag(s, t, a): s.log.append(("SE", t, a))
    def handle_charref(s, t): s.log.append(("C", t))
    def handle_entityref(s, t): s.log.append(("R", t))
    def handle_data(s, t): s.log.append(("D", t, s.getpos()))
    def handle_comment(s, t): s.log.append(("K", t))
    def handle_decl(s, t): s.log.append(("DECL", t))
    def handle_pi(s, t): s.log.append(("PI", t))
    def unknown_decl(s, t): s.log.append(("U", t))
rnd = random.Random(1)
tok = ["<", ">", "/", "</", "<a", "<p ", "div", "=", "'", '"', " ", "\n", "&", "&amp", "&amp;", "&#65;", "&#x41", "#", ";", "<!--", "-->", "<!", "<?", "?>", "<![CDATA[", "]]>", "<![if x]>", "<![endif]", "<!DOCTYPE html>", "<script>", "</script>", "<style ", "</style >", "x", "href", "a=b", "<br/>", "é", "--", "]", "a='1'", 'b="&lt;"', "</a", "<b>", "\t", "</>", "&a", "&#", "<1", "checked"]
for n in range(400):
    s = [rnd.choice(tok) for _ in range(rnd.randrange(1, 12))]
    p = P(convert_charrefs=rnd.random() < .5)
    try:
        if rnd.random() < .5:
            for x in s: p.feed(x)
        else: p.feed("".join(s))
        p.close()
    except BaseException as e:
        p.log.append((type(e).__name__, str(e)))
    print(n, ascii("".join(s)), ascii(p.log), ascii(p.rawdata))
