"""What arguments can be added to: groups, and the base of groups and parsers."""

from argparse._actions import ACTIONS_BY_NAME
from argparse._errors import ArgumentError
from argparse._matching import looks_like_negative_number
from argparse._values import OPTIONAL, REMAINDER, SUPPRESS, ZERO_OR_MORE

_HANDLERS = ("error", "resolve")

# What groups have in common with the container that they are in.
_SHARED = (
    "_registries", "_actions", "_option_string_actions", "_defaults", "_has_negative_number_optionals", "_mutually_exclusive_groups",
)


def _warn_of_nesting(kind):
    import warnings
    warnings.warn(f"Nesting {kind} groups is deprecated.", DeprecationWarning, stacklevel=3)


class _ActionsContainer:
    """Has arguments, and makes them from what `add_argument` is given."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        if conflict_handler not in _HANDLERS:
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._registries = {"action": dict(ACTIONS_BY_NAME)}
        self._option_string_actions = {}
        self._defaults = {}
        self._actions = []
        self._action_groups = []
        self._mutually_exclusive_groups = []
        # Not empty where options look like `-1`; a list, since groups share it.
        self._has_negative_number_optionals = []

    # Registries and defaults.

    def register(self, registry_name, value, object):
        if registry_name not in self._registries:
            self._registries[registry_name] = {}
        self._registries[registry_name][value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        own = [action.default for action in self._actions if action.dest == dest and action.default is not None]
        return own[0] if own else self._defaults.get(dest)

    # Making arguments.

    def add_argument(self, *args, **kwargs):
        """Adds an argument: `add_argument("name")`, `add_argument("-n", "--name", type=int)`."""
        is_option = len(args) > 1 or (len(args) == 1 and args[0][0] in self.prefix_chars)
        if args and not is_option and "dest" in kwargs:
            raise ValueError("dest supplied twice for positional argument")
        details = (self._get_optional_kwargs if is_option else self._get_positional_kwargs)(*args, **kwargs)
        if "default" not in details:
            default = self._defaults.get(details["dest"], self.argument_default)
            if default is not None or details["dest"] in self._defaults:
                details["default"] = default
        kind = self._pop_action_class(details)
        if not callable(kind):
            raise ValueError(f'unknown action "{kind}"')
        action = kind(**details)
        self._check_action(action)
        return self._add_action(action)

    def _check_action(self, action):
        """ValueError for a type that can't be called, or metavars of another number than arguments."""
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ValueError(f"{convert!r} is not callable")
        from argparse._values import FileType
        if convert is FileType:
            raise ValueError(f"{convert!r} is a FileType class object, instance of it must be passed")
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs") from None

    def _pop_action_class(self, kwargs, default=None):
        name = kwargs.pop("action", default)
        return self._registry_get("action", name, name)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        may_be_absent = nargs == OPTIONAL or (nargs == ZERO_OR_MORE and "default" in kwargs)
        required = {} if may_be_absent else {"required": True}
        return {**kwargs, **required, "dest": dest, "option_strings": []}

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for name in args:
            if name[0] not in chars:
                raise ValueError(f"invalid option string {name!r}: must start with a character {chars!r}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = self._dest_of_options(args)
        return {**kwargs, "dest": dest, "option_strings": list(args)}

    def _dest_of_options(self, names):
        """The first long option's name, else the first option's."""
        long_names = [name for name in names if name[1:2] and name[1] in self.prefix_chars]
        dest = (long_names or names)[0].lstrip(self.prefix_chars)
        if not dest:
            raise ValueError(f"dest= is required for options like {names[-1]!r}")
        return dest.replace("-", "_")

    # Adding and removing arguments.

    def _add_action(self, action):
        self._settle_conflicts(action)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if looks_like_negative_number(name):
                self._has_negative_number_optionals[:] = [True]
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _settle_conflicts(self, action):
        """Where options have the same name: an error, or the earlier ones lose it."""
        taken = [name for name in action.option_strings if name in self._option_string_actions]
        if taken and self.conflict_handler == "error":
            raise ArgumentError(action, f"conflicting option string{'s' * (len(taken) > 1)}: {', '.join(taken)}")
        for name in taken:
            earlier = self._option_string_actions.pop(name)
            earlier.option_strings.remove(name)
            if not earlier.option_strings:
                earlier.container._remove_action(earlier)

    # Groups.

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_container_actions(self, container):
        """Takes over the arguments of a parent parser, group by group."""
        own = {}
        for group in self._action_groups:
            if own.setdefault(group.title, group) is not group:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
        targets = {}
        for group in container._action_groups:
            if group.title not in own:
                own[group.title] = self.add_argument_group(group.title, group.description, conflict_handler=group.conflict_handler)
            targets.update(dict.fromkeys(group._group_actions, own[group.title]))
        for group in container._mutually_exclusive_groups:
            outer = self if group._container is container else own[group._container.title]
            targets.update(dict.fromkeys(group._group_actions, outer.add_mutually_exclusive_group(required=group.required)))
        for action in container._actions:
            targets.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):
    """Arguments under a heading of their own."""

    def __init__(self, container, title=None, description=None, **kwargs):
        for name in ["conflict_handler", "prefix_chars", "argument_default"]:
            kwargs.setdefault(name, getattr(container, name))
        _ActionsContainer.__init__(self, description, **kwargs)
        for name in _SHARED:
            setattr(self, name, getattr(container, name))
        self.title = title
        self._group_actions = []

    def add_argument_group(self, *args, **kwargs):
        _warn_of_nesting("argument")
        return _ActionsContainer.add_argument_group(self, *args, **kwargs)

    def _add_action(self, action):
        _ActionsContainer._add_action(self, action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        _ActionsContainer._remove_action(self, action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        _ArgumentGroup.__init__(self, container)
        self._container = container
        self.required = required

    def add_mutually_exclusive_group(self, **kwargs):
        _warn_of_nesting("mutually exclusive")
        return _ActionsContainer.add_mutually_exclusive_group(self, **kwargs)

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)
