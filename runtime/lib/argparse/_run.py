"""One run of a parser over a command line."""

from argparse._errors import ArgumentError, _get_action_name
from argparse._values import PARSER, REMAINDER, SUPPRESS


class Run:
    """Gives each word of a command line to an action; what nobody takes is left over.

    Without positionals, arguments between options are left over too. Options aren't required in a run behind one that had them.
    """

    def __init__(self, parser, words, namespace, takes_positionals=True, requires_options=True):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.requires_options = requires_options
        self.positionals = parser._get_positional_actions() if takes_positionals else []
        self.required = [action for action in parser._actions if action.required and self.is_demanded(action)]
        # The candidates for the options, by their places.
        self.options = {}
        self.kinds = self.find_kinds()
        self.called = set()
        # Those that were called for words, not for a default.
        self.given = set()
        self.warned = set()
        self.leftover = []

    def is_demanded(self, action):
        return self.requires_options if action.option_strings else action in self.positionals

    def find_kinds(self):
        """A letter for each word: "A" for an argument, "O" for an option, "-" for `--`, behind which all are "A"."""
        kinds = ""
        for place, word in enumerate(self.words):
            if "-" in kinds:
                kinds += "A"
            elif word == "--":
                kinds += "-"
            else:
                candidates = self.parser._parse_optional(word)
                if candidates is not None:
                    self.options[place] = candidates
                kinds += "A" if candidates is None else "O"
        return kinds

    def parse(self):
        place = 0
        last = max(self.options, default=-1)
        while place <= last:
            option = place
            while option not in self.options:
                option += 1
            if option > place:
                end = self.take_positionals(place)
                if end > place:
                    place = end
                    continue
                self.leftover += self.words[place:option]
            place = self.take_option(option)
        end = self.take_positionals(place)
        self.leftover += self.words[end:]
        self.convert_defaults()
        self.check_required()
        return self.namespace, self.leftover

    # Options.

    def take_option(self, place):
        """Takes the option at that place with its arguments; where it ends."""
        word = self.words[place]
        candidates = self.options[place]
        if len(candidates) > 1:
            names = ", ".join([name for _, name, _, _ in candidates])
            raise ArgumentError(None, f"ambiguous option: {word} could match {names}")
        if candidates[0][0] is None:
            self.leftover.append(word)
            return place + 1
        calls, end = self.option_calls(place + 1, *candidates[0])
        for action, arguments, name in calls:
            self.warn_if_deprecated(action, name, "option")
            self.call(action, arguments, name)
        return end

    def option_calls(self, end, action, name, sep, attached):
        """The calls that a word asks for, [(action, arguments, name)], and where its arguments end: `-vxfile` asks for three."""
        parser = self.parser
        calls = []
        while attached is not None:
            takes_one = action.nargs != 0 and parser._match_argument(action, "A") == 1
            if takes_one:
                calls.append((action, [attached], name))
                return calls, end
            is_cluster = attached != "" and name[1] not in parser.prefix_chars
            if not is_cluster or sep or attached[0] in parser.prefix_chars:
                raise ArgumentError(action, f"ignored explicit argument {attached!r}")
            calls.append((action, [], name))
            name = name[0] + attached[0]
            if name not in parser._option_string_actions:
                self.leftover.append(name[0] + attached)
                return calls, end
            action = parser._option_string_actions[name]
            sep, attached = self.split_cluster(attached[1:])
        count = parser._match_argument(action, self.kinds[end:])
        calls.append((action, self.words[end:end + count], name))
        return calls, end + count

    def split_cluster(self, rest):
        """(separator, attached argument) of what follows a short option in its word."""
        if not rest:
            return None, None
        return ("=", rest[1:]) if rest[0] == "=" else ("", rest)

    # Positional arguments.

    def take_positionals(self, place):
        """Takes as many positional arguments as there are actions for; where they end."""
        counts = self.parser._match_arguments_partial(self.positionals, self.kinds[place:])
        served = self.positionals[:len(counts)]
        self.positionals = self.positionals[len(counts):]
        for action, count in zip(served, counts):
            arguments = self.without_mark(action, self.words[place:place + count])
            place += count
            if arguments:
                self.warn_if_deprecated(action, action.dest, "argument")
            self.call(action, arguments)
        return place

    def without_mark(self, action, words):
        """The words without the first mark between options and arguments, which commands and the rest of a line keep."""
        if action.nargs not in (PARSER, REMAINDER) and "--" in words:
            words.remove("--")
        return words

    # Actions.

    def warn_if_deprecated(self, action, name, kind):
        if action.deprecated and name not in self.warned:
            self.warned.add(name)
            self.parser._warning(f"{kind} '{name}' is deprecated")

    def call(self, action, arguments, option_string=None):
        self.called.add(action)
        values = self.parser._get_values(action, arguments)
        if arguments or action.option_strings:
            self.given.add(action)
            self.check_exclusive(action)
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def check_exclusive(self, action):
        for group in self.parser._mutually_exclusive_groups:
            for other in group._group_actions if action in group._group_actions else []:
                if other is not action and other in self.given:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")

    def convert_defaults(self):
        """Defaults that are text are converted as arguments are."""
        for action in self.parser._actions:
            default = action.default
            if action in self.called or action.required or not isinstance(default, str):
                continue
            if getattr(self.namespace, action.dest, None) is default:
                setattr(self.namespace, action.dest, self.parser._get_value(action, default))

    def check_required(self):
        """ArgumentError for what is missing."""
        missing = [_get_action_name(action) for action in self.required if action not in self.called]
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups if self.requires_options else []:
            if group.required and self.given.isdisjoint(group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
