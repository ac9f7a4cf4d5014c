from xml.dom import minidom, Node
import xml.dom
src = '''<?xml version="1.0" encoding="utf-8"?><!DOCTYPE root SYSTEM "r.dtd"><!-- top --><root xmlns:p="urn:p" a="1" b="&lt;&quot;'x&#10;"><item id="1">One &amp; two</item><p:item p:q="z"/><![CDATA[<raw>]]><?pi data here?><empty></empty> tail
<nest><deep>x</deep><deep/></nest></root>'''
d = minidom.parseString(src)
print(d.toxml()); print(d.toprettyxml(indent="  ")); print(d.toxml(encoding="utf-8")); print(d.toprettyxml(encoding="ascii", newl="\n", standalone=True)[:60])
r = d.documentElement
print(r.tagName, r.getAttribute("a"), repr(r.getAttribute("b")), r.getAttribute("zz"), r.hasAttribute("a"), r.attributes.keys(), r.attributes["a"].value, r.attributes.items(), len(r.attributes), r.attributes.length)
print([n.nodeName for n in r.childNodes], [n.nodeType for n in r.childNodes], r.firstChild.firstChild.data, r.childNodes[0].nextSibling.localName, r.childNodes[1].namespaceURI, r.childNodes[1].prefix, r.lastChild.previousSibling.nodeValue)
print([e.tagName for e in d.getElementsByTagName("*")], len(r.getElementsByTagName("deep")), d.getElementsByTagNameNS("urn:p", "item")[0].tagName, r.getElementsByTagName("deep").item(5))
print(d.version, d.encoding, d.standalone, d.doctype.name, d.doctype.systemId, [n.nodeName for n in d.childNodes], r.parentNode is d, d.documentElement.ownerDocument is d)
n = minidom.Document(); root = n.createElement("people"); n.appendChild(root)
for name, age in (("Ann", 3), ("Bob <b>", 40)):
    p = n.createElement("person"); p.setAttribute("age", str(age)); p.appendChild(n.createTextNode(name)); root.appendChild(p)
root.appendChild(n.createComment("c")); root.appendChild(n.createCDATASection("x<y")); root.insertBefore(n.createElement("first"), root.firstChild)
print(n.toprettyxml()); print(root.toxml(), repr(root.firstChild.toprettyxml(" ", "")))
c = root.cloneNode(True); print(c.toxml() == root.toxml(), c.parentNode, root.cloneNode(False).toxml())
root.removeChild(root.childNodes[1]); root.replaceChild(n.createElement("new"), root.firstChild); print(root.toxml(), [x.nextSibling.nodeName if x.nextSibling else None for x in root.childNodes])
t = n.createTextNode("a"); root.appendChild(t); root.appendChild(n.createTextNode("b")); root.appendChild(n.createTextNode("")); root.normalize(); print(root.lastChild.data, t.length, t.wholeText, repr(t), repr(n.createTextNode("long text here")))
for bad in (lambda: root.removeChild(n.createElement("q")), lambda: n.appendChild(n.createElement("two")), lambda: t.appendChild(t), lambda: root.removeAttribute("nope"), lambda: minidom.parseString("<a><b></a>"), lambda: minidom.parseString(""), lambda: n.createTextNode(5), lambda: n.appendChild(n.createTextNode("x")), lambda: t.substringData(-1, 1), lambda: n.createComment("--").toxml()):
    try: bad(); print("ok")
    except Exception as e: print(type(e).__module__, type(e).__name__, e if "0x" not in str(e) else "")
impl = minidom.getDOMImplementation(); doc = impl.createDocument(None, "some_tag", None); top = doc.documentElement; top.appendChild(doc.createTextNode("x")); print(doc.toxml(), impl.hasFeature("core", "2.0"))
dt = impl.createDocumentType("html", "-//W3C//DTD", "http://x"); print(impl.createDocument("http://www.w3.org/1999/xhtml", "html", dt).toprettyxml())
import io; print(minidom.parse(io.BytesIO(b"<x>\xc3\xa9</x>")).documentElement.firstChild.data, minidom.parseString("<a>é</a>").toxml("latin-1"))
e = n.createElementNS("urn:x", "x:e"); e.setAttributeNS("urn:x", "x:a", "v"); print(e.toxml(), e.getAttributeNS("urn:x", "a"), e.localName, e.attributes.getNamedItemNS("urn:x", "a").name); e.setIdAttribute("x:a"); root.appendChild(e); print(n.getElementById("v") is e)
f = n.createDocumentFragment(); f.appendChild(n.createElement("f1")); f.appendChild(n.createElement("f2")); root.appendChild(f); print(root.toxml()); print(bool(root), Node.ELEMENT_NODE, root.hasChildNodes(), root.nodeValue)
with minidom.parseString("<a><b/></a>") as w: print(w.documentElement.tagName)
