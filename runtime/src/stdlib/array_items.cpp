// Items of arrays.
#include "array_items.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "../objects/big_int.hpp"
#include "../objects/memoryview.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/float.hpp"

namespace aiocc::array {
namespace {

/// In the order of `typecodes`.
constexpr ItemKind kinds[] = {{'b', 1}, {'B', 1}, {'u', 4}, {'w', 4}, {'h', 2}, {'H', 2}, {'i', 4},
                              {'I', 4}, {'l', 8}, {'L', 8}, {'q', 8}, {'Q', 8}, {'f', 4}, {'d', 8}};

template <class T>
void put(char* data, T value) noexcept {
  std::memcpy(data, &value, sizeof(T));
}

Raised too_big(char const* text) { return raise_error(overflow_error_type, text); }

Result<std::int64_t> signed_value(Int const& number, char const* overflow) {
  aiocc::detail::BigView const view(number);
  if (!mpz_fits_slong_p(view)) return too_big(overflow);
  return static_cast<std::int64_t>(mpz_get_si(view));
}

/// What C's `short` and the like can hold: CPython converts to a `long` first.
template <class T>
Result<void> store_small(char* data, Int const& number, std::string const& name) {
  std::int64_t const value = PASS(signed_value(number, "Python int too large to convert to C long"));
  if (value < std::int64_t{std::numeric_limits<T>::min()})
    return raise_error(overflow_error_type, name + " is less than minimum");
  if (value > std::int64_t{std::numeric_limits<T>::max()})
    return raise_error(overflow_error_type, name + " is greater than maximum");
  put(data, static_cast<T>(value));
  return {};
}

Result<std::uint64_t> unsigned_value(Int const& number, char const* negative, char const* overflow) {
  aiocc::detail::BigView const view(number);
  if (view.sign() < 0) return too_big(negative);
  if (!mpz_fits_ulong_p(view)) return too_big(overflow);
  return static_cast<std::uint64_t>(mpz_get_ui(view));
}

Result<void> store_unsigned_int(char* data, Int const& number) {
  std::uint64_t const value = PASS(unsigned_value(number, "can't convert negative value to unsigned int",
                                                  "Python int too large to convert to C unsigned long"));
  if (value > std::numeric_limits<std::uint32_t>::max()) return too_big("unsigned int is greater than maximum");
  put(data, static_cast<std::uint32_t>(value));
  return {};
}

Result<void> store_int(char code, char* data, Object const& value) {
  Int const number = PASS(operators::index(value));
  switch (code) {
    case 'b': return store_small<std::int8_t>(data, number, "signed char");
    case 'B': return store_small<std::uint8_t>(data, number, "unsigned byte integer");
    case 'h': return store_small<std::int16_t>(data, number, "signed short integer");
    case 'H': return store_small<std::uint16_t>(data, number, "unsigned short");
    case 'i': return store_small<std::int32_t>(data, number, "signed integer");
    case 'I': return store_unsigned_int(data, number);
    case 'l': put(data, PASS(signed_value(number, "Python int too large to convert to C long"))); return {};
    case 'q': put(data, PASS(signed_value(number, "int too big to convert"))); return {};
    case 'L':
      put(data, PASS(unsigned_value(number, "can't convert negative value to unsigned int",
                                    "Python int too large to convert to C unsigned long")));
      return {};
    default:
      put(data, PASS(unsigned_value(number, "can't convert negative int to unsigned", "int too big to convert")));
      return {};
  }
}

Result<void> store_float(char code, char* data, Object const& value) {
  Slots const& slots = type_of(value)->slots;
  if (is_any_str(value) || (!slots.to_float && !slots.index))
    return raise_error(type_error_type, "must be real number, not " + std::string(type_of(value)->name));
  double const number = PASS(operators::to_float(value));
  if (code == 'f')
    put(data, static_cast<float>(number));
  else
    put(data, number);
  return {};
}

Result<void> store_text(char* data, Object const& value) {
  if (!is_any_str(value) || static_cast<Str const&>(value).length() != 1)
    return raise_error(type_error_type, "array item must be unicode character");
  put(data, static_cast<std::uint32_t>(static_cast<Str const&>(value).code_points()[0]));
  return {};
}

std::uint32_t read_code_point(char const* data) noexcept {
  std::uint32_t code_point;
  std::memcpy(&code_point, data, sizeof code_point);
  return code_point;
}

}  // namespace

ItemKind const* find_kind(char32_t code) noexcept {
  auto const found =
      std::ranges::find_if(kinds, [&](ItemKind const& kind) { return static_cast<char32_t>(kind.code) == code; });
  return found == std::end(kinds) ? nullptr : found;
}

Str const& typecodes() {
  static Str const& codes = *new Str([] {
    std::string text;
    for (ItemKind const& kind : kinds) text += kind.code;
    return Str::from_utf8(text);
  }());
  return codes;
}

Object load(ItemKind const& kind, char const* data) {
  if (kind.is_text()) return Str::from_code_point(read_code_point(data));
  return aiocc::detail::load_item(std::string_view(&kind.code, 1), data);
}

Result<void> store(ItemKind const& kind, char* data, Object const& value) {
  if (kind.is_text()) return store_text(data, value);
  if (kind.code == 'f' || kind.code == 'd') return store_float(kind.code, data, value);
  return store_int(kind.code, data, value);
}

Object item_at(ArrayObject const* array, std::size_t position) {
  return load(*array->kind, array->data.data() + position * array->kind->size);
}

Result<void> check_resizable(ArrayObject const* array) {
  if (array->exports == 0) return {};
  return raise_error(buffer_error_type, "cannot resize an array that is exporting buffers");
}

Result<void> insert_item(ArrayObject* array, std::size_t position, Object const& value) {
  char item[sizeof(double)];
  PASS(store(*array->kind, item, value));
  PASS(check_resizable(array));
  array->data.insert(std::min(position, array->count()) * array->kind->size, item, array->kind->size);
  return {};
}

Result<void> extend(ArrayObject* array, Object const& items) {
  if (Array::accepts(items)) {
    ArrayObject const* other = items.as<ArrayObject>();
    if (other->kind != array->kind) return raise_error(type_error_type, "can only extend with array of same kind");
    PASS(check_resizable(array));
    std::string const added = other->data;
    array->data += added;
    return {};
  }
  return aiocc::detail::for_each(items, [&](Object const& item) -> Result<bool> {
    PASS(insert_item(array, array->count(), item));
    return true;
  });
}

Result<void> append_text(ArrayObject* array, Str const& text) {
  PASS(check_resizable(array));
  for (char32_t const code_point : text.code_points()) {
    char item[sizeof(std::uint32_t)];
    put(item, static_cast<std::uint32_t>(code_point));
    array->data.append(item, sizeof item);
  }
  return {};
}

Object copy_of(ArrayObject const* array) {
  auto copy = new ArrayObject(*array->kind);
  copy->data = array->data;
  return Object::adopt(copy);
}

}  // namespace aiocc::array
