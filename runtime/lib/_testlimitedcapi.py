"""What CPython's tests ask of sequences by way of its C interface, which is the same as what Python code does."""


def _checked(sequence):
    if isinstance(sequence, dict):
        raise TypeError(f"{type(sequence).__name__} is not a sequence")
    return sequence


def sequence_getitem(sequence, index, /):
    """PySequence_GetItem."""
    return _checked(sequence)[index]


def sequence_setitem(sequence, index, value, /):
    """PySequence_SetItem."""
    _checked(sequence)[index] = value


def sequence_delitem(sequence, index, /):
    """PySequence_DelItem."""
    del _checked(sequence)[index]
