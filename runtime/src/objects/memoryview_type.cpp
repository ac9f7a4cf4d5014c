// The type memoryview: subscripts, comparison, iteration.
#include <algorithm>

#include <fmt/format.h>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "memoryview.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

using detail::check_usable;

MemoryViewObject* view_of(Object const& self) noexcept { return self.as<MemoryViewObject>(); }

Result<Object> repr(Object const& self) {
  return Str::from_utf8(
      fmt::format("<{}memory at 0x{:x}>", view_of(self)->owner.bound() ? "" : "released ", self.bits()));
}

Result<std::int64_t> length(Object const& self) {
  PASS(check_usable(view_of(self)));
  if (view_of(self)->shape.empty()) return raise_error(type_error_type, "0-dim memory has no length");
  return view_of(self)->shape[0];
}

Result<std::int64_t> hash(Object const& self) {
  MemoryViewObject* view = view_of(self);
  if (view->hash != -1) return view->hash;
  PASS(check_usable(view));
  if (!view->readonly) return raise_error(value_error_type, "cannot hash writable memoryview object");
  if (view->item_size != 1)
    return raise_error(value_error_type, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  view->hash = Bytes::from(detail::packed_bytes(view)).hash();
  return view->hash;
}

Result<bool> equal_items(MemoryViewObject const* left, Object const& right) {
  if (!MemoryView::accepts(right)) {
    if (!detail::has_buffer(right)) return false;
    Object const shown = PASS(builtins::memoryview(right));
    return equal_items(left, shown);
  }
  auto other = right.as<MemoryViewObject>();
  if (!left->owner.bound() || !other->owner.bound()) return left == other;
  if (left->shape != other->shape) return false;
  std::string const a = detail::packed_bytes(left);
  std::string const b = detail::packed_bytes(other);
  if (left->format.back() == other->format.back() && left->format.back() != 'f' && left->format.back() != 'd' &&
      left->format.back() != 'e')
    return a == b;
  for (std::int64_t i = 0; i < detail::item_count(left); ++i) {
    Object const x = detail::load_item(left->format, a.data() + i * left->item_size);
    Object const y = detail::load_item(other->format, b.data() + i * other->item_size);
    if (!PASS(operators::test_equal(x, y))) return false;
  }
  return true;
}

Result<Object> compare(Object const& left, Object const& right, CompareOp op) {
  if (op != CompareOp::Eq && op != CompareOp::Ne) return NotImplemented;
  bool const view_is_left = MemoryView::accepts(left);
  Object const& other = view_is_left ? right : left;
  if (!detail::has_buffer(other)) return NotImplemented;
  return box(PASS(equal_items(view_of(view_is_left ? left : right), other)) == (op == CompareOp::Eq));
}

/// Where an item stands: one index, or a tuple with one for each dimension.
Result<std::int64_t> item_offset(MemoryViewObject const* view, Object const& key) {
  std::vector<Object> indices = {key};
  if (is_instance(key, tuple_type)) indices.assign(key.as<TupleObject>()->begin(), key.as<TupleObject>()->end());
  if (indices.size() > view->shape.size())
    return raise_error(type_error_type, fmt::format("cannot index {}-dimension view with {}-element tuple",
                                                    view->shape.size(), indices.size()));
  if (indices.size() < view->shape.size())
    return raise_error(not_implemented_error_type, "sub-views are not implemented");
  std::int64_t offset = view->offset;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    std::int64_t at = PASS(detail::subscript(indices[i]));
    if (!detail::wrap_position(at, static_cast<std::size_t>(view->shape[i])))
      return raise_error(index_error_type, fmt::format("index out of bounds on dimension {}", i + 1));
    offset += at * view->strides[i];
  }
  return offset;
}

bool is_key(Object const& key, bool slices) {
  if (!is_instance(key, tuple_type)) return slices ? type_of(key) == &slice_type : detail::has_index(key);
  auto words = key.as<TupleObject>()->words();
  return std::all_of(words.begin(), words.end(), [&](Object const& each) { return is_key(each, slices); });
}

Result<Object> slice_view(MemoryViewObject const* view, Object const& key) {
  if (view->shape.size() != 1)
    return raise_error(not_implemented_error_type, "multi-dimensional slicing is not implemented");
  // The bounds may run code that releases the view.
  auto part = new MemoryViewObject(*view);
  Object made = Object::adopt(part);
  SliceBounds const bounds = PASS(slice_bounds(key, part->shape[0]));
  part->offset += bounds.start * part->strides[0];
  part->shape = {bounds.count};
  part->strides = {part->strides[0] * bounds.step};
  return made;
}

