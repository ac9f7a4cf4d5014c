"""The types of methods that built-in classes have."""
import types

for name in ("WrapperDescriptorType", "MethodWrapperType", "BuiltinMethodType"):
    kind = getattr(types, name)
    print(kind, [isinstance(each, kind) for each in (object.__init__, object().__str__, str.join, [].append, int.__add__, (1).__add__)])
