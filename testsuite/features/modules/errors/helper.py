from broken import inner


def divide(a, b):
    return inner(a, b)
