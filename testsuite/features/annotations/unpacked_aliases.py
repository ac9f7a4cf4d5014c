"""`*tuple[int]`: aliases of built-in types that are unpacked."""
numbers = list[int]
(unpacked,) = numbers
print(unpacked, type(unpacked), unpacked == numbers, unpacked.__origin__, unpacked.__args__, unpacked.__unpacked__, numbers.__unpacked__)
print((*tuple[int, str],), unpacked == (*list[int],)[0], list(numbers), unpacked())


def variadic(*args: *tuple[int, ...]):
    return len(args)


print(variadic.__annotations__, variadic(1, 2))
print(tuple[*tuple[int, str], float], tuple[*tuple[int, ...]])
print(unpacked.__typing_unpacked_tuple_args__, (*tuple[int, str],)[0].__typing_unpacked_tuple_args__)
try:
    numbers[0]
except TypeError as error:
    print(error)
