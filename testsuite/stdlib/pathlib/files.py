# Paths and the files that they lead to: reading, writing, finding, changing.
import os, tempfile
from pathlib import *

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
d = Path('d')
d.mkdir()
show(lambda: d.mkdir())
d.mkdir(exist_ok=True)
(d / 'x' / 'y').mkdir(parents=True)
show(lambda: (d / 'p' / 'q').mkdir())
show(lambda: (d / 'f.txt').write_text('héllo\nx'))
show(lambda: (d / 'f.txt').read_text())
show(lambda: (d / 'f.txt').read_bytes())
show(lambda: (d / 'b.bin').write_bytes(b'\x00\x01'))
show(lambda: (d / 'nope').read_text())
show(lambda: (d / 'f.txt').write_text(5))
show(lambda: (d / 'f.txt').read_text('ascii'))
(d / 'x' / '1.py').touch()
(d / 'x' / 'y' / '2.py').touch()
(d / '.hid').touch()
show(lambda: (d / 'x' / '1.py').touch(exist_ok=False))
(d / 'lnk').symlink_to('f.txt')
(d / 'dl').symlink_to('x')
(d / 'hard').hardlink_to(d / 'f.txt')
S = lambda it: sorted((str(i) for i in it))
for pat in ('*', '**', '**/*', '*.txt', 'x/*', '**/*.py', 'x/**', '**/y', '*/', '**/', 'x', 'x/1.py', 'nope', '?.py', '[fb]*', '*.TXT', 'x/../f.txt', '**/**', 'a/**/b', 'd*/*', 'dl/**'):
    show(lambda: S(d.glob(pat)))
    show(lambda: S(Path('d').glob(pat)))
for pat in ('*', '*.py', 'y', '', '**', 'x/*', '*.t?t'):
    show(lambda: S(d.rglob(pat)))
show(lambda: list(d.glob('')))
show(lambda: list(d.glob('/a')))
show(lambda: S(d.glob('*.TXT', case_sensitive=False)))
show(lambda: S(d.iterdir()))
show(lambda: list(Path('nope').iterdir()))
show(lambda: sorted(((str(a), sorted(b), sorted(c)) for a, b, c in d.walk())))
show(lambda: [str(a) for a, b, c in (d / 'x').walk(top_down=False)])
f = d / 'f.txt'
for g in (lambda: f.exists(), lambda: f.is_file(), lambda: f.is_dir(), lambda: d.is_dir(), lambda: (d / 'lnk').is_symlink(), lambda: (d / 'lnk').readlink(), lambda: (d / 'lnk').resolve().name, lambda: Path('/nope').resolve(strict=True), lambda: Path('x').absolute().name, lambda: f.stat().st_size, lambda: f.samefile(d / 'hard'), lambda: Path.cwd().samefile(folder.name), lambda: f.rename(d / 'g.txt'), lambda: Path('d/g.txt').replace(d / 'f.txt'), lambda: (d / 'x').rmdir(), lambda: (d / 'x').unlink(), lambda: (d / 'nope').unlink(), lambda: (d / 'nope').unlink(missing_ok=True), lambda: f.chmod(384), lambda: oct(f.stat().st_mode), lambda: Path('a\x00b').exists(), lambda: Path('f.txt').is_mount(), lambda: Path('/').is_mount(), lambda: os.fspath(f), lambda: open(f).read(), lambda: f.open().name, lambda: (d / 'f.txt' / 'z').exists(), lambda: f.with_suffix('.md'), lambda: d / 'a' / 'b', lambda: Path('x') == Path('./x'), lambda: Path('a', 'b')):
    show(g)
os.chdir('/')
folder.cleanup()
