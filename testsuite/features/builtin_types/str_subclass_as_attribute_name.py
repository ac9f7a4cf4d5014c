"""Names of attributes that are instances of a class derived from str."""
class Name(str): pass
class Bag: pass
o = Bag()
setattr(o, Name("name"), 1)
print(o.name, getattr(o, Name("name")), hasattr(o, Name("name")), list(o.__dict__), vars(o) == {"name": 1})
delattr(o, Name("name"))
print(hasattr(o, "name"))
