"""What can go wrong."""


class PickleError(Exception):
    """The base of the module's exceptions."""


class PicklingError(PickleError):
    """An object can't be pickled."""


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = "_pickle"
