# os.path on text: joining, splitting, normal forms.
import os, pathlib

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'filename', None), getattr(e, 'filename2', None))
p = os.path
for x in ('', '/', '//', '///', 'a', '/a', 'a/', 'a/b', '/a/b/', 'a//b', '../x', './a', 'a/./b/../c', '/..', '//a', '///a/b', '~nobody_x/y', '.profile', 'a.tar.gz', '..a', 'a.', 'a/.b', 'x/...'):
    print(repr(x), p.split(x), p.splitext(x), p.basename(x), p.dirname(x), p.normpath(x), p.isabs(x), p.join('q', x), p.splitroot(x), p.abspath(x) == p.normpath(p.join(os.getcwd(), x)), p.relpath(p.join('/data', x), '/data/q'))
show(lambda: p.join('a', b'b'))
show(lambda: p.join('a', 5))
show(lambda: p.join(b'a', b'b'))
show(lambda: p.commonpath(['/a/b', '/a/c']))
show(lambda: p.commonpath(['a', '/b']))
show(lambda: p.commonpath([]))
show(lambda: p.commonprefix(['abc', 'abd']))
show(lambda: p.relpath(''))
os.environ['PLACE'] = 'somewhere'
show(lambda: p.expandvars('$PLACE/${PLACE}/$NOPE/${NOPE}/$/$$ ${'))
show(lambda: p.exists(None))
show(lambda: p.exists('a\x00'))
show(lambda: p.getsize('nope'))
show(lambda: p.split(5))
show(lambda: os.path is p)
show(lambda: p.expanduser('~nobody_there'))
show(lambda: isinstance(pathlib.PurePath('x'), os.PathLike))
show(lambda: p.isdir(pathlib.PurePath('x')))
show(lambda: p.normcase('A'))
show(lambda: os.environ | {'z': '1'} != {})
show(lambda: os.unlink(b'nope'))
show(lambda: os.scandir('nope'))
