// Named tuples: how they and their fields are got.
#include <string_view>
#include <vector>

#include "../objects/core.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/stdlib/collections.hpp"

namespace aiocc::collections {

namespace {

struct TupleGetter : HeapObject {
  TupleGetter(std::size_t position, Object text)
      : HeapObject(&tuple_getter_type), index(position), doc(std::move(text)) {}
  std::size_t index;
  Object doc;
};

Result<Object> get_field(Object const& self, Object const& instance, Type*) {
  if (!instance.bound() || instance.is(None)) return self;
  auto getter = self.as<TupleGetter>();
  if (!is_instance(instance, tuple_type))
    return raise_error(type_error_type,
                       fmt::format("descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
                                   getter->index, aiocc::detail::type_name(instance)));
  auto tuple = instance.as<TupleObject>();
  if (getter->index >= tuple->size) return raise_error(index_error_type, "tuple index out of range");
  return tuple->items()[getter->index];
}

Result<void> set_field(Object const&, Object const&, Object const* value) {
  return raise_error(attribute_error_type, value ? "can't set attribute" : "can't delete attribute");
}

Result<Object> repr_getter(Object const& self) {
  auto getter = self.as<TupleGetter>();
  return Str::from_utf8(fmt::format("_tuplegetter({}, {})", getter->index, PASS(operators::repr(getter->doc)).utf8()));
}

Result<void> set_doc(Object const& self, Object const& doc) {
  self.as<TupleGetter>()->doc = doc;
  return {};
}

/// What the header declares; the docstring can be set.
MemberTable const& getter_members() {
  static MemberTable const table = [] {
    MemberTable made = members<tuple_getter_type>();
    auto& rows = *new std::vector<Member>(made.members, made.members + made.count);
    for (Member& row : rows)
      if (std::string_view(row.name) == "__doc__") row.set = set_doc;
    made.members = rows.data();
    return made;
  }();
  return table;
}

}  // namespace

constinit Type tuple_getter_type("_collections._tuplegetter", &object_type, sizeof(TupleGetter),
                                 {.dealloc = aiocc::detail::dealloc_object<TupleGetter>,
                                  .repr = repr_getter,
                                  .descriptor_get = get_field,
                                  .descriptor_set = set_field,
                                  .members = getter_members},
                                 "collections");

Result<Object> make_tuple_getter(Object const& index, Object const& doc) {
  std::int64_t const position = PASS(aiocc::detail::size_argument(index));
  return Object::adopt(new TupleGetter(static_cast<std::size_t>(position), doc));
}

Result<Object> tuple_of(Object const& cls, Arguments items) {
  Type* const type = is_instance(cls, type_type) ? cls.as<Type>() : nullptr;
  // It says what's wrong with the class.
  if (!type || type == &tuple_type || !is_subtype(type, &tuple_type))
    return call_method(box(tuple_type), "__new__"_s, cls, make_tuple(std::span(items.data(), items.size())));
  return aiocc::detail::make_derived_tuple(type, std::span(items.data(), items.size()));
}

Object doc_of_getter(Object const& self) { return self.as<TupleGetter>()->doc; }

}  // namespace aiocc::collections
