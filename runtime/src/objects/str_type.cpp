// The type str: slots, subscripts and iteration.
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "iterator_members.hpp"
#include "native_instance.hpp"
#include "sequence.hpp"
#include "text.hpp"

namespace aiocc {

namespace {

Str const& str_of(Object const& self) noexcept { return static_cast<Str const&>(self); }

Raised index_out_of_range() { return raise_error(index_error_type, "string index out of range"); }

Result<Str> slice_of(Str const& text, SliceBounds const& bounds) {
  if (bounds.step == 1) return text.substring(bounds.start, bounds.start + bounds.count);
  return detail::visit_units(text, [&](auto units) {
    std::basic_string<std::remove_const_t<std::remove_pointer_t<decltype(units.data)>>> picked;
    picked.reserve(static_cast<std::size_t>(bounds.count));
    for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) picked += units[at];
    return detail::str_of_units(decltype(units){picked.data(), bounds.count});
  });
}

}  // namespace

Result<Str> Str::get_item(Int const& index) const {
  if (!index.is_small_int()) [[unlikely]] {
    std::int64_t far;
    if (index.to_int64(far)) return index_out_of_range();
    return raise_error(index_error_type, "cannot fit 'int' into an index-sized integer");
  }
  std::int64_t at = index.small();
  if (at < 0) at += length();
  if (static_cast<std::uint64_t>(at) >= static_cast<std::uint64_t>(length())) [[unlikely]]
    return index_out_of_range();
  return from_code_point((*this)[at]);
}

Result<Str> Str::get_item(Object const& index) const {
  if (index.is_small_int()) return get_item(static_cast<Int const&>(index));
  if (type_of(index) == &slice_type) return slice_of(*this, PASS(slice_bounds(index, length())));
  if (!detail::has_index(index))
    return raise_error(type_error_type, "string indices must be integers, not '" + detail::type_name(index) + "'");
  return get_item(PASS(operators::index(index)));
}

Result<Str> Str::slice(Object const& start, Object const& stop, Object const& step) const {
  return slice_of(*this, PASS(slice_bounds(start, stop, step, length())));
}

Result<bool> Str::contains(Object const& item) const {
  if (is_any_str(item)) return contains(static_cast<Str const&>(item));
  return raise_error(type_error_type, "'in <string>' requires string as left operand, not " + detail::type_name(item));
}

