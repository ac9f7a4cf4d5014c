# Paths that no file stands behind, of POSIX and of Windows.
import os, shutil
from pathlib import *
import pathlib

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
xs = ['', '/', '//', '///', 'a', '/a', 'a/', 'a/b', '/a/b/', 'a//b', '../x', './a', '.', '..', 'a/./b/../c', '.profile', 'a.tar.gz', 'a.', '..a', 'a/.b', 'x/...', 'c:/x/y.txt', 'c:x', '\\\\srv\\sh\\f', '//srv/sh/f', 'a\\b', 'c:\\']
for cls in (PurePosixPath, PureWindowsPath):
    for x in xs:
        p = cls(x)
        print(repr(p), str(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, p.parent, list(p.parents), p.is_absolute(), p.as_posix(), bytes(p))
        for f in (lambda: p.with_name('n'), lambda: p.with_suffix('.s'), lambda: p.with_suffix(''), lambda: p.with_stem('st'), lambda: p.as_uri(), lambda: p / 'z', lambda: p / '/z', lambda: 'q' / p, lambda: p.joinpath('m', 'n'), lambda: p.relative_to('a'), lambda: p.relative_to('/'), lambda: p.is_relative_to('/a'), lambda: p.relative_to('/a/x', walk_up=True), lambda: p.match('*'), lambda: p.match('/a'), lambda: p.match('*.gz'), lambda: p.full_match('**'), lambda: p.full_match('**/*.txt'), lambda: p.full_match('a/*'), lambda: hash(p) == hash(cls(x)), lambda: p == cls(x), lambda: p == x, lambda: p < cls('b')):
            show(f)
p = PurePosixPath('/a/b/c.txt')
for f in (lambda: p.with_name(''), lambda: p.with_name('a/b'), lambda: p.with_suffix('s'), lambda: p.with_suffix('.'), lambda: p.with_suffix('./x'), lambda: p.parents[0], lambda: p.parents[-1], lambda: p.parents[9], lambda: p.parents[0:2], lambda: len(p.parents), lambda: p.parents, lambda: p.relative_to('/x'), lambda: p.relative_to('x'), lambda: PurePath(5), lambda: PurePath(b'x'), lambda: p / 5, lambda: 5 / p, lambda: PurePath(None), lambda: PurePath('a', 'b', '/c', 'd'), lambda: PurePath(PurePath('a'), 'b'), lambda: PurePath(), lambda: p.match(''), lambda: p.match('b/*.txt'), lambda: p.match('/a/*/*.txt'), lambda: p.match('*/c.txt'), lambda: p.match('C.TXT'), lambda: p.match('C.TXT', case_sensitive=False), lambda: sorted([PurePath('b'), PurePath('a/z'), PurePath('a'), PurePath('a!')]), lambda: PurePosixPath('a') < 5, lambda: PurePosixPath('a') == PureWindowsPath('a'), lambda: PureWindowsPath('A') == PureWindowsPath('a'), lambda: PurePath('a').__fspath__(), lambda: type(PurePath('a')), lambda: type(Path('a')), lambda: isinstance(Path('a'), PurePosixPath), lambda: WindowsPath('a'), lambda: {PurePath('a'): 1}[PurePath('a')], lambda: f'{p}', lambda: p.with_segments('q'), lambda: PureWindowsPath('c:/a').relative_to('C:/'), lambda: PurePosixPath('a') / PureWindowsPath('b\\c'), lambda: PurePath('a/b').parts[-1], lambda: PurePosixPath('é x').as_uri(), lambda: PurePosixPath('/é x%').as_uri(), lambda: PureWindowsPath('c:/é x').as_uri(), lambda: Path.from_uri('file:///a%20b'), lambda: Path.from_uri('x')):
    show(f)

class My(PurePosixPath):

    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag

    def with_segments(self, *s):
        return type(self)(*s, tag=self.tag)
m = My('a/b', tag=3)
show(lambda: (m / 'c').tag)
show(lambda: m.parent.tag)
show(lambda: m.parent)
show(lambda: m.with_name('x').tag)
