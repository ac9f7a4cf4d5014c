from ..prices import label

SIZES = [20, 24, 28]


def describe(index: int) -> str:
    return label(SIZES[index])
