# A NameError with a suggestion, in the context of an error with a note.
class MyErr(Exception):
    pass
def f():
    e = MyErr("note me")
    e.add_note("a note")
    raise e
def g():
    try:
        f()
    except MyErr:
        undefined_nam
undefined_name = 1
g()
