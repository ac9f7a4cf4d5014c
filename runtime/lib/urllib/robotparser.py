"""What robots may read of a site, by its robots.txt."""

import collections
import time
import urllib.error
import urllib.parse
import urllib.request

__all__ = ["RobotFileParser"]

RequestRate = collections.namedtuple("RequestRate", "requests seconds", module=__name__)


class RobotFileParser:
    """Answers whether a URL may be read."""

    def __init__(self, url=""):
        # What the server's answer may say of all URLs.
        self.allow_all = self.disallow_all = False
        self.default_entry = None
        self.entries, self.sitemaps = [], []
        self.last_checked = 0
        self.set_url(url)

    def mtime(self):
        """When the rules were read."""
        return self.last_checked

    def modified(self):
        self.last_checked = time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Reads the rules from the URL."""
        try:
            file = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
            error.close()
        else:
            self.parse(file.read().decode("utf-8").splitlines())

    def _add_entry(self, entry):
        if "*" not in entry.useragents:
            self.entries.append(entry)
        elif self.default_entry is None:
            self.default_entry = entry

    def parse(self, lines):
        """Takes the rules from lines."""
        # 0: at the beginning of an entry, 1: behind a user agent, 2: behind a rule.
        state = 0
        entry = _Entry()
        self.modified()
        for line in lines:
            if not line:
                if state == 1:
                    entry, state = _Entry(), 0
                elif state == 2:
                    self._add_entry(entry)
                    entry, state = _Entry(), 0
            line = line.partition("#")[0].strip()
            name, colon, value = line.partition(":")
            if not line or not colon:
                continue
            name, value = name.strip().lower(), urllib.parse.unquote(value.strip())
            if name == "user-agent":
                if state == 2:
                    self._add_entry(entry)
                    entry = _Entry()
                entry.useragents.append(value)
                state = 1
            elif name == "sitemap":
                self.sitemaps.append(value)
            elif state != 0 and entry.take(name, value):
                state = 2
        if state == 2:
            self._add_entry(entry)

    def can_fetch(self, useragent, url):
        """Whether that program may read the URL."""
        if self.allow_all or self.disallow_all or not self.last_checked:
            # Nothing is allowed before the rules were read.
            return self.allow_all and not self.disallow_all
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(("", "", parts.path, parts.params, parts.query, parts.fragment))) or "/"
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry.allowance(url)
        return self.default_entry.allowance(url) if self.default_entry else True

    def _entry_for(self, useragent):
        if not self.mtime():
            return None
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def crawl_delay(self, useragent):
        entry = self._entry_for(useragent)
        return entry.delay if entry else None

    def request_rate(self, useragent):
        entry = self._entry_for(useragent)
        return entry.req_rate if entry else None

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries if self.default_entry is None else [*self.entries, self.default_entry]
        return "\n\n".join(map(str, entries))


class _Rule:
    """A path, and whether it's allowed."""

    def __init__(self, path, allowance):
        if path == "" and not allowance:
            # Nothing is forbidden.
            allowance = True
        self.path = urllib.parse.quote(urllib.parse.urlunparse(urllib.parse.urlparse(path)))
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return ("Allow" if self.allowance else "Disallow") + ": " + self.path


class _Entry:
    """The rules for some user agents."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []
        self.delay = None
        self.req_rate = None

    def take(self, name, value):
        """Whether it's a rule."""
        if name in ("allow", "disallow"):
            self.rulelines.append(_Rule(value, name == "allow"))
        elif name == "crawl-delay":
            if value.strip().isdigit():
                self.delay = int(value)
        elif name == "request-rate":
            numbers = value.split("/")
            if len(numbers) == 2 and all(each.strip().isdigit() for each in numbers):
                self.req_rate = RequestRate(int(numbers[0]), int(numbers[1]))
        else:
            return False
        return True

    def applies_to(self, useragent):
        useragent = useragent.split("/")[0].lower()
        return any(agent == "*" or agent.lower() in useragent for agent in self.useragents)

    def allowance(self, filename):
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True

    def __str__(self):
        lines = [f"User-agent: {agent}" for agent in self.useragents]
        if self.delay is not None:
            lines.append(f"Crawl-delay: {self.delay}")
        if self.req_rate is not None:
            lines.append(f"Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}")
        return "\n".join([*lines, *map(str, self.rulelines)])
