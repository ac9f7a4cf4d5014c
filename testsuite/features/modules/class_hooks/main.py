# A base of another module runs a method of the class before what that needs is bound.
from base import Base


class A(Base):
    @classmethod
    def create(cls):
        print(LATE)


class B:
    pass


LATE = 1
