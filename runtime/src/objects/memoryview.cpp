// memoryview: what it shows, casts, and its attributes.
#include "memoryview.hpp"

#include <algorithm>

#include "aiocc/objects/bytearray.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

/// The bytes of an object that may change; null for bytes.
ResizableBytes* resizable(Object const& owner) noexcept {
  return owner.bound() && type_of(owner)->slots.item_format ? owner.as<ResizableBytes>() : nullptr;
}

std::int64_t owner_size(Object const& owner) noexcept {
  ResizableBytes const* const bytes = resizable(owner);
  return bytes ? static_cast<std::int64_t>(bytes->data.size()) : owner.as<BytesObject>()->length;
}

void count_export(Object const& owner, int change) noexcept {
  if (ResizableBytes* const bytes = resizable(owner)) bytes->exports += static_cast<std::uint32_t>(change);
}

/// The distances between items of each dimension, the last one's items side by side.
std::vector<std::int64_t> c_strides(std::vector<std::int64_t> const& shape, std::int64_t item_size) {
  std::vector<std::int64_t> strides(shape.size());
  std::int64_t stride = item_size;
  for (std::size_t i = shape.size(); i-- > 0; stride *= shape[i]) strides[i] = stride;
  return strides;
}

MemoryView share_view(MemoryViewObject* view) { return word_cast<MemoryView>(Object::adopt(view)); }

Object tuple_of(std::vector<std::int64_t> const& numbers) {
  TupleObject* tuple = make_tuple_object(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) tuple->items()[i] = Int(numbers[i]);
  return Object::adopt(tuple);
}

}  // namespace

MemoryViewObject::MemoryViewObject(Object buffer)
    : HeapObject(&memoryview_type),
      owner(std::move(buffer)),
      shape{owner_size(owner)},
      strides{1},
      readonly(is_instance(owner, bytes_type)) {
  count_export(owner, 1);
  if (!resizable(owner)) return;
  format = type_of(owner)->slots.item_format(owner.heap());
  item_size = std::max<std::int64_t>(detail::format_size(format), 1);
  shape = {owner_size(owner) / item_size};
  strides = {item_size};
}

MemoryViewObject::MemoryViewObject(MemoryViewObject const& other)
    : HeapObject(&memoryview_type),
      owner(other.owner),
      format(other.format),
      offset(other.offset),
      item_size(other.item_size),
      shape(other.shape),
      strides(other.strides),
      readonly(other.readonly) {
  count_export(owner, 1);
}

MemoryViewObject::~MemoryViewObject() { release(); }

char* MemoryViewObject::data() const noexcept {
  ResizableBytes* const bytes = resizable(owner);
  return bytes ? bytes->data.data() : owner.as<BytesObject>()->data();
}

void MemoryViewObject::release() noexcept {
  count_export(owner, -1);
  owner.reset();
}

