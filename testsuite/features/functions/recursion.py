# Recursion, mutual recursion, and the limit that raises instead of crashing.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def endless(n):
    return endless(n + 1) + 1


print(fib(20), is_even(100), is_odd(7))
try:
    endless(0)
except RecursionError as error:
    print(error)
