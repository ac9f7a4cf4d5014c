// Python's bytearray: bytes that change. What it has in common with bytes is done by bytes' own methods, on a copy.
#pragma once

#include <string>

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

/// What begins the layout of types that have the slot `item_format`: bytes that change, and that memoryviews may show.
struct ResizableBytes : LeafObject {
  ResizableBytes(Type* object_type, std::string bytes) : LeafObject(object_type), data(std::move(bytes)) {}
  std::string data;
  /// Memoryviews that show `data`, which can't be resized meanwhile.
  std::uint32_t exports = 0;
};

struct ByteArrayObject : ResizableBytes {
  explicit ByteArrayObject(std::string bytes) : ResizableBytes(&bytearray_type, std::move(bytes)) {}
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("bytearray", subclassable) ByteArray : public Object {
 public:
  constexpr ByteArray() noexcept = default;
  static ByteArray from(std::string bytes) {
    return word_cast<ByteArray>(Object::adopt(new ByteArrayObject(std::move(bytes))));
  }
  static bool accepts(Object const& value) noexcept { return is_instance(value, bytearray_type); }
  std::string& data() const noexcept { return as<ByteArrayObject>()->data; }
  Bytes bytes() const { return Bytes::from(data()); }

  AIOCC_PY("def append(self, item: object, /) -> None")
  Result<void> append(Object const& item) const;
  AIOCC_PY("def extend(self, iterable_of_ints: object, /) -> None")
  Result<void> extend(Object const& items) const;
  AIOCC_PY("def insert(self, index: object, item: object, /) -> None")
  Result<void> insert(Object const& index, Object const& item) const;
  AIOCC_PY("def pop(self, index: object = -1, /) -> int")
  Result<Int> pop(Object const& index) const;
  AIOCC_PY("def remove(self, value: object, /) -> None")
  Result<void> remove(Object const& value) const;
  AIOCC_PY("def clear(self) -> None")
  Result<void> clear() const;
  AIOCC_PY("def reverse(self) -> None")
  void reverse() const noexcept;
  AIOCC_PY("def copy(self) -> bytearray")
  ByteArray copy() const { return from(data()); }

  AIOCC_PY("def decode(self, encoding: object = 'utf-8', errors: object = 'strict') -> str")
  Result<Str> decode(Object const& encoding, Object const& errors) const { return bytes().decode(encoding, errors); }
  AIOCC_PY("def hex(self, sep: object = ..., bytes_per_sep: object = 1) -> str")
  Result<Str> hex(Object const& separator, Object const& bytes_per_separator) const {
    return bytes().hex(separator, bytes_per_separator);
  }
  AIOCC_PY("def fromhex(string: object, /) -> bytearray", staticmethod)
  static Result<ByteArray> fromhex(Object const& text);
  AIOCC_PY("def maketrans(frm: object, to: object, /) -> bytes", staticmethod)
  static Result<Bytes> maketrans(Object const& from, Object const& to);
  AIOCC_PY("def translate(self, table: object, /, delete: object = b'') -> bytearray")
  Result<ByteArray> translate(Object const& table, Object const& deleted) const;
  AIOCC_PY("def join(self, iterable_of_bytes: object, /) -> bytearray")
  Result<ByteArray> join(Object const& parts) const;

  AIOCC_PY("def find(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> find(Object const& sub, Object const& start, Object const& end) const;
  AIOCC_PY("def rfind(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> rfind(Object const& sub, Object const& start, Object const& end) const;
  AIOCC_PY("def index(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> index(Object const& sub, Object const& start, Object const& end) const;
  AIOCC_PY("def rindex(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> rindex(Object const& sub, Object const& start, Object const& end) const;
  AIOCC_PY("def count(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> count(Object const& sub, Object const& start, Object const& end) const;
  AIOCC_PY("def startswith(self, prefix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> startswith(Object const& prefix, Object const& start, Object const& end) const;
  AIOCC_PY("def endswith(self, suffix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> endswith(Object const& suffix, Object const& start, Object const& end) const;

  AIOCC_PY("def split(self, sep: object = None, maxsplit: object = -1) -> list[bytearray]")
  Result<List<ByteArray>> split(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def rsplit(self, sep: object = None, maxsplit: object = -1) -> list[bytearray]")
  Result<List<ByteArray>> rsplit(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def splitlines(self, keepends: object = False) -> list[bytearray]")
  Result<List<ByteArray>> splitlines(Object const& keepends) const;
  AIOCC_PY("def partition(self, sep: object, /) -> tuple[bytearray, bytearray, bytearray]")
  Result<Tuple<ByteArray, ByteArray, ByteArray>> partition(Object const& sep) const;
  AIOCC_PY("def rpartition(self, sep: object, /) -> tuple[bytearray, bytearray, bytearray]")
  Result<Tuple<ByteArray, ByteArray, ByteArray>> rpartition(Object const& sep) const;
  AIOCC_PY("def replace(self, old: object, new: object, count: object = -1, /) -> bytearray")
  Result<ByteArray> replace(Object const& old_bytes, Object const& new_bytes, Object const& count) const;

  AIOCC_PY("def strip(self, bytes: object = None, /) -> bytearray")
  Result<ByteArray> strip(Object const& stripped) const;
  AIOCC_PY("def lstrip(self, bytes: object = None, /) -> bytearray")
  Result<ByteArray> lstrip(Object const& stripped) const;
  AIOCC_PY("def rstrip(self, bytes: object = None, /) -> bytearray")
  Result<ByteArray> rstrip(Object const& stripped) const;
  AIOCC_PY("def removeprefix(self, prefix: object, /) -> bytearray")
  Result<ByteArray> removeprefix(Object const& prefix) const;
  AIOCC_PY("def removesuffix(self, suffix: object, /) -> bytearray")
  Result<ByteArray> removesuffix(Object const& suffix) const;
  AIOCC_PY("def center(self, width: object, fillchar: object = b' ', /) -> bytearray")
  Result<ByteArray> center(Object const& width, Object const& fill) const;
  AIOCC_PY("def ljust(self, width: object, fillchar: object = b' ', /) -> bytearray")
  Result<ByteArray> ljust(Object const& width, Object const& fill) const;
  AIOCC_PY("def rjust(self, width: object, fillchar: object = b' ', /) -> bytearray")
  Result<ByteArray> rjust(Object const& width, Object const& fill) const;
  AIOCC_PY("def zfill(self, width: object, /) -> bytearray")
  Result<ByteArray> zfill(Object const& width) const;
  AIOCC_PY("def expandtabs(self, tabsize: object = 8) -> bytearray")
  Result<ByteArray> expandtabs(Object const& tabsize) const;

  AIOCC_PY("def upper(self) -> bytearray")
  ByteArray upper() const;
  AIOCC_PY("def lower(self) -> bytearray")
  ByteArray lower() const;
  AIOCC_PY("def capitalize(self) -> bytearray")
  ByteArray capitalize() const;
  AIOCC_PY("def swapcase(self) -> bytearray")
  ByteArray swapcase() const;
  AIOCC_PY("def title(self) -> bytearray")
  ByteArray title() const;
  AIOCC_PY("def istitle(self) -> bool")
  bool istitle() const noexcept;
  AIOCC_PY("def isalpha(self) -> bool")
  bool isalpha() const { return bytes().isalpha(); }
  AIOCC_PY("def isdigit(self) -> bool")
  bool isdigit() const { return bytes().isdigit(); }
  AIOCC_PY("def isalnum(self) -> bool")
  bool isalnum() const { return bytes().isalnum(); }
  AIOCC_PY("def isspace(self) -> bool")
  bool isspace() const { return bytes().isspace(); }
  AIOCC_PY("def isupper(self) -> bool")
  bool isupper() const { return bytes().isupper(); }
  AIOCC_PY("def islower(self) -> bool")
  bool islower() const { return bytes().islower(); }
  AIOCC_PY("def isascii(self) -> bool")
  bool isascii() const { return bytes().isascii(); }
};

namespace builtins {
AIOCC_PY("def bytearray(source: object = ..., encoding: object = ..., errors: object = ...) -> bytearray")
Result<ByteArray> bytearray(Object const& source = {}, Object const& encoding = {}, Object const& errors = {});
}  // namespace builtins

}  // namespace aiocc