namespace detail {

Result<void> check_usable(MemoryViewObject const* view) {
  if (view->owner.bound()) return {};
  return raise_error(value_error_type, "operation forbidden on released memoryview object");
}

std::int64_t item_count(MemoryViewObject const* view) noexcept {
  std::int64_t count = 1;
  for (std::int64_t length : view->shape) count *= length;
  return count;
}

bool is_c_contiguous(MemoryViewObject const* view) noexcept {
  return item_count(view) <= 1 || view->strides == c_strides(view->shape, view->item_size);
}

namespace {

/// What a contiguous view shows.
std::string_view contiguous_bytes(MemoryViewObject const* view) noexcept {
  return {view->data() + view->offset, static_cast<std::size_t>(item_count(view) * view->item_size)};
}

void append_packed(MemoryViewObject const* view, std::size_t dimension, std::int64_t offset, std::string& bytes) {
  if (dimension == view->shape.size()) {
    bytes.append(view->data() + offset, static_cast<std::size_t>(view->item_size));
    return;
  }
  for (std::int64_t i = 0; i < view->shape[dimension]; ++i)
    append_packed(view, dimension + 1, offset + i * view->strides[dimension], bytes);
}

Object nested_list(MemoryViewObject const* view, std::size_t dimension, std::int64_t offset) {
  if (dimension == view->shape.size()) return load_item(view->format, view->data() + offset);
  ListObject* list = make_list_object();
  for (std::int64_t i = 0; i < view->shape[dimension]; ++i)
    list->items().push_back(nested_list(view, dimension + 1, offset + i * view->strides[dimension]));
  return Object::adopt(list);
}

Result<std::vector<std::int64_t>> shape_argument(Object const& shape) {
  if (!is_instance(shape, list_type) && !is_instance(shape, tuple_type))
    return raise_error(type_error_type, "shape must be a list or a tuple");
  std::vector<std::int64_t> lengths;
  PASS(for_each(shape, [&](Object const& length) -> Result<bool> {
    if (!has_index(length))
      return raise_error(type_error_type, "memoryview.cast(): elements of shape must be integers");
    lengths.push_back(PASS(index_argument(length)));
    if (lengths.back() <= 0)
      return raise_error(value_error_type, "memoryview.cast(): elements of shape must be integers > 0");
    return true;
  }));
  return lengths;
}

bool is_byte_format(std::string_view format) noexcept { return format_size(format) == 1 && format.back() != '?'; }

}  // namespace

std::string packed_bytes(MemoryViewObject const* view) {
  if (is_c_contiguous(view)) return std::string(contiguous_bytes(view));
  std::string bytes;
  append_packed(view, 0, view->offset, bytes);
  return bytes;
}

bool has_buffer(Object const& value) noexcept {
  return value.is_heap() &&
         (is_instance(value, bytes_type) || resizable(value) || value.heap()->type == &memoryview_type);
}

bool has_plain_buffer(Object const& value) noexcept {
  if (!has_buffer(value)) return false;
  if (!MemoryView::accepts(value)) return true;
  auto const view = value.as<MemoryViewObject>();
  return view->owner.bound() && is_c_contiguous(view);
}

Result<Bytes> packed_buffer_bytes(Object const& value) {
  if (is_bytes(value)) return word_cast<Bytes>(value);
  if (value.is_heap() && is_instance(value, bytes_type))
    return Bytes::from(value.as<BytesObject>()->length
                           ? std::string_view(value.as<BytesObject>()->data(),
                                              static_cast<std::size_t>(value.as<BytesObject>()->length))
                           : "");
  if (value.is_heap() && resizable(value)) return Bytes::from(resizable(value)->data);
  if (!MemoryView::accepts(value))
    return raise_error(type_error_type, "a bytes-like object is required, not '" + type_name(value) + "'");
  auto view = value.as<MemoryViewObject>();
  PASS(check_usable(view));
  return is_c_contiguous(view) ? Bytes::from(contiguous_bytes(view)) : Bytes::from(packed_bytes(view));
}

namespace {

Result<void> check_contiguous(MemoryViewObject const* view) {
  PASS(check_usable(view));
  if (is_c_contiguous(view)) return {};
  return raise_error(buffer_error_type, "memoryview: underlying buffer is not C-contiguous");
}

}  // namespace

Result<Bytes> buffer_bytes(Object const& value) {
  if (MemoryView::accepts(value)) PASS(check_contiguous(value.as<MemoryViewObject>()));
  return packed_buffer_bytes(value);
}

Result<HeldBytes> held_bytes(Object const& value) {
  if (MemoryView::accepts(value)) {
    auto const view = value.as<MemoryViewObject>();
    PASS(check_contiguous(view));
    return HeldBytes{value, contiguous_bytes(view)};
  }
  Bytes const bytes = PASS(buffer_bytes(value));
  return HeldBytes{bytes, bytes.view()};
}

Result<Object> without_buffer(Object const& value) {
  if (!has_buffer(value)) return value;
  return PASS(buffer_bytes(value));
}

}  // namespace detail

using detail::check_usable;

