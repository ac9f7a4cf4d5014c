// The methods of arrays.
#include "aiocc/stdlib/array.hpp"

#include <algorithm>

#include "../objects/convert_arguments.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "array_items.hpp"

namespace aiocc::array {
namespace {

/// Position of the first equal item in [start, stop), or -1. Comparing may run any code, so the array may change meanwhile.
Result<std::int64_t> find(Array const& array, Object const& value, std::int64_t start, std::int64_t stop) {
  for (std::int64_t i = start; i < std::min(stop, static_cast<std::int64_t>(array.get()->count())); ++i) {
    bool const is_equal = PASS(aiocc::detail::item_equals(item_at(array.get(), static_cast<std::size_t>(i)), value));
    if (is_equal) return i;
  }
  return -1;
}

void erase_item(ArrayObject* array, std::size_t position) {
  array->data.erase(position * array->kind->size, array->kind->size);
}

Raised only_for_text(char const* method) {
  return raise_error(value_error_type,
                     std::string(method) + "() may only be called on unicode type arrays ('u' or 'w')");
}

/// The numbers of CPython's `enum machine_format_code` on a little-endian machine.
std::int64_t machine_format(ItemKind const& kind) noexcept {
  switch (kind.code) {
    case 'b': return 1;
    case 'B': return 0;
    case 'h': return 4;
    case 'H': return 2;
    case 'i': return 8;
    case 'I': return 6;
    case 'l':
    case 'q': return 12;
    case 'L':
    case 'Q': return 10;
    case 'f': return 14;
    case 'd': return 16;
    default: return 20;
  }
}

}  // namespace

Result<void> Array::append(Object const& value) const { return insert_item(get(), get()->count(), value); }
Result<void> Array::extend(Object const& items) const { return array::extend(get(), items); }

Result<void> Array::insert(Object const& index, Object const& value) const {
  std::int64_t position = PASS(aiocc::detail::size_argument(index));
  auto const size = static_cast<std::int64_t>(get()->count());
  if (position < 0) position = std::max<std::int64_t>(position + size, 0);
  return insert_item(get(), static_cast<std::size_t>(std::min(position, size)), value);
}

Result<Object> Array::pop(Object const& index) const {
  std::int64_t position = PASS(aiocc::detail::size_argument(index));
  if (get()->count() == 0) return raise_error(index_error_type, "pop from empty array");
  if (!aiocc::detail::wrap_position(position, get()->count()))
    return raise_error(index_error_type, "pop index out of range");
  Object item = item_at(get(), static_cast<std::size_t>(position));
  PASS(check_resizable(get()));
  erase_item(get(), static_cast<std::size_t>(position));
  return item;
}

Result<void> Array::remove(Object const& value) const {
  std::int64_t const position = PASS(find(*this, value, 0, static_cast<std::int64_t>(get()->count())));
  if (position < 0) return raise_error(value_error_type, "array.remove(x): x not in array");
  PASS(check_resizable(get()));
  erase_item(get(), static_cast<std::size_t>(position));
  return {};
}

Result<void> Array::clear() const {
  PASS(check_resizable(get()));
  get()->data.clear();
  return {};
}

void Array::reverse() const {
  std::string& data = get()->data;
  std::size_t const size = get()->kind->size;
  std::ranges::reverse(data);
  // The bytes of each item are reversed, too: turn those back.
  for (std::size_t i = 0; i < data.size(); i += size) std::reverse(data.data() + i, data.data() + i + size);
}

void Array::byteswap() const noexcept {
  std::string& data = get()->data;
  std::size_t const size = get()->kind->size;
  for (std::size_t i = 0; i < data.size(); i += size) std::reverse(data.data() + i, data.data() + i + size);
}

Result<Int> Array::index(Object const& value, Object const& start, Object const& stop) const {
  auto const size = static_cast<std::int64_t>(get()->count());
  std::int64_t const begin = PASS(aiocc::detail::search_bound(start, size));
  std::int64_t const end = stop.bound() ? PASS(aiocc::detail::search_bound(stop, size)) : size;
  std::int64_t const position = PASS(find(*this, value, begin, end));
  if (position < 0) return raise_error(value_error_type, "array.index(x): x not in array");
  return Int(position);
}

Result<Int> Array::count(Object const& value) const {
  std::int64_t found = 0;
  for (std::size_t i = 0; i < get()->count(); ++i) found += PASS(aiocc::detail::item_equals(item_at(get(), i), value));
  return Int(found);
}

Tuple<Int, Int> Array::buffer_info() const {
  auto const address = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(get()->data.data()));
  return word_cast<Tuple<Int, Int>>(pack_tuple(Int(address), Int(static_cast<std::int64_t>(get()->count()))));
}

