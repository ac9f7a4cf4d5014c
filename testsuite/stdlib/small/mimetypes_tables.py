import mimetypes
import tempfile
mimetypes.knownfiles.clear()
for n in ["a.html", "b.TXT", "c.tar.gz", "d.tgz", "e.svgz", "f.unknown", "noext", "http://x.org/a/b.png?x=1", "data:text/html;base64,xx", "data:,x", "data:x", "data:a=b,1", "g.Z", "h.z", "x.json", "p.py", "a.b/c", "file:///x.css", "x.js", "y.mid", "z.webp", ".html", "c.jpg.xz"]:
    print(n, mimetypes.guess_type(n), mimetypes.guess_type(n, strict=False), mimetypes.guess_file_type(n))
for t in ["text/html", "image/jpeg", "text/plain", "application/json", "nope/x", "image/jpg", "audio/midi", "TEXT/HTML"]:
    print(t, mimetypes.guess_extension(t), mimetypes.guess_all_extensions(t), mimetypes.guess_all_extensions(t, strict=False))
mimetypes.add_type("application/x-mine", ".mine"); print(mimetypes.guess_type("a.mine"))
m = mimetypes.MimeTypes(); print(m.guess_type("x.pdf"), m.suffix_map[".tgz"], len(mimetypes.types_map) > 100)
import pathlib
print(mimetypes.guess_type(pathlib.Path("/tmp/x.csv")), mimetypes.inited)
open(tempfile.gettempdir()+"/my.types", "w").write("a/b bb cc # comment\n#x\nq/r rr\n")
t = mimetypes.read_mime_types(tempfile.gettempdir()+"/my.types"); print(t[".bb"], t[".rr"], mimetypes.read_mime_types("/nonexist"))