Result<MemoryView> MemoryView::cast(Object const& format, Object const& shape) const {
  MemoryViewObject* view = get();
  PASS(check_usable(view));
  if (!is_str(format))
    return raise_error(type_error_type, "cast() argument 'format' must be str, not " + detail::type_name(format));
  std::string const target = static_cast<Str const&>(format).utf8();
  if (!detail::is_c_contiguous(view))
    return raise_error(type_error_type, "memoryview: casts are restricted to C-contiguous views");
  std::int64_t const item_size = detail::format_size(target);
  if (item_size == 0)
    return raise_error(
        value_error_type,
        "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  if (!detail::is_byte_format(view->format) && !detail::is_byte_format(target))
    return raise_error(type_error_type, "memoryview: cannot cast between two non-byte formats");
  std::int64_t const bytes = detail::item_count(view) * view->item_size;
  if (bytes % item_size != 0) return raise_error(type_error_type, "memoryview: length is not a multiple of itemsize");
  std::vector<std::int64_t> lengths = {bytes / item_size};
  if (shape.bound()) {
    lengths = PASS(detail::shape_argument(shape));
    std::int64_t product = item_size;
    for (std::int64_t length : lengths) product *= length;
    if (product != bytes) return raise_error(type_error_type, "memoryview: product(shape) * itemsize != buffer size");
  }
  auto result = new MemoryViewObject(*view);
  result->format = target;
  result->item_size = item_size;
  result->strides = c_strides(lengths, item_size);
  result->shape = std::move(lengths);
  return share_view(result);
}

Result<Str> MemoryView::hex(Object const& separator, Object const& bytes_per_separator) const {
  PASS(check_usable(get()));
  return Bytes::from(detail::packed_bytes(get())).hex(separator, bytes_per_separator);
}

Result<Bytes> MemoryView::tobytes(Object const& order) const {
  PASS(check_usable(get()));
  bool const known = order.is(None) || (is_str(order) && (static_cast<Str const&>(order).equals("C") ||
                                                          static_cast<Str const&>(order).equals("F") ||
                                                          static_cast<Str const&>(order).equals("A")));
  if (!known) return raise_error(value_error_type, "order must be 'C', 'F' or 'A'");
  return Bytes::from(detail::packed_bytes(get()));
}

Result<Object> MemoryView::tolist() const {
  PASS(check_usable(get()));
  return detail::nested_list(get(), 0, get()->offset);
}

Result<MemoryView> MemoryView::toreadonly() const {
  PASS(check_usable(get()));
  auto result = new MemoryViewObject(*get());
  result->readonly = true;
  return share_view(result);
}

Result<MemoryView> MemoryView::enter() const {
  PASS(check_usable(get()));
  return *this;
}

#define AIOCC_ATTRIBUTE(type, name, value) \
  Result<type> MemoryView::name() const {  \
    PASS(check_usable(get()));             \
    return value;                          \
  }
AIOCC_ATTRIBUTE(Object, obj, get()->owner)
AIOCC_ATTRIBUTE(Int, nbytes, Int(detail::item_count(get()) * get()->item_size))
AIOCC_ATTRIBUTE(bool, readonly, get()->readonly)
AIOCC_ATTRIBUTE(Int, itemsize, Int(get()->item_size))
AIOCC_ATTRIBUTE(Str, format, Str::from_utf8(get()->format))
AIOCC_ATTRIBUTE(Int, ndim, Int(static_cast<std::int64_t>(get()->shape.size())))
AIOCC_ATTRIBUTE(Object, shape, tuple_of(get()->shape))
AIOCC_ATTRIBUTE(Object, strides, tuple_of(get()->strides))
AIOCC_ATTRIBUTE(Object, suboffsets, tuple_of({}))
AIOCC_ATTRIBUTE(bool, c_contiguous, detail::is_c_contiguous(get()))
AIOCC_ATTRIBUTE(bool, f_contiguous, detail::is_c_contiguous(get()) && get()->shape.size() <= 1)
AIOCC_ATTRIBUTE(bool, contiguous, detail::is_c_contiguous(get()))
#undef AIOCC_ATTRIBUTE

Result<MemoryView> builtins::memoryview(Object const& object) {
  if (MemoryView::accepts(object)) {
    PASS(check_usable(object.as<MemoryViewObject>()));
    return share_view(new MemoryViewObject(*object.as<MemoryViewObject>()));
  }
  if (detail::has_buffer(object)) return share_view(new MemoryViewObject(object));
  return raise_error(type_error_type,
                     "memoryview: a bytes-like object is required, not '" + detail::type_name(object) + "'");
}

}  // namespace aiocc
