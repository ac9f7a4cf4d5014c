# A base's methods called by its name, with what is unpacked.

class Base:
    def __init__(self, name="base", **options):
        self.name = name
        self.options = options

    def __str__(self):
        return f"{self.name} {self.options}"

    def __eq__(self, other):
        return self.name == other.name


class Derived(Base):
    def __init__(self, *args, **options):
        Base.__init__(self, *args, **options)
        self.extra = options.get("extra", 1)

    def __str__(self):
        return "derived " + Base.__str__(self)


class Last(Derived):
    def __init__(self, *args):
        Derived.__init__(self, *args)
        self.last = True


d = Derived(extra=5, other="x")
print(d, d.extra + 1, d.name, Derived("n"), Derived("n") == Base("n"), Last("q"), Last().extra)
text = Base.__str__
equal = Base.__eq__
print(text(d), equal(d, Last()), Base.__init__.__name__)
made = [Base.__new__(Base) for _ in range(2)]
for each in made:
    Base.__init__(each, "late")
print(*made)
