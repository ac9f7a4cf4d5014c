# Two exceptions, the second raised while the first was handled, both reported.
def parse(text):
    return int(text)


def load(text):
    try:
        return parse(text)
    except ValueError:
        return {"default": 0}[text]


print(load("12"))
load("twelve")
