// What the object model's sources share: the table of special methods, the making of built-in members, argument checks.
#pragma once

#include <fmt/format.h>

#include <cstring>
#include <optional>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/type.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "attributes_apart.hpp"

namespace aiocc::detail {

/// The type of an object, completed: its inherited slots are there.
inline Type* ready_type(Object const& object) noexcept {
  Type* type = type_of(object);
  ensure_ready(type);
  return type;
}

/// What a call of an instance's attribute comes to where it's the class's.
enum class CallKind : std::uint8_t {
  /// By the rules of attributes.
  Attribute,
  /// A function that gets the instance, unless the instance's dict has something else under the name.
  Method,
  /// The same of a built-in type, which nothing hides or replaces.
  BuiltinMethod,
  /// A staticmethod's function, under the same condition as a method.
  Static,
};

/// What a look-up in a class found, for the class's version and the name's identity.
struct CachedLookup {
  std::uint32_t version;
  CallKind call;
  StrObject const* name;
  /// The word of the class attribute, borrowed; it can't change while the version is the type's. 0: there is none.
  std::uintptr_t value;
  Field const* field;
};
inline constexpr std::size_t lookup_cache_size = 4096;
extern CachedLookup lookup_cache[lookup_cache_size];

inline CachedLookup& lookup_entry(std::uint32_t version, StrObject const* name) noexcept {
  std::size_t const key = (reinterpret_cast<std::uintptr_t>(name) >> 4) ^ (std::size_t{version} * 31);
  return lookup_cache[key % lookup_cache_size];
}
/// Null where the class has to be searched: no entry is of a class without a version.
inline CachedLookup const* cached_lookup(Type const* type, Str const& name) noexcept {
  CachedLookup const& entry = lookup_entry(type->version, name.object());
  return entry.version == type->version && entry.name == name.object() ? &entry : nullptr;
}

/// As `lookup`, with what's in the cache inline.
AIOCC_INLINE inline Lookup quick_lookup(Type* type, Str const& name) noexcept {
  CachedLookup const* const entry = cached_lookup(type, name);
  if (!entry) [[unlikely]]
    return lookup(type, name);
  return {entry->value ? reinterpret_cast<Object const*>(&entry->value) : nullptr, entry->field};
}

/// FunctionObject::data of functions that aren't a slot's; a slot's has its place among the specials, from 1.
inline constexpr std::uintptr_t no_special = 0;

/// The function that a call of the object's staticmethod comes to.
bool find_static_method(Object const& object, Str const& name, Object& function) noexcept;
Object const& function_of_static_method(Object const& wrapped) noexcept;

/// A method of a built-in type, bound: of the type that CPython has for it.
Object bind_native(Object const& function, Object const& self);

/// The function, and what it gets first, that a call of `super.name` comes to; false where it's an attribute like any other.
bool find_method_of_super(Object const& super, Str const& name, Object& function, Object& self);
/// Calls it, without a bound method; args[0] is the super object. Nothing where it's no method.
std::optional<Result<Object>> call_method_of_super(Str const& name, Object const* args, std::size_t count,
                                                   KeywordNames const* names);

/// A class's `__name__`: those that CPython has in C outside of builtins are known to messages with their module ("collections.deque"). So are
/// classes of the library in Python (`_support.name_with_module`), unlike the program's, whose names may have dots of their own.
inline char const* plain_name(Type const* type) noexcept {
  char const* const dot = std::strrchr(type->name, '.');
  if (!dot) [[likely]]
    return type->name;
  bool const is_own = type->is_user_class && word_cast<Str>(type->qualified_name).utf8() != dot + 1;
  return is_own ? type->name : dot + 1;
}

inline char const* type_name(Object const& object) noexcept { return type_of(object)->name; }

template <class... Args>
AIOCC_COLD Raised raise_format(Type& type, fmt::format_string<Args...> format, Args&&... args) {
  return raise_error(type, fmt::format(format, std::forward<Args>(args)...));
}

/// Whether a class attribute of this name decides what a slot does.
bool is_special(Str const& name) noexcept;

/// Fits every slot of a class to what its MRO defines.
void update_slots(Type* type);
/// Puts what a built-in type's slots do into its dict, as `int.__add__`.
void add_slot_members(Type* type);
/// Members of `object`, `type`, functions, exceptions, ...: those types that the sources of the object model describe by hand.
void add_core_members(Type* type);
void add_object_members();
void add_type_members();
void add_function_members(Type* type);
void add_descriptor_members(Type* type);
void add_exception_members(Type* type);
void add_traceback_members();
void add_attribute_dict_members(Type* type);
void add_abc_members(Type* type);
/// After the members that the headers declare.
void add_class_constructors(Type* type);
void add_module_names(Object const& module, DictObject* names);

/// `object`'s own `__new__` makes its instances, and `__init__` isn't object's.
bool constructs_plainly(Type const* type) noexcept;
bool has_init(Type const* type) noexcept;
/// The names that `dir(object)` gives, sorted, as a list.
Result<Object> names_of(Object const& object);

/// A method of a built-in type made from an entry; `self` comes first among its arguments.
struct CoreMethod {
  char const* name;
  Entry entry;
  MemberKind kind = MemberKind::Method;
};
/// "list.append"
Str qualified_member_name(Type const* type, std::string_view name);
void add_methods(Type* type, std::span<CoreMethod const> methods);
void add_properties(Type* type, std::span<Member const> properties);

/// TypeError unless an entry got from `least` to `most` arguments besides `self`, and no keywords: "add_note() takes exactly one argument
/// (0 given)". `self` must be an instance of the method's class.
Result<void> check_method(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names,
                          std::size_t least, std::size_t most);

/// The special method `name` of the object's type, bound or ready to be called with `self` first.
struct Method {
  Object function;
  /// `function` is a plain function that takes the receiver as its first argument.
  bool takes_self = false;
  explicit operator bool() const noexcept { return function.bound(); }
};
/// Empty without an error where the type has no such method; raised if a descriptor raises.
Result<bool> find_method(Object const& self, Str const& name, Method& method);
/// Calls it; `args` don't hold the receiver.
Result<Object> call_found(Method const& method, Object const& self, Object const* args, std::size_t count,
                          KeywordNames const* names = nullptr);
/// Both at once for methods that exist because their slot is filled.
Result<Object> call_special_method(Object const& self, Str const& name, Object const* args = nullptr,
                                   std::size_t count = 0);

/// Nested containers recurse in the runtime itself, which counts no calls.
inline bool stack_exhausted() noexcept { return stack_pointer() <= state.stack_limit; }

/// Borrowed words in a row, for calls that put something before the arguments they got. It owns no references.
class WordBuffer {
 public:
  explicit WordBuffer(std::size_t size) : words_(size <= inline_size ? inline_ : new std::uintptr_t[size]) {}
  ~WordBuffer() {
    if (words_ != inline_) delete[] words_;
  }
  WordBuffer(WordBuffer const&) = delete;
  WordBuffer& operator=(WordBuffer const&) = delete;
  void push(Object const& object) noexcept { words_[size_++] = object.bits(); }
  void push(Object const* objects, std::size_t count) noexcept {
    for (std::size_t i = 0; i < count; ++i) push(objects[i]);
  }
  std::size_t size() const noexcept { return size_; }
  /// Object is one word, and nobody releases these.
  Object const* data() const noexcept { return reinterpret_cast<Object const*>(words_); }

