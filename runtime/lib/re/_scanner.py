"""The lexical scanner."""

from re._pattern import Pattern


class Scanner:
    """Cuts texts into tokens: `lexicon` are pairs of a pattern and what becomes of its text, a function, a value or None (nothing)."""

    def __init__(self, lexicon, flags=0):
        if not isinstance(flags, int):
            flags = flags.value
        self.lexicon = lexicon
        self.match = None
        self._phrases = [(Pattern(phrase, int(flags)), action) for phrase, action in lexicon]

    def scan(self, string):
        """The tokens, and the rest of the text where no pattern matches."""
        result = []
        place = 0
        while True:
            found = self._match_at(string, place)
            if found is None or found[0].end() == place:
                return result, string[place:]
            self.match, action = found
            token = action(self, self.match.group()) if callable(action) else action
            if token is not None:
                result.append(token)
            place = self.match.end()

    def _match_at(self, string, place):
        for pattern, action in self._phrases:
            match = pattern.match(string, place)
            if match is not None:
                return match, action
        return None