Result<Object> get_item(Object const& self, Object const& key) {
  MemoryViewObject* view = view_of(self);
  PASS(check_usable(view));
  if (type_of(key) == &slice_type) return slice_view(view, key);
  if (view->shape.empty()) {
    bool const is_whole = key.is(Ellipsis) || (is_instance(key, tuple_type) && key.as<TupleObject>()->size == 0);
    if (!is_whole) return raise_error(type_error_type, "invalid indexing of 0-dim memory");
    return detail::load_item(view->format, view->data() + view->offset);
  }
  if (is_key(key, false)) {
    if (!is_instance(key, tuple_type) && view->shape.size() > 1)
      return raise_error(not_implemented_error_type, "multi-dimensional sub-views are not implemented");
    std::int64_t const offset = PASS(item_offset(view, key));
    PASS(check_usable(view));
    return detail::load_item(view->format, view->data() + offset);
  }
  if (is_key(key, true)) return raise_error(not_implemented_error_type, "multi-dimensional slicing is not implemented");
  return raise_error(type_error_type, "memoryview: invalid slice key");
}

Result<void> store_slice(MemoryViewObject const* view, Object const& key, Object const& value) {
  Object const part_object = PASS(slice_view(view, key));
  PASS(check_usable(view));
  MemoryViewObject* part = view_of(part_object);
  if (!detail::has_buffer(value))
    return raise_error(type_error_type, "a bytes-like object is required, not '" + detail::type_name(value) + "'");
  Object const source = PASS(builtins::memoryview(value));
  MemoryViewObject* from = view_of(source);
  if (from->shape != part->shape || from->format != part->format)
    return raise_error(value_error_type, "memoryview assignment: lvalue and rvalue have different structures");
  // A copy: both may show the same bytes.
  std::string const bytes = detail::packed_bytes(from);
  for (std::int64_t i = 0; i < part->shape[0]; ++i)
    std::copy_n(bytes.data() + i * part->item_size, part->item_size,
                part->data() + part->offset + i * part->strides[0]);
  return {};
}

/// What the value is asked for may release the view.
Result<void> store_at(MemoryViewObject const* view, std::int64_t offset, Object const& value) {
  char item[sizeof(std::uint64_t)];
  PASS(detail::store_item(view->format, item, value));
  PASS(check_usable(view));
  std::copy_n(item, view->item_size, view->data() + offset);
  return {};
}

Result<void> set_item(Object const& self, Object const& key, Object const* value) {
  MemoryViewObject* view = view_of(self);
  PASS(check_usable(view));
  if (view->readonly) return raise_error(type_error_type, "cannot modify read-only memory");
  if (!value) return raise_error(type_error_type, "cannot delete memory");
  if (type_of(key) == &slice_type) return store_slice(view, key, *value);
  if (view->shape.empty() && key.is(Ellipsis)) return store_at(view, view->offset, *value);
  if (!is_key(key, false)) return raise_error(type_error_type, "memoryview: invalid slice key");
  std::int64_t const offset = PASS(item_offset(view, key));
  return store_at(view, offset, *value);
}

struct MemoryIterator : HeapObject {
  explicit MemoryIterator(Object shown) noexcept;
  /// Unbound once it's exhausted.
  Object view;
  std::int64_t next = 0;
};

Result<bool> next_item(Object const& self, Object& item) {
  auto iterator = self.as<MemoryIterator>();
  if (!iterator->view.bound()) return false;
  MemoryViewObject* view = view_of(iterator->view);
  PASS(check_usable(view));
  if (iterator->next >= view->shape[0]) {
    iterator->view.reset();
    return false;
  }
  item = detail::load_item(view->format, view->data() + view->offset + iterator->next++ * view->strides[0]);
  return true;
}

constinit Type iterator_type("memory_iterator", &object_type, sizeof(MemoryIterator),
                             Slots{.dealloc = detail::dealloc_object<MemoryIterator>,
                                   .iter = detail::iter_self,
                                   .next = next_item});

MemoryIterator::MemoryIterator(Object shown) noexcept : HeapObject(&iterator_type), view(std::move(shown)) {}

Result<Object> iterate_view(Object const& self) {
  MemoryViewObject* view = view_of(self);
  PASS(check_usable(view));
  if (view->shape.empty()) return raise_error(type_error_type, "invalid indexing of 0-dim memory");
  if (view->shape.size() > 1)
    return raise_error(not_implemented_error_type, "multi-dimensional sub-views are not implemented");
  return Object::adopt(new MemoryIterator(self));
}

constexpr char const* parameters[] = {"object"};

Result<Object> construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  Object object;
  PASS(detail::constructor_arguments("memoryview", parameters, 0, args, count, names, &object));
  if (!object.bound()) return raise_error(type_error_type, "memoryview() missing required argument 'object' (pos 1)");
  return PASS(builtins::memoryview(object));
}

constexpr Slots memoryview_slots() {
  Slots slots;
  slots.dealloc = detail::dealloc_object<MemoryViewObject>;
  slots.traverse = detail::traverse_members<&MemoryViewObject::owner>;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr;
  slots.hash = hash;
  slots.length = length;
  slots.compare = compare;
  slots.get_item = get_item;
  slots.set_item = set_item;
  slots.iter = iterate_view;
  slots.construct = construct;
  slots.members = members<memoryview_type>;
  return slots;
}

}  // namespace

constinit Type memoryview_type("memoryview", &object_type, sizeof(MemoryViewObject), memoryview_slots());

}  // namespace aiocc
