"""Shows a page in the user's browser: $BROWSER's, or the one that the desktop opens.

Left out: classes for particular browsers.
"""

import os
import shlex
import shutil
import subprocess

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

_BROWSERS = ("xdg-open", "x-www-browser", "firefox", "google-chrome", "chromium", "www-browser", "links", "elinks", "lynx", "w3m")
_IN_TERMINAL = ("www-browser", "links", "elinks", "lynx", "w3m")

_registered = {}
_order = None


class Error(Exception):
    """There's no browser."""


class BaseBrowser:
    """What browsers have in common."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = self.basename = name

    def open_new_tab(self, url):
        """Shows the page, in a new tab if possible."""
        return self.open(url, new=2)

    def open_new(self, url):
        """Shows the page, in a new window if possible."""
        return self.open(url, new=1)

    def open(self, url, new=0, autoraise=True):
        """Shows the page; whether that went well."""
        raise NotImplementedError


class GenericBrowser(BaseBrowser):
    """A command, which is waited for."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name, self.args = name, ["%s"]
        else:
            self.name, self.args = name[0], name[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        return [self.name] + [each.replace("%s", url) for each in self.args]

    def open(self, url, new=0, autoraise=True):
        try:
            return not subprocess.call(self._command(url))
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that goes on beside the program."""

    def open(self, url, new=0, autoraise=True):
        try:
            child = subprocess.Popen(self._command(url), close_fds=True, start_new_session=True)
        except OSError:
            return False
        return child.poll() is None or not child.returncode


def register(name, klass, instance=None, *, preferred=False):
    """Makes a browser known under a name."""
    _find_all()
    _registered[name.lower()] = [klass, instance]
    if preferred:
        _order.insert(0, name)
    else:
        _order.append(name)


def _find_all():
    global _order
    if _order is not None:
        return
    _order = []
    for name in _BROWSERS:
        if shutil.which(name):
            kind = GenericBrowser if name in _IN_TERMINAL else BackgroundBrowser
            register(name, None, kind(name))
    for name in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
        if name:
            _prefer(name)


def _prefer(name):
    if name.lower() not in _registered:
        parts = shlex.split(name)
        browser = BackgroundBrowser(parts[:-1] if parts[-1] == "&" else parts)
        if len(browser.args) == 0:
            browser.args = ["%s"]
        _registered[name.lower()] = [None, browser]
    _order.insert(0, name)


def get(using=None):
    """The browser of that name, or the preferred one."""
    _find_all()
    for name in [using] if using is not None else _order:
        if "%s" in name:
            return GenericBrowser(shlex.split(name))
        kind, instance = _registered.get(name.lower(), (None, None))
        if instance is not None:
            return instance
        if kind is not None:
            return kind()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Shows the page; whether that went well."""
    _find_all()
    return any(get(name).open(url, new, autoraise) for name in _order)


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)
