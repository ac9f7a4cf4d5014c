"""Data of a class that another class inherits until it gets its own: stored later from outside, or bound in a branch of its body."""

import sys


class Base:
    rate = 5
    label = "base"
    kind = None


class Later(Base):
    def total(self):
        return self.rate * 2


def show():
    print(Later.rate + 1, Later().rate + 2, Later().total(), Base.rate + 3)


def change(rate):
    Later.rate = rate


show()
change(7)
show()
Later.rate = "x"
print(Later.rate + "y", Later().total(), Base.rate)


class Branched(Base):
    if len(sys.argv) > 1000:
        rate = "never"
        kind = 1.5
    else:
        label = 3

    def total(self):
        return self.rate * 2

    if len(sys.argv) > 1000:

        def shown(self):
            return "never"


class Shown(Branched):
    def shown(self):
        return self.rate, self.label, self.kind


class ShownToo(Shown):
    if len(sys.argv) > 1000:

        def shown(self):
            return None


print(Branched.rate + 1, Branched().total(), Branched.label + 1, Branched.kind)
print(Shown().shown(), ShownToo().shown())


class Relabelled(Base):
    @classmethod
    def relabel(cls, label):
        cls.label = label


print(Relabelled.label.upper(), Relabelled().label)
Relabelled.relabel(7)
print(Relabelled.label + 1, Base.label)


class Code(ValueError):
    if len(sys.argv) > 1000:
        args = 7


print(Code("text").args)
Base.rate = 2.5
print(Branched.rate, Branched().total(), Relabelled.rate, Later.rate)
