// Python's bytes: immutable, a byte a unit.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "aiocc/objects/str.hpp"

namespace aiocc {

/// The bytes follow the object, with a zero behind them.
struct BytesObject : HeapObject {
  std::int64_t length = 0;
  /// 0 until it's asked for.
  mutable std::int64_t hash = 0;
  constexpr BytesObject(std::uint32_t count, std::int64_t byte_count) noexcept
      : HeapObject(&bytes_type, count), length(byte_count) {}
  char* data() noexcept { return reinterpret_cast<char*>(this + 1); }
  char const* data() const noexcept { return reinterpret_cast<char const*>(this + 1); }
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("bytes") Bytes : public HeapWord {
 public:
  constexpr Bytes() noexcept = default;

  static Bytes from(std::string_view data) noexcept;
  /// Uninitialised, to be filled before anybody else sees it.
  static Bytes allocate(std::int64_t length) noexcept;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &bytes_type; }
  static Bytes adopt(BytesObject* bytes) noexcept { return word_cast<Bytes>(Object::adopt(bytes)); }
  static Bytes share(BytesObject* bytes) noexcept { return word_cast<Bytes>(Object::share(bytes)); }

  BytesObject* object() const noexcept { return as<BytesObject>(); }
  std::int64_t length() const noexcept { return object()->length; }
  std::string_view view() const noexcept { return {object()->data(), static_cast<std::size_t>(object()->length)}; }
  std::int64_t hash() const noexcept;
  std::uint8_t operator[](std::int64_t index) const noexcept {
    return static_cast<std::uint8_t>(object()->data()[index]);
  }

  AIOCC_PY("def __len__(self) -> int")
  Int len() const noexcept { return Int(length()); }
  AIOCC_PY("def __getitem__(self, index: int, /) -> int")
  Result<Int> get_item(Int const& index) const;
  AIOCC_PY("def __getitem__(self, index: object, /) -> object")
  Result<Object> get_item(Object const& index) const;
  Result<Bytes> slice(Object const& start, Object const& stop, Object const& step) const;
  AIOCC_PY("def __contains__(self, item: object, /) -> bool")
  Result<bool> contains(Object const& item) const;

  AIOCC_PY("def decode(self, encoding: object = 'utf-8', errors: object = 'strict') -> str")
  Result<Str> decode(Object const& encoding, Object const& errors) const;
  Result<Str> decode() const;
  AIOCC_PY("def hex(self, sep: object = ..., bytes_per_sep: object = 1) -> str")
  Result<Str> hex(Object const& separator, Object const& bytes_per_separator) const;
  AIOCC_PY("def fromhex(string: object, /) -> bytes", staticmethod)
  static Result<Bytes> fromhex(Object const& text);