List<Object> Array::tolist() const {
  ListObject* list = make_list_object();
  for (std::size_t i = 0; i < get()->count(); ++i) list->items().push_back(item_at(get(), i));
  return word_cast<List<Object>>(Object::adopt(list));
}

Result<void> Array::fromlist(Object const& items) const {
  if (!is_instance(items, list_type)) return raise_error(type_error_type, "arg must be list");
  std::size_t const before = get()->data.size();
  if (Result<void> added = array::extend(get(), items); !added) {
    get()->data.resize(before);
    return raised;
  }
  return {};
}

Result<void> Array::frombytes(Object const& buffer) const {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(buffer));
  if (bytes.view().size() % get()->kind->size != 0)
    return raise_error(value_error_type, "bytes length not a multiple of item size");
  PASS(check_resizable(get()));
  get()->data += bytes.view();
  return {};
}

Result<Str> Array::tounicode() const {
  if (!get()->kind->is_text()) return only_for_text("tounicode");
  std::u32string text;
  List<Object> const items = tolist();
  for (Object const& item : items.as<ListObject>()->items()) text += static_cast<Str const&>(item).code_points();
  return Str::from_code_points(text);
}

Result<void> Array::fromunicode(Object const& text) const {
  Str const string = PASS(aiocc::detail::str_argument(text, "fromunicode", "argument"));
  if (!get()->kind->is_text()) return only_for_text("fromunicode");
  return append_text(get(), string);
}

Result<void> Array::tofile(Object const& file) const {
  PASS(call_method(file, "write"_s, tobytes()));
  return {};
}

Result<void> Array::fromfile(Object const& file, Object const& count) const {
  std::int64_t const items = PASS(aiocc::detail::size_argument(count));
  if (items < 0) return raise_error(value_error_type, "negative count");
  std::int64_t const wanted = items * get()->kind->size;
  Object const read = PASS(call_method(file, "read"_s, Int(wanted)));
  if (!is_any_bytes(read)) return raise_error(type_error_type, "read() didn't return bytes");
  PASS(frombytes(read));
  if (static_cast<Bytes const&>(read).length() != wanted)
    return raise_error(eof_error_type, "read() didn't return enough bytes");
  return {};
}

Array Array::copy() const { return word_cast<Array>(copy_of(get())); }
Array Array::deepcopy(Object const&) const { return copy(); }

Result<Object> Array::reduce(Object const& protocol) const {
  std::int64_t const number = PASS(aiocc::detail::size_argument(protocol));
  Object const type = box(*type_of(*this));
  Object attributes;
  if (!PASS(operators::find_attr(*this, "__dict__"_s, attributes))) attributes = None;
  if (number < 3) return pack_tuple(type, pack_tuple(typecode(), tolist()), attributes);
  Object const module = runtime_module("array");
  Object const reconstructor = PASS(operators::get_attr(module, "_array_reconstructor"_s));
  Object const arguments = pack_tuple(type, typecode(), Int(machine_format(*get()->kind)), tobytes());
  return pack_tuple(reconstructor, arguments, attributes);
}

Object const& array_type_alias() {
  static Object const& type = *new Object(box(array_type));
  return type;
}

Result<Object> reconstruct(Object const& type, Object const& typecode, Object const& format, Object const& items) {
  Object const made = PASS(call(type, typecode));
  if (!Array::accepts(made))
    return raise_error(type_error_type, "first argument must be a type object, not " + aiocc::detail::type_name(type));
  // Items of another machine's format aren't converted.
  if (!format.is(Int(machine_format(*made.as<ArrayObject>()->kind))))
    return raise_error(not_implemented_error_type, "aiocc doesn't convert arrays of another machine");
  PASS(static_cast<Array const&>(made).frombytes(items));
  return made;
}

}  // namespace aiocc::array
