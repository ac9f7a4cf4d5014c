"""Bytes as text: what of the module isn't native."""

_defers_imports = True


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Bytes as quoted-printable."""
    import _quoted_printable

    return _quoted_printable.b2a_qp(data, quotetabs, istext, header)


def a2b_qp(data, header=False):
    """The bytes behind quoted-printable."""
    import _quoted_printable

    return _quoted_printable.a2b_qp(data, header)
