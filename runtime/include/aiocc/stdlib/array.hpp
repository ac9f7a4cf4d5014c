// The module array: numbers or characters of one kind, side by side as in C.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytearray.hpp"

namespace aiocc::array {

extern Type array_type;

/// One kind of items: its typecode and the bytes that an item takes.
struct ItemKind {
  char code;
  std::uint8_t size;
  bool is_text() const noexcept { return code == 'u' || code == 'w'; }
};

struct ArrayObject : ResizableBytes {
  explicit ArrayObject(ItemKind const& item_kind) : ResizableBytes(&array_type, std::string()), kind(&item_kind) {}
  ItemKind const* kind;
  std::size_t count() const noexcept { return data.size() / kind->size; }
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("array", subclassable) Array : public Object {
 public:
  constexpr Array() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, array_type); }
  ArrayObject* get() const noexcept { return as<ArrayObject>(); }

  /// The typecode character used to create the array.
  AIOCC_PY_PROPERTY("typecode: str")
  Str typecode() const { return Str::from_utf8(std::string_view(&get()->kind->code, 1)); }
  /// The size, in bytes, of one array item.
  AIOCC_PY_PROPERTY("itemsize: int")
  Int itemsize() const { return Int(std::int64_t{get()->kind->size}); }

  /// Append new value v to the end of the array.
  AIOCC_PY("def append(self, v: object, /) -> None")
  Result<void> append(Object const& value) const;
  /// Append items to the end of the array.
  AIOCC_PY("def extend(self, bb: object, /) -> None")
  Result<void> extend(Object const& items) const;
  /// Insert a new item v into the array before position i.
  AIOCC_PY("def insert(self, i: object, v: object, /) -> None")
  Result<void> insert(Object const& index, Object const& value) const;
  /// Return the i-th element and delete it from the array.
  AIOCC_PY("def pop(self, i: object = -1, /) -> object")
  Result<Object> pop(Object const& index = Int(-1)) const;
  /// Remove the first occurrence of v in the array.
  AIOCC_PY("def remove(self, v: object, /) -> None")
  Result<void> remove(Object const& value) const;
  /// Remove all items from the array.
  AIOCC_PY("def clear(self, /) -> None")
  Result<void> clear() const;
  /// Reverse the order of the items in the array.
  AIOCC_PY("def reverse(self, /) -> None")
  void reverse() const;
  /// Byteswap all items of the array.
  AIOCC_PY("def byteswap(self, /) -> None")
  void byteswap() const noexcept;
  /// Return index of first occurrence of v in the array.
  AIOCC_PY("def index(self, v: object, start: object = 0, stop: object = ..., /) -> int")
  Result<Int> index(Object const& value, Object const& start = Int(0), Object const& stop = {}) const;
  /// Return number of occurrences of v in the array.
  AIOCC_PY("def count(self, v: object, /) -> int")
  Result<Int> count(Object const& value) const;
  /// The address of the items and their number.
  AIOCC_PY("def buffer_info(self, /) -> tuple[int, int]")
  Tuple<Int, Int> buffer_info() const;

  /// Convert array to an ordinary list with the same items.
  AIOCC_PY("def tolist(self, /) -> list[object]")
  List<Object> tolist() const;
  /// Append items to array from list; none where one of them doesn't fit.
  AIOCC_PY("def fromlist(self, list: object, /) -> None")
  Result<void> fromlist(Object const& items) const;
  /// Convert the array to an array of machine values and return the bytes representation.
  AIOCC_PY("def tobytes(self, /) -> bytes")
  Bytes tobytes() const { return Bytes::from(get()->data); }
  /// Appends items from the bytes, interpreting them as an array of machine values.
  AIOCC_PY("def frombytes(self, buffer: object, /) -> None")
  Result<void> frombytes(Object const& buffer) const;
  /// Convert the array, whose items are characters, to a string.
  AIOCC_PY("def tounicode(self, /) -> str")
  Result<Str> tounicode() const;
  /// Extends this array, whose items are characters, with those of a string.
  AIOCC_PY("def fromunicode(self, ustr: object, /) -> None")
  Result<void> fromunicode(Object const& text) const;
  /// Write all items (as machine values) to the file object f.
  AIOCC_PY("def tofile(self, f: object, /) -> None")
  Result<void> tofile(Object const& file) const;
  /// Read n objects from the file object f and append them to the end of the array.
  AIOCC_PY("def fromfile(self, f: object, n: object, /) -> None")
  Result<void> fromfile(Object const& file, Object const& count) const;

  AIOCC_PY("def __copy__(self, /) -> array")
  Array copy() const;
  AIOCC_PY("def __deepcopy__(self, unused: object, /) -> array")
  Array deepcopy(Object const& memo) const;
  /// Return state information for pickling.
  AIOCC_PY("def __reduce_ex__(self, protocol: object, /) -> object")
  Result<Object> reduce(Object const& protocol) const;
};

/// The typecodes in CPython's order.
AIOCC_PY_CONSTANT("typecodes: str")
Str const& typecodes();
/// The class under its old name.
AIOCC_PY_CONSTANT("ArrayType: type")
Object const& array_type_alias();

/// A new array of the kind that `typecode` names, with the items of `initializer`.
AIOCC_PY("def array(typecode: object, initializer: object = ..., /) -> array")
Result<Array> make_array(Object const& typecode, Object const& initializer = {});
/// What a pickled array is made of again.
AIOCC_PY(
    "def _array_reconstructor(arraytype: object, typecode: object, mformat_code: object, items: object, /) -> object")
Result<Object> reconstruct(Object const& type, Object const& typecode, Object const& format, Object const& items);

}  // namespace aiocc::array