  AIOCC_PY("def find(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> find(Object const& sub, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def rfind(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> rfind(Object const& sub, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def index(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> index(Object const& sub, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def rindex(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> rindex(Object const& sub, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def count(self, sub: object, start: object = None, end: object = None, /) -> int")
  Result<Int> count(Object const& sub, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def startswith(self, prefix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> startswith(Object const& prefix, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def endswith(self, suffix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> endswith(Object const& suffix, Object const& start = None, Object const& end = None) const;

  AIOCC_PY("def split(self, sep: object = None, maxsplit: object = -1) -> list[bytes]")
  Result<List<Bytes>> split(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def rsplit(self, sep: object = None, maxsplit: object = -1) -> list[bytes]")
  Result<List<Bytes>> rsplit(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def splitlines(self, keepends: object = False) -> list[bytes]")
  Result<List<Bytes>> splitlines(Object const& keepends) const;
  AIOCC_PY("def partition(self, sep: object, /) -> tuple[bytes, bytes, bytes]")
  Result<Tuple<Bytes, Bytes, Bytes>> partition(Object const& sep) const;
  AIOCC_PY("def rpartition(self, sep: object, /) -> tuple[bytes, bytes, bytes]")
  Result<Tuple<Bytes, Bytes, Bytes>> rpartition(Object const& sep) const;
  AIOCC_PY("def join(self, iterable: object, /) -> bytes")
  Result<Bytes> join(Object const& iterable) const;
  AIOCC_PY("def replace(self, old: object, new: object, count: object = -1, /) -> bytes")
  Result<Bytes> replace(Object const& old_bytes, Object const& new_bytes,
                        Object const& count = Object::small_int(-1)) const;

  AIOCC_PY("def strip(self, bytes: object = None, /) -> bytes")
  Result<Bytes> strip(Object const& bytes = None) const;
  AIOCC_PY("def lstrip(self, bytes: object = None, /) -> bytes")
  Result<Bytes> lstrip(Object const& bytes = None) const;
  AIOCC_PY("def rstrip(self, bytes: object = None, /) -> bytes")
  Result<Bytes> rstrip(Object const& bytes = None) const;
  AIOCC_PY("def removeprefix(self, prefix: object, /) -> bytes")
  Result<Bytes> removeprefix(Object const& prefix) const;
  AIOCC_PY("def removesuffix(self, suffix: object, /) -> bytes")
  Result<Bytes> removesuffix(Object const& suffix) const;
  AIOCC_PY("def center(self, width: object, fillchar: object = b' ', /) -> bytes")
  Result<Bytes> center(Object const& width, Object const& fill) const;
  AIOCC_PY("def ljust(self, width: object, fillchar: object = b' ', /) -> bytes")
  Result<Bytes> ljust(Object const& width, Object const& fill) const;
  AIOCC_PY("def rjust(self, width: object, fillchar: object = b' ', /) -> bytes")
  Result<Bytes> rjust(Object const& width, Object const& fill) const;
  AIOCC_PY("def zfill(self, width: object, /) -> bytes")
  Result<Bytes> zfill(Object const& width) const;

  AIOCC_PY("def expandtabs(self, tabsize: object = 8) -> bytes")
  Result<Bytes> expandtabs(Object const& tabsize) const;
  /// Bytes mapped by a table of 256 (None: as they are), those in `delete` left out.
  AIOCC_PY("def translate(self, table: object, /, delete: object = b'') -> bytes")
  Result<Bytes> translate(Object const& table, Object const& deleted) const;
  AIOCC_PY("def maketrans(frm: object, to: object, /) -> bytes", staticmethod)
  static Result<Bytes> maketrans(Object const& from, Object const& to);

  AIOCC_PY("def capitalize(self) -> bytes")
  Bytes capitalize() const;
  AIOCC_PY("def swapcase(self) -> bytes")
  Bytes swapcase() const;
  AIOCC_PY("def title(self) -> bytes")
  Bytes title() const;
  AIOCC_PY("def istitle(self) -> bool")
  bool istitle() const noexcept;
  AIOCC_PY("def upper(self) -> bytes")
  Bytes upper() const;
  AIOCC_PY("def lower(self) -> bytes")
  Bytes lower() const;
  AIOCC_PY("def isalpha(self) -> bool")
  bool isalpha() const noexcept;
  AIOCC_PY("def isdigit(self) -> bool")
  bool isdigit() const noexcept;
  AIOCC_PY("def isalnum(self) -> bool")
  bool isalnum() const noexcept;
  AIOCC_PY("def isspace(self) -> bool")
  bool isspace() const noexcept;
  AIOCC_PY("def isupper(self) -> bool")
  bool isupper() const noexcept;
  AIOCC_PY("def islower(self) -> bool")
  bool islower() const noexcept;
  AIOCC_PY("def isascii(self) -> bool")
  bool isascii() const noexcept;
};

namespace detail {
template <std::size_t byte_count>
struct StaticBytes : BytesObject {
  char bytes[byte_count + 1] = {};
  consteval StaticBytes(LiteralText<byte_count + 1> const& literal) noexcept
      : BytesObject(immortal_references, byte_count) {
    for (std::size_t i = 0; i < byte_count; ++i) bytes[i] = literal.text[i];
  }
};
template <LiteralText literal>
inline constinit StaticBytes<sizeof(literal.text) - 1> literal_bytes{literal};
}  // namespace detail

/// `"data"_b`: immortal bytes with static storage.
template <detail::LiteralText literal>
Bytes operator""_b() noexcept {
  return Bytes::share(&detail::literal_bytes<literal>);
}

inline bool operator==(Bytes const& left, Bytes const& right) noexcept { return left.view() == right.view(); }
inline bool operator!=(Bytes const& left, Bytes const& right) noexcept { return left.view() != right.view(); }
inline bool operator<(Bytes const& left, Bytes const& right) noexcept { return left.view() < right.view(); }
inline bool operator<=(Bytes const& left, Bytes const& right) noexcept { return left.view() <= right.view(); }
inline bool operator>(Bytes const& left, Bytes const& right) noexcept { return left.view() > right.view(); }
inline bool operator>=(Bytes const& left, Bytes const& right) noexcept { return left.view() >= right.view(); }
Bytes operator+(Bytes const& left, Bytes const& right) noexcept;
Result<Bytes> repeat(Bytes const& bytes, Int const& count);
Str repr_bytes(Bytes const& bytes);

inline bool is_bytes(Object const& object) noexcept { return object.is_heap() && object.heap()->type == &bytes_type; }
/// Bytes or an instance of a class derived from them: in the same layout.
inline bool is_any_bytes(Object const& object) noexcept { return is_bytes(object) || is_instance(object, bytes_type); }

}  // namespace aiocc
