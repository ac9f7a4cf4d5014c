"""xml.etree.ElementTree: reading, finding, changing, writing; xml.sax.saxutils."""
import copy
import io
import os
import pickle
import tempfile
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape


def tries(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "code", None), getattr(error, "position", None))


CATALOGUE = """<?xml version="1.0"?>
<!-- before -->
<catalogue xmlns:x="urn:extra" owner="me &amp; you">
  <book id="b1" lang="en"><title>First &lt;one&gt;</title><price>10.50</price><author>Ann</author><author>Bob</author></book>
  <book id="b2"><title>Zweites &#252;ber</title><price>7</price><x:note>hidden</x:note></book>
  <magazine id="m1"><title>Weekly</title></magazine>
  <?php echo ?>tail<empty/><![CDATA[<raw> & text]]>
</catalogue>
"""
root = ET.fromstring(CATALOGUE)
print(root.tag, root.attrib, len(root), [child.tag for child in root], repr(root[3].tail), repr(root.text))
for book in root.findall("book"):
    print(book.get("id"), book.find("title").text, float(book.findtext("price")), [a.text for a in book.iter("author")], book.get("lang", "none"))
for path in ("book", "*", ".", "./book/title", "book/author[2]", "book[1]", "book[last()]", "book[last()-1]", "book[@lang]", "book[@id='b2']", "book[@id!='b2']",
             "book[author]", "book[price='7']", "book[price!='7']", ".//title", "book/..", "magazine/title[.='Weekly']", ".//title[.!='Weekly']", "book//author",
             "book[@id='b1']/author[last()]", "{urn:extra}note", "book/{urn:extra}note", "book/{*}note", "book/{urn:extra}*", ".//{}title", "nothing", "book/*"):
    print(path, [element.get("id") or element.tag for element in root.findall(path)])
print(root.findall(""), root.findtext("nothing"), root.findtext("nothing", "default"), repr(root.findtext("empty")), root.find("x:note", {"x": "urn:extra"}),
      root.find("book/x:note", {"x": "urn:extra"}).text, root.find("nothing"))
for path in ("//book", "/book", "book[", "x:note", "book[0]", "book[@id=]", "book[last()-0]", "book[position()]"):
    tries(root.findall, path)
print(list(root.itertext())[:4], [element.tag for element in root.iter()][:5], list(root.iterfind("book/title"))[1].text)

# Changing.
element = ET.Element("a", {"x": "1"}, y="2")
child = ET.SubElement(element, "b", z="3")
child.text = "text"
child.tail = "tail & more"
element.insert(0, ET.Comment(" note "))
element.append(ET.ProcessingInstruction("target", "data"))
element.extend([ET.Element("c"), ET.Element("d")])
print(ET.tostring(element), len(element), element[1] is child, element.keys(), list(element.items()), child in element, list(element).index(child))
element.remove(element[0])
del element[-1]
element[0:1] = [ET.Element("new")]
element.set("x", "changed")
print(ET.tostring(element, "unicode"), ET.iselement(element), ET.iselement("a"))
twin = copy.deepcopy(element)
shallow = copy.copy(element)
again = pickle.loads(pickle.dumps(element))
element[0].tag = "renamed"
print(ET.tostring(twin), ET.tostring(shallow), ET.tostring(again))
element.clear()
print(ET.tostring(element), element.text, element.attrib)
tries(element.append, 5)
tries(element.insert, 0, "x")
tries(element.extend, [1])
tries(element.remove, ET.Element("b"))
tries(lambda: element[0])
tries(ET.Element, "a", 5)
tries(ET.SubElement, 5, "x")
tries(ET.tostring, ET.Element("a", {"k": 5}))
tries(ET.tostring, ET.Element(5))

