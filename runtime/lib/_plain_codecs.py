"""Encoding and decoding as incremental codecs do it: what goes wrong there has no note."""


def encode(text, encoding, errors):
    """As the method of str."""
    try:
        return text.encode(encoding, errors)
    except Exception as error:
        _forget_note(error, f"encoding with '{encoding}' codec failed")
        raise


def decode(data, encoding, errors):
    """As the method of bytes."""
    try:
        return data.decode(encoding, errors)
    except Exception as error:
        _forget_note(error, f"decoding with '{encoding}' codec failed")
        raise


def _forget_note(error, note):
    notes = getattr(error, "__notes__", None)
    if not notes or notes[-1] != note:
        return
    notes.pop()
    if not notes:
        del error.__notes__
