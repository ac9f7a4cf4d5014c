"""What members may be extracted, and how (PEP 706)."""

import os

from tarfile._errors import (
    AbsoluteLinkError, AbsolutePathError, LinkOutsideDestinationError, OutsideDestinationError, SpecialFileError,
)


def _changes(member, dest_path, for_data=True):
    """The attributes that are changed; an error for what isn't safe."""
    changes = {}
    name = member.name
    dest_path = os.path.realpath(dest_path)
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if os.path.commonpath([target, dest_path]) != dest_path:
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        # Nobody but the owner may write.
        mode = mode & 0o755
        if for_data:
            mode = _mode_of_data(member, mode)
        if mode != member.mode:
            changes["mode"] = mode
    if for_data:
        for attribute in ("uid", "gid", "uname", "gname"):
            if getattr(member, attribute) is not None:
                changes[attribute] = None
        _check_link(member, dest_path)
    return changes


def _mode_of_data(member, mode):
    if member.isreg() or member.islnk():
        if not mode & 0o100:
            # Not executable for the owner: for nobody.
            mode &= ~0o111
        return mode | 0o600
    if member.isdir() or member.issym():
        return None
    raise SpecialFileError(member)


def _check_link(member, dest_path):
    if not member.islnk() and not member.issym():
        return
    if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
    if member.issym():
        target = os.path.join(dest_path, os.path.dirname(member.name), member.linkname)
    else:
        target = os.path.join(dest_path, member.linkname)
    target = os.path.realpath(target)
    if os.path.commonpath([target, dest_path]) != dest_path:
        raise LinkOutsideDestinationError(member, target)


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    changes = _changes(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    changes = _changes(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


named_filters = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}