# Writing.
tree = ET.fromstring("<a xmlns='u' xmlns:z='v' z:k='1'><b>t&lt;&#10;</b>x<c d='&quot;&#10;&#9;&gt;'/></a>")
print(ET.tostring(tree))
ET.register_namespace("mine", "u")
print(ET.tostring(tree), ET.tostring(ET.fromstring("<a xmlns='u'><b/></a>"), default_namespace="u"))
tries(ET.tostring, ET.fromstring("<a><b/></a>"), default_namespace="u")
tries(ET.register_namespace, "ns1", "x")
umlaut = ET.fromstring("<a>ü\U0001F600</a>")
print(ET.tostring(umlaut), ET.tostring(umlaut, "utf-8"), ET.tostring(umlaut, "latin-1"), ET.tostring(umlaut, "unicode", xml_declaration=True))
page = ET.fromstring("<p class='x'>a<br/><script>1 &lt; 2</script>&amp;<i/></p>")
print(ET.tostring(page, method="html"), ET.tostring(page, method="text"), ET.tostring(page, short_empty_elements=False))
tries(ET.tostring, page, method="odd")
ET.indent(root)
print(ET.tostring(root, "unicode"))
ET.indent(page, "\t", 1)
print(ET.tostringlist(page))
ET.dump(twin)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file.xml")
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    with open(path, "rb") as file:
        print(file.read()[:60])
    read = ET.parse(path)
    print(read.getroot().tag, read.find("book/title").text, [each.tag for each in read.iter()][:3], read.findtext("magazine/title"))
    print([(event, each.tag) for event, each in ET.iterparse(path, ("start", "end"))][:6])
    for _, each in ET.iterparse(path):
        if each.tag == "book":
            print(each.get("id"))
            each.clear()
    tries(ET.parse, os.path.join("missing", "file.xml"))
stream = io.StringIO()
ET.ElementTree(umlaut).write(stream, encoding="unicode")
print(stream.getvalue(), ET.parse(io.StringIO("<t>stream</t>")).getroot().text, ET.parse(io.BytesIO(b"<t/>")).getroot().tag)
tries(ET.ElementTree().write, stream)

# Broken texts, entities, encodings.
for text in ("<a>&foo;</a>", "<!DOCTYPE a SYSTEM 'x.dtd'><a>&foo;</a>", "<a><b></a>", "<a", "", "<a/><b/>", "<a b='1' b='2'/>", "<a>\x01</a>", "plain", "<a xmlns:p='u'><q:b/></a>",
             "<?xml version='1.0' encoding='foo'?><a/>".encode(), 5):
    tries(lambda: ET.fromstring(text).tag)
print(ET.fromstring("<!DOCTYPE a [<!ENTITY e 'value'>]><a>&e;</a>").text)
print(ET.fromstring("<?xml version='1.0' encoding='koi8-r'?><a>\u0416</a>".encode("koi8-r")).text, ET.fromstring("<a>\xe9</a>".encode("utf-16")).text,
      ET.fromstring("<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>".encode("latin-1")).text)
parser = ET.XMLParser()
parser.entity["known"] = "an entity"
parser.feed("<!DOCTYPE a SYSTEM 'x'><a>&known;")
parser.feed("</a>")
print(parser.close().text, ET.fromstringlist(["<a>", "b", "</a>"]).text, ET.XMLID("<a><b id='i'/></a>")[1]["i"].tag)


class Depth:
    depth = deepest = 0

    def start(self, tag, attributes):
        self.depth += 1
        self.deepest = max(self.depth, self.deepest)

    def end(self, tag):
        self.depth -= 1

    def data(self, text):
        pass

    def close(self):
        return self.deepest


counting = ET.XMLParser(target=Depth())
counting.feed("<a><b><c/></b><b/></a>")
print(counting.close())
pull = ET.XMLPullParser(["start", "end", "start-ns", "end-ns", "comment", "pi"])
pull.feed("<a xmlns:q='u'><!--c--><?p i?><q:b k='v'")
print([(event, getattr(value, "tag", value) if event in ("start", "end") else getattr(value, "text", value)) for event, value in pull.read_events()])
pull.feed("/></a>")
print([(event, getattr(value, "tag", value)) for event, value in pull.read_events()])
pull.close()
tries(ET.XMLPullParser, ["bogus"])
builder = ET.TreeBuilder(insert_comments=True)
commented = ET.XMLParser(target=builder)
commented.feed("<a>x<!-- kept -->y</a>")
print(ET.tostring(commented.close()))
print(repr(ET.QName("u", "b")), ET.QName("u", "b") == "{u}b", ET.QName("a") < ET.QName("b"), str(ET.QName("tag")), ET.tostring(ET.Element(ET.QName("u", "q"))))
print(escape("<a & b>", {"a": "A"}), unescape("&lt;a &amp;amp; b&gt;"), quoteattr('say "hi"\n'), quoteattr("it's \"x\""), quoteattr("plain"))
