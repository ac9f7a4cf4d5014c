// The members that built-in types of the object model have besides their slots: methods and properties from tables.
#include "aiocc/objects/builtins.hpp"
#include "core.hpp"
#include "protocol_methods.hpp"

namespace aiocc::detail {

Str qualified_member_name(Type const* type, std::string_view name) {
  // Every start of a program makes hundreds: no formatting.
  std::string qualified(plain_name(type));
  return Str::from_utf8(qualified.append(1, '.').append(name));
}

void add_methods(Type* type, std::span<CoreMethod const> methods) {
  for (CoreMethod const& method : methods) {
    auto function = new FunctionObject;
    function->type = &method_descriptor_type;
    function->entry = method.entry;
    function->owner = type;
    function->attributes = new FunctionAttributes;
    function->attributes->name = Str::intern(method.name);
    function->attributes->qualified_name = qualified_member_name(type, method.name);
    Object value = Object::adopt(function);
    if (method.kind != MemberKind::Method) function->type = &builtin_function_type;
    if (method.kind == MemberKind::ClassMethod) value = builtins::classmethod(value);
    if (method.kind == MemberKind::StaticMethod) value = builtins::staticmethod(value);
    dict_set_str(type->dict, Str::intern(method.name), std::move(value));
  }
}

void add_properties(Type* type, std::span<Member const> properties) {
  for (Member const& property : properties) {
    auto object = new GetSetObject;
    object->type = &getset_type;
    object->member = &property;
    object->owner = type;
    dict_set_str(type->dict, Str::intern(property.name), Object::adopt(object));
  }
}

void add_core_members(Type* type) {
  if (type == &object_type) add_object_members();
  if (type == &type_type) add_type_members();
  add_function_members(type);
  add_descriptor_members(type);
  if (type == &base_exception_type || type->is_exception) add_exception_members(type);
  if (type == &traceback_type) add_traceback_members();
  add_attribute_dict_members(type);
  if (type == &abc_meta_type) add_abc_members(type);
  add_protocol_methods(type);
  add_class_getitem(type);
}

Result<void> check_method(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names,
                          std::size_t least, std::size_t most) {
  std::string name = word_cast<Str>(function->attributes->qualified_name).utf8();
  if (count == 0) return raise_format(type_error_type, "unbound method {}() needs an argument", name);
  if (!is_instance(args[0], *function->owner))
    return raise_format(type_error_type, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                        word_cast<Str>(function->attributes->name).utf8(), function->owner->name, type_name(args[0]));
  if (names) return raise_format(type_error_type, "{}() takes no keyword arguments", name);
  std::size_t given = count - 1;
  if (given >= least && given <= most) return {};
  if (most == 0) return raise_format(type_error_type, "{}() takes no arguments ({} given)", name, given);
  if (least == most && least == 1)
    return raise_format(type_error_type, "{}() takes exactly one argument ({} given)", name, given);
  std::size_t bound = given < least ? least : most;
  return raise_format(type_error_type, "{} expected {}{} argument{}, got {}",
                      word_cast<Str>(function->attributes->name).utf8(),
                      least == most   ? ""
                      : given < least ? "at least "
                                      : "at most ",
                      bound, bound == 1 ? "" : "s", given);
}

}  // namespace aiocc::detail