 private:
  static constexpr std::size_t inline_size = 10;
  std::uintptr_t inline_[inline_size];
  std::uintptr_t* words_;
  std::size_t size_ = 0;
};

/// The place of an instance's overflow dict; null if its type has none. To fill it, `overflow_to_fill`.
inline DictObject** overflow_of(HeapObject* object) noexcept {
  std::int32_t offset = object->type->overflow_offset;
  if (offset == attributes_kept_apart) [[unlikely]]
    return attributes_apart(object);
  return offset ? reinterpret_cast<DictObject**>(reinterpret_cast<char*>(object) + offset) : nullptr;
}
/// The same, with a place for an object whose attributes are kept apart.
inline DictObject** overflow_to_fill(HeapObject* object) noexcept {
  return keeps_attributes_apart(object->type) ? place_for_attributes_apart(object) : overflow_of(object);
}

/// A field's value boxed; unbound where it's unset.
Object load_field(HeapObject* object, Field const& field);
/// Stores or (with an unbound value) unsets; TypeError-free: a value that a double or bool field can't hold ends the program.
void store_field(HeapObject* object, Field const& field, Object const& value);

/// What gives access to a class's part of its instances, put into its dict: descriptors of the slots, `__dict__`, and unless
/// `without_weak_references` `__weakref__`.
void add_instance_members(Type* type, std::span<Str const> slots, bool without_weak_references);
/// As generic_find_attr, by the rules of the built-in type that the object's class derives from (those of classes for a class).
Result<bool> find_attr_natively(Object const& self, Str const& name, Object& value);
/// The names of methods that a class lacks, sorted: `__abstractmethods__`.
Result<Object> abstract_methods(Type* type);
/// Works them out anew for an instance of ABCMeta.
Result<void> find_abstract_methods(Type* type);
/// How many classes were registered with abstract ones.
extern std::int64_t registrations;
/// AttributeError with its `name` and `obj`, which suggestions need.
AIOCC_COLD Raised raise_about_attribute(Object const& object, Str const& name, std::string const& message);

/// TypeError: "Can't instantiate abstract class ...".
AIOCC_COLD Raised raise_abstract(Type* type);

/// `mappingproxy`: a read-only view of a dict. `target` is a dict.
Object make_mapping_proxy(Object target);
/// The `__dict__` of an instance: its overflow dict, or a live view of that and its fields, where its class has any.
Result<Object> instance_dict(Object const& self);
Result<void> set_instance_dict(Object const& self, Object const& value);
/// `BaseException.__dict__`.
void add_exception_dict(Type* type);

/// Asks for the number of items that are about to be put into a list, as CPython does, of which only objects of the program's classes can know.
Result<void> ask_length_hint(Object const& iterable);
/// Over the items that `sequence[0]`, `sequence[1]`, ... give, up to an IndexError.
Object make_sequence_iterator(Object sequence);
/// A dict as a word; and from one.
inline DictObject* as_dict(Object const& object) noexcept { return object.as<DictObject>(); }
/// A str value of a dict of names, or unbound.
inline Object dict_value(DictObject const* dict, Str const& name) noexcept {
  Object const* value = dict ? dict_get_str(dict, name) : nullptr;
  return value ? *value : Object();
}
/// "a.b.C" as CPython names a class in messages that qualify it: without "builtins." and "__main__." kept.
std::string qualified_type_name(Type* type);
std::string module_of(Type* type);

}  // namespace aiocc::detail
