import html, html.entities as e
for s in ["a &amp; b", "&lt;p&gt;", "&#65;&#x42;&#X43", "&notit; &notin; &not", "&#128; &#0; &#xD800; &#x110000; &#1; &#xFDD0; &#xffff; &#13;", "no", "&", "&;", "&#;", "&#x;", "&eacute", "&eacutefoo", "&unknown; &unknownamp", "&copy2024 &nbsp;x", "&NotEqualTilde;", "&ampamp;", "&#159;&#150;", "&CounterClockwiseContourIntegral;x", "&amp&lt"]:
    print(ascii(html.unescape(s)))
print(html.escape("<a href='x'>\"&"), html.escape("'\"", quote=False))
print(len(e.html5), len(e.name2codepoint), e.codepoint2name[233], ascii(e.entitydefs["euro"]), list(e.html5)[:6], list(e.name2codepoint)[:5])
