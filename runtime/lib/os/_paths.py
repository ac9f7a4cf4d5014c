"""Arguments of the system's calls."""


def checked(function, path, name="path", allow_fd=False, allow_none=False):
    """A path as str or bytes, or a descriptor, or None."""
    if isinstance(path, str):
        if "\0" in path:
            raise ValueError(f"{function}: embedded null character in {name}")
        return path
    if isinstance(path, bytes):
        if b"\0" in path:
            raise ValueError(f"{function}: embedded null character in {name}")
        return path
    if path is None and allow_none:
        return None
    method = getattr(type(path), "__fspath__", None)
    if method is not None:
        found = method(path)
        if not isinstance(found, (str, bytes)):
            raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")
        return checked(function, found, name)
    if allow_fd and hasattr(type(path), "__index__"):
        return path.__index__()
    kinds = "string, bytes, os.PathLike" if allow_fd or allow_none else "string, bytes or os.PathLike"
    if allow_fd and allow_none:
        kinds += ", integer or None"
    elif allow_fd:
        kinds += " or integer"
    elif allow_none:
        kinds += " or None"
    raise TypeError(f"{function}: {name} should be {kinds}, not {type(path).__name__}")


def no_folder(*folders):
    """Paths are never relative to a descriptor's folder."""
    for folder in folders:
        if folder is not None:
            raise NotImplementedError("aiocc: dir_fd isn't supported")
