# shutil, glob and tempfile on a folder of files.
import glob, io, os, shutil, tempfile

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
folder = tempfile.TemporaryDirectory()
d = os.path.realpath(folder.name)
os.chdir(d)
os.makedirs('s/t')
for n in ('a.txt', 'b.py', 's/c.txt', 's/t/d.txt', 's/.h', '.hid'):
    open(n, 'w').write(n)
os.symlink('a.txt', 'ln')
os.symlink('s', 'sl')
for p in ('*', '*.txt', 's/*', '**', '**/*.txt', '**/', 's/**', '*/', '[ab]*', '.*', 'nope*', 's', 's/', '*/*/*.txt', './*', '', 'a.txt', '?.py', '**/t/*', 'sl/*'):
    show(lambda: sorted(glob.glob(p)))
    show(lambda: sorted(glob.glob(p, recursive=True)))
    show(lambda: sorted(glob.glob(p, root_dir='s', recursive=True, include_hidden=True)))
show(lambda: glob.escape('a*[b]?'))
show(lambda: sorted(glob.glob(b'*')))
for f in (lambda: shutil.copy('a.txt', 'z.txt'), lambda: shutil.copy('a.txt', 's'), lambda: shutil.copyfile('a.txt', 'a.txt'), lambda: shutil.copyfile('a.txt', 's'), lambda: shutil.copyfile('nope', 'x'), lambda: shutil.copy2('b.py', 's/t'), lambda: shutil.copytree('s', 's2'), lambda: shutil.copytree('s', 's2'), lambda: shutil.copytree('s', 's2', dirs_exist_ok=True), lambda: shutil.copytree('s', 's3', ignore=shutil.ignore_patterns('*.txt')), lambda: sorted(os.listdir('s3')), lambda: shutil.move('z.txt', 's'), lambda: shutil.move('a.txt', 's'), lambda: shutil.move('s3', 's4'), lambda: shutil.move('s2', 's4'), lambda: shutil.move('nope', 'q'), lambda: shutil.move('s4', 's4/s2'), lambda: shutil.rmtree('nope'), lambda: shutil.rmtree('a.txt'), lambda: shutil.rmtree('nope', ignore_errors=True), lambda: shutil.rmtree('s4'), lambda: os.path.exists('s4'), lambda: shutil.which('sh') is not None, lambda: shutil.which('nope_x'), lambda: shutil.copymode('a.txt', 'b.py'), lambda: shutil.SameFileError.__mro__[1], lambda: sorted(os.listdir('.')), lambda: shutil.rmtree('nope', onexc=lambda f, p, e: print(f.__name__, p, type(e).__name__)), lambda: shutil.copyfileobj(io.StringIO('x'), open('o', 'w'))):
    show(f)
with tempfile.TemporaryDirectory(prefix='attic-', suffix='-z') as n:
    print(os.path.isdir(n), os.path.basename(n)[:6], n[-2:], oct(os.stat(n).st_mode), len(os.path.basename(n)))
print(os.path.exists(n))
t = tempfile.TemporaryDirectory()
print(repr(t)[:21])
t.cleanup()
print(os.path.exists(t.name))
show(lambda: t.cleanup())
with tempfile.NamedTemporaryFile('w+', suffix='.txt', delete=True) as f:
    f.write('hey')
    f.flush()
    print(open(f.name).read(), f.name.endswith('.txt'), f.seek(0), f.read(), f.closed)
print(os.path.exists(f.name), f.closed)
f = tempfile.NamedTemporaryFile(delete=False)
f.write(b'q')
f.close()
print(open(f.name).read())
os.unlink(f.name)
fd, p = tempfile.mkstemp('.x', 'p', d)
print(os.path.basename(p)[0], p[-2:], os.path.dirname(p) == d)
os.close(fd)
print(os.path.isdir(tempfile.mkdtemp(dir=d)), os.path.isdir(tempfile.gettempdir()), tempfile.gettempprefix())
show(lambda: tempfile.mkstemp(b'x', 'y'))
with tempfile.TemporaryFile('w+') as f:
    f.write('a\nb')
    f.seek(0)
    print(list(f), type(f.name))
with tempfile.SpooledTemporaryFile(5, 'w+') as f:
    f.write('abc')
    print(f._rolled)
    f.write('defg')
    print(f._rolled)
    f.seek(0)
    print(f.read())
os.chdir('/')
folder.cleanup()
