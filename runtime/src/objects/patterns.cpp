// Class, mapping and sequence patterns, as the language reference describes them under "The match statement".
#include "aiocc/objects/patterns.hpp"

#include <algorithm>
#include <set>

#include "../stdlib/abstract_bases.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "core.hpp"

namespace aiocc {

// Weak: null in programs that use none.
extern Type bytearray_type [[gnu::weak]];
namespace {

using detail::raise_format;

/// Whether `type` itself, not one of its bases, was registered with `abstract` or a class derived from that.
bool is_registered(Type* type, Type* abstract) noexcept {
  auto const is_type = [&](Object const& each) { return each.is(box(*type)); };
  if (abstract->registry.bound() && std::ranges::any_of(abstract->registry.as<ListObject>()->items(), is_type))
    return true;
  return std::ranges::any_of(abstract->subclasses, [&](Type* each) { return is_registered(type, each); });
}

/// Whether instances of `type` are collections of this kind because of the class itself: the built-in ones are, and what is registered.
bool is_of_kind(Type* type, Type& abstract) noexcept {
  auto const& built_in = static_cast<detail::CollectionBase const*>(abstract.abstract)->registered;
  return type == &abstract || std::ranges::find(built_in, type) != built_in.end() || is_registered(type, &abstract);
}

/// A class is a collection of one kind only: that of the first class of its linearisation that is of one.
bool is_collection(Object const& subject, Type& wanted, Type& other) noexcept {
  for (Type* each : detail::ready_type(subject)->mro) {
    if (is_of_kind(each, wanted)) return true;
    if (is_of_kind(each, other)) return false;
  }
  return false;
}

// Classes whose only positional pattern is the subject itself, subclasses included.
bool matches_itself(Type const* type) noexcept {
  Type const* const types[] = {&bool_type, &bytes_type, &dict_type, &float_type, &frozenset_type,
                               &int_type,  &list_type,  &set_type,  &str_type,   &tuple_type};
  return std::ranges::any_of(types, [&](Type const* each) { return is_subtype(type, each); }) ||
         (&bytearray_type && is_subtype(type, &bytearray_type));
}

class ClassMatch {
 public:
  ClassMatch(Object const& subject, Type* cls) : subject_(subject), cls_(cls) {}

  Result<bool> positional(std::size_t count, Object* values) {
    Object match_args;
    bool const has_args = PASS(operators::find_attr(box(*cls_), "__match_args__"_s, match_args));
    if (!has_args) return itself(count, values);
    if (!is_instance(match_args, tuple_type))
      return raise_format(type_error_type, "{}.__match_args__ must be a tuple (got {})", cls_->name,
                          type_of(match_args)->name);
    auto const names = match_args.as<TupleObject>()->words();
    if (names.size() < count) return too_many(count, names.size());
    for (std::size_t at = 0; at < count; ++at) {
      if (!is_instance(names[at], str_type))
        return raise_format(type_error_type, "__match_args__ elements must be strings (got {})",
                            type_of(names[at])->name);
      if (!PASS(attribute(word_cast<Str>(names[at]), values[at]))) return false;
    }
    return true;
  }

  Result<bool> attribute(Str const& name, Object& value) {
    if (!seen_.insert(name.utf8()).second)
      return raise_format(type_error_type, "{}() got multiple sub-patterns for attribute {}", cls_->name,
                          PASS(operators::repr(name)).utf8());
    return operators::find_attr(subject_, name, value);
  }

 private:
  Result<bool> itself(std::size_t count, Object* values) {
    bool const itself = matches_itself(cls_);
    if (count > (itself ? 1 : 0)) return too_many(count, itself ? 1 : 0);
    if (count == 1) values[0] = subject_;
    return true;
  }

  Raised too_many(std::size_t given, std::size_t accepted) const {
    return raise_format(type_error_type, "{}() accepts {} positional sub-pattern{} ({} given)", cls_->name, accepted,
                        accepted == 1 ? "" : "s", given);
  }

  Object const& subject_;
  Type* cls_;
  std::set<std::string> seen_;
};

}  // namespace

bool matches_sequence(Object const& subject) noexcept {
  Type const* const type = type_of(subject);
  if (type == &list_type || type == &tuple_type) return true;
  if (type == &dict_type) return false;
  if (is_instance(subject, str_type) || is_instance(subject, bytes_type) || subject.is_small_int()) return false;
  if (&bytearray_type && is_instance(subject, bytearray_type)) return false;
  return is_collection(subject, collections::abc::sequence_type, collections::abc::mapping_type);
}

bool matches_mapping(Object const& subject) noexcept {
  Type const* const type = type_of(subject);
  if (type == &dict_type) return true;
  if (type == &list_type || type == &tuple_type || subject.is_small_int()) return false;
  return is_collection(subject, collections::abc::mapping_type, collections::abc::sequence_type);
}

Result<bool> match_class(Object const& subject, Object const& cls, std::size_t positional,
                         std::initializer_list<Str> names, Object* values) {
  if (!is_instance(cls, type_type)) return raise_error(type_error_type, "called match pattern must be a class");
  if (!PASS(builtins::isinstance(subject, cls))) return false;
  ClassMatch match(subject, cls.as<Type>());
  if (positional > 0 && !PASS(match.positional(positional, values))) return false;
  Object* value = values + positional;
  for (Str const& name : names) {
    if (!PASS(match.attribute(name, *value++))) return false;
  }
  return true;
}

Result<bool> match_keys(Object const& subject, std::initializer_list<Object> keys, Object* values) {
  Set<Object> seen = Set<Object>::of();
  Object const missing = builtins::object();
  for (Object const& key : keys) {
    std::int64_t const before = seen.size();
    PASS(seen.add(key));
    if (seen.size() == before)
      return raise_format(value_error_type, "mapping pattern checks duplicate key ({})",
                          PASS(operators::repr(key)).utf8());
    Object found = PASS(call_method(subject, "get"_s, key, missing));
    if (found.is(missing)) return false;
    *values++ = std::move(found);
  }
  return true;
}

}  // namespace aiocc
