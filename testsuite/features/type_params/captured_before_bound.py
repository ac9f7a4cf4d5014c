"""Values of type aliases and bounds that name variables which aren't bound yet, or aren't any more."""


def attempt(get):
    try:
        print(get())
    except NameError as error:
        print(type(error).__name__, error)


def alias():
    type Later = list[Item]
    attempt(lambda: Later.__value__)
    Item = int
    print(Later.__value__)
    del Item
    print(Later.__value__)


def bound():
    def f[T: Limit](x: T) -> T:
        return x

    variable = f.__type_params__[0]
    attempt(lambda: variable.__bound__)
    Limit = str
    print(variable.__bound__)


def mutual():
    type Tree = dict[str, Tree | Leaf]
    type Leaf = int | str
    print(Tree.__value__)


alias()
bound()
mutual()
