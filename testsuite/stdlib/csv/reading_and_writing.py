# csv: dialects, every quoting, reading and writing, rows as dicts, and the errors.
import csv
for kw in [dict(delimiter=5), dict(delimiter='ab'), dict(delimiter=None), dict(quotechar=5), dict(quotechar=''), dict(quotechar='ab'), dict(escapechar=''), dict(escapechar=3), dict(lineterminator=4), dict(quoting='x'), dict(quoting=9), dict(foo=1), dict(quotechar=None), dict(quotechar=None, quoting=0), dict(delimiter='\n'), dict(delimiter='"'), dict(delimiter=''), dict(lineterminator=None)]:
    try: csv.reader([], **kw); print(kw, 'ok')
    except Exception as e: print(kw, type(e).__name__, e)
class File:
    def __init__(self, text=""):
        self.text = text

    def write(self, text):
        self.text += text
        return len(text)

    def getvalue(self):
        return self.text

    def __iter__(self):
        return iter(self.text.splitlines(keepends=True))


for q in range(6):
    for row in [[1,'a',None,2.5,''],[''],[None],[' a','b"c','d,e','f\ng'],[]]:
        f=File()
        try: csv.writer(f, quoting=q, escapechar='\\').writerow(row); print(q,row,repr(f.getvalue()))
        except Exception as e: print(q,row, type(e).__name__, e)
        if q!=3:
            f=File()
            try: csv.writer(f, quoting=q, delimiter=' ', skipinitialspace=True).writerow(row); print(q,row,repr(f.getvalue()))
            except Exception as e: print(q,row, type(e).__name__, e)
for q in range(6):
    for text in ['1,"2",a,,""\n', 'x\n','"a""b",c d, "e"\r\n', '"multi\nline",2\n', '']:
        try: print(q, repr(text), list(csv.reader(File(text), quoting=q)))
        except Exception as e: print(q,repr(text), type(e).__name__, e)
for lines in [['a\rb'], [b'x'], ['"a'], ['"a"b,c'], ['a\0b']]:
    for strict in (0,1):
        try: print(lines, list(csv.reader(lines, strict=strict)))
        except Exception as e: print(lines, type(e).__name__, e)
try: csv.writer(5)
except Exception as e: print(type(e), e)
try: csv.writer(File()).writerow(5)
except Exception as e: print(type(e), e)
try: csv.get_dialect('zz')
except Exception as e: print(type(e), e)
try: csv.reader(5)
except Exception as e: print(type(e), e)
r=csv.DictReader(File('a,b\n1,2\n\n3\n4,5,6\n')); print(list(r), r.fieldnames, r.line_num)
r=csv.DictReader('a,b\n\n1,2\n\n\n'.splitlines()); print([(r.line_num, row) for row in r], r.line_num, r.fieldnames, r.line_num)
r=csv.DictReader([], ['a']); print(list(r), r.line_num, list(csv.DictReader(['a', '']))) 
w=csv.DictWriter(f:=File(), ['x','y']); w.writeheader(); w.writerow({'x':1}); 
try: w.writerow({'z':1})
except ValueError as e: print(e)
print(repr(f.getvalue()), csv.list_dialects())