namespace {

Result<Object> repr_of_str(Object const& self) { return repr_str(str_of(self)); }
Result<Object> same_str(Object const& self) { return detail::exact_str(self); }
Result<std::int64_t> hash_str(Object const& self) { return str_of(self).hash(); }
Result<bool> truth_str(Object const& self) { return !str_of(self).is_empty(); }
Result<std::int64_t> length_str(Object const& self) { return str_of(self).length(); }
Result<Object> get_item_of_str(Object const& self, Object const& index) {
  return PASS(detail::exact_str(self).get_item(index));
}
Result<Object> str_contains(Object const& self, Object const& item) { return box(PASS(str_of(self).contains(item))); }

Result<Object> compare_strs(Object const& left, Object const& right, CompareOp op) {
  if (!is_any_str(left) || !is_any_str(right)) return NotImplemented;
  if (op == CompareOp::Eq) return box(str_of(left) == str_of(right));
  if (op == CompareOp::Ne) return box(str_of(left) != str_of(right));
  return box(detail::holds_in_order(detail::compare_str(str_of(left).object(), str_of(right).object()), 0, op));
}

Result<Object> add_strs(Object const& left, Object const& right) {
  if (!is_any_str(left)) return NotImplemented;
  if (!is_any_str(right)) return detail::concatenate_other(left, right);
  return detail::exact_str(left) + detail::exact_str(right);
}

/// `s += x` on a variable. Where the variable's is the only reference and there's room behind the text, the text grows in
/// place: nobody else can see it. Otherwise the copy has room for as much again, so that a loop of these is linear.
Result<Object> grow_str(Object const& left, Object const& right) {
  if (!is_str(left) || !is_str(right)) return add_strs(left, right);
  StrObject* text = str_of(left).object();
  StrObject const* added = str_of(right).object();
  if (text->references != 1 || text == added) return add_strs(left, right);
  if (added->width <= text->width && text->spare >= added->length) {
    Str shared = str_of(left);
    // The growth itself wants to be the only owner.
    --text->references;
    shared += str_of(right);
    ++text->references;
    return shared;
  }
  Str copy = Str::adopt(detail::allocate_str(text->length + added->length, std::max(text->width, added->width),
                                             text->ascii && added->ascii));
  copy.object()->length = text->length;
  detail::copy_text(copy.object(), 0, text, 0, text->length);
  copy += str_of(right);
  return copy;
}

Result<Object> multiply_str(Object const& left, Object const& right) {
  bool str_is_left = is_any_str(left);
  Object const& text = str_is_left ? left : right;
  Object const& count = str_is_left ? right : left;
  if (!detail::has_index(count)) return detail::multiply_by_other(text, count, str_is_left);
  return PASS(repeat(detail::exact_str(text), PASS(operators::index(count))));
}

Result<Object> format_with_percent(Object const& left, Object const& right) {
  if (!is_any_str(left)) return NotImplemented;
  return PASS(percent_format(detail::exact_str(left), right));
}

struct StrIteratorObject : HeapObject {
  explicit StrIteratorObject(Str source) noexcept;
  Str text;
  std::int64_t position = 0;
};

Result<bool> next_character(Object const& self, Object& item) {
  auto* iterator = self.as<StrIteratorObject>();
  if (!iterator->text.bound()) return false;
  if (iterator->position >= iterator->text.length()) {
    iterator->text.reset();
    return false;
  }
  item = Str::from_code_point(iterator->text[iterator->position++]);
  return true;
}
void dealloc_iterator(HeapObject* self) noexcept { delete static_cast<StrIteratorObject*>(self); }

extern Type str_iterator_type, wide_str_iterator_type;

Result<std::int64_t> length_of_text(Object const& text) { return str_of(text).length(); }
Object empty_text() { return ""_s; }

using IteratorMethods = detail::CountingMethods<StrIteratorObject, &StrIteratorObject::text,
                                                &StrIteratorObject::position, length_of_text, empty_text>;

template <Type& type>
constexpr Slots iterator_slots() {
  return {.dealloc = dealloc_iterator,
          .iter = detail::iter_self,
          .next = next_character,
          .members = detail::iterator_members<type, IteratorMethods::length_hint, IteratorMethods::reduce,
                                              IteratorMethods::set_state>};
}

constinit Type str_iterator_type("str_ascii_iterator", &object_type, sizeof(StrIteratorObject),
                                 iterator_slots<str_iterator_type>());
constinit Type wide_str_iterator_type("str_iterator", &object_type, sizeof(StrIteratorObject),
                                      iterator_slots<wide_str_iterator_type>());

StrIteratorObject::StrIteratorObject(Str source) noexcept
    : HeapObject(source.is_ascii() ? &str_iterator_type : &wide_str_iterator_type), text(std::move(source)) {}

Result<Object> iter_str(Object const& self) { return Object::adopt(new StrIteratorObject(str_of(self))); }

void dealloc_str(HeapObject* self) noexcept {
  auto* const text = static_cast<StrObject*>(self);
  if (text->type == &str_type) return detail::release_str(text);
  detail::clear_fields(text);
  detail::release_derived(text, text->type, detail::size_of_str(text));
}

/// An instance of a class derived from str with the text of `plain`.
Object derived_str(Type* type, Str const& plain) {
  StrObject const* const source = plain.object();
  std::size_t const size = sizeof(StrObject) + (static_cast<std::size_t>(source->length) + 1) * source->width;
  auto const text =
      new (detail::allocate_derived(type, size)) StrObject(1, source->length, source->width, source->ascii);
  text->type = type;
  std::memcpy(text->units(), source->units(), size - sizeof(StrObject));
  return Object::adopt(text);
}

constexpr char const* str_parameters[] = {"object", "encoding", "errors"};

Result<Object> construct_str(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object slots[3];
  PASS(detail::constructor_arguments("str", str_parameters, 0, args, count, names, slots));
  Str const text = PASS(builtins::str(slots[0], slots[1], slots[2]));
  return type == &str_type ? Object(text) : derived_str(type, text);
}

constexpr Slots str_slots() {
  Slots slots{.dealloc = dealloc_str,
              .repr = repr_of_str,
              .str = same_str,
              .hash = hash_str,
              .truth = truth_str,
              .length = length_str,
              .compare = compare_strs,
              .get_item = get_item_of_str,
              .contains = str_contains,
              .iter = iter_str,
              .construct = construct_str,
              .members = members<str_type>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add_strs;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_str;
  slots.binary[static_cast<std::size_t>(BinaryOp::Modulo)] = format_with_percent;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Add)] = grow_str;
  return slots;
}

}  // namespace

constinit Type str_type("str", &object_type, sizeof(StrObject), str_slots(), "builtins", /*python_may_derive=*/true);

}  // namespace aiocc
