# Small modules: keyword, colorsys, fnmatch, html.
import colorsys
import fnmatch
import html
import keyword

print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), keyword.iskeyword("x"))
for rgb in [(0, 0, 0), (1, 1, 1), (0.2, 0.4, 0.4), (1, 0, 0), (0.1, 0.9, 0.5), (0.5, 0.2, 0.9)]:
    hsv, hls, yiq = colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_hls(*rgb), colorsys.rgb_to_yiq(*rgb)
    print(rgb, *[[round(x, 9) for x in t] for t in (hsv, hls, yiq, colorsys.hsv_to_rgb(*hsv), colorsys.hls_to_rgb(*hls), colorsys.yiq_to_rgb(*yiq))])
names = ["a.py", "b.PY", "ab.txt", ".hidden", "x[1].py", "dir/file.py", "", "-", "é.py"]
for pattern in ["*.py", "?.py", "[ab]*", "[!a]*", "*", "", "x[[]1].py", "[a-c]?.txt", "*i*", "[]-]", "[", "**.py", "a*b*t"]:
    print(pattern, fnmatch.filter(names, pattern), [fnmatch.fnmatchcase(n, pattern) for n in names], fnmatch.translate(pattern))
print(html.escape('<a href="x">&\'</a>'), html.escape('"\'<', quote=False), html.escape(""))
