// Python's str: immutable text in 1-, 2- or 4-byte units by its widest code point; surrogates are allowed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

class Bytes;
class Arguments;
template <class T>
class List;
template <class... T>
class Tuple;
template <class K, class V>
class Dict;

/// The units follow the object, with a zero behind them. The width is the least that fits, so equal texts have equal bytes.
struct StrObject : HeapObject {
  std::int64_t length = 0;
  /// 0 until it's asked for.
  mutable std::int64_t hash = 0;
  /// Units allocated behind the text: `s += x` grows in place while `s` is the only reference.
  std::uint32_t spare = 0;
  std::uint8_t width = 1;
  bool ascii = true;
  bool interned = false;
  std::uint8_t unused = 0;

  constexpr StrObject(std::uint32_t count, std::int64_t text_length, std::uint8_t unit_width, bool is_ascii) noexcept
      : HeapObject(&str_type, count), length(text_length), width(unit_width), ascii(is_ascii) {}

  template <class Unit = std::uint8_t>
  Unit* units() noexcept {
    return reinterpret_cast<Unit*>(this + 1);
  }
  template <class Unit = std::uint8_t>
  Unit const* units() const noexcept {
    return reinterpret_cast<Unit const*>(this + 1);
  }
  char32_t at(std::int64_t index) const noexcept {
    if (width == 1) return units<std::uint8_t>()[index];
    if (width == 2) return units<char16_t>()[index];
    return units<char32_t>()[index];
  }
  std::size_t byte_size() const noexcept { return static_cast<std::size_t>(length) * width; }
};
static_assert(sizeof(StrObject) == 40);

namespace detail {
std::int64_t compute_hash(StrObject const* text) noexcept;
/// A new StrObject of uninitialised units.
StrObject* allocate_str(std::int64_t length, std::uint8_t width, bool ascii) noexcept;
int compare_str(StrObject const* left, StrObject const* right) noexcept;
StrObject* latin1_character(std::uint8_t code) noexcept;
extern StrObject* const empty_str;
}  // namespace detail

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("str") Str : public HeapWord {
 public:
  constexpr Str() noexcept = default;

  /// UTF-8, surrogates included; a byte that isn't UTF-8 becomes a lone surrogate, as with `surrogateescape`.
  static Str from_utf8(std::string_view text) noexcept;
  static Str from_latin1(std::string_view text) noexcept;
  static Str from_code_point(char32_t code) noexcept;
  static Str from_code_points(std::u32string_view text) noexcept;
  static Str empty() noexcept { return share(detail::empty_str); }
  /// The one Str with this text that attribute and keyword names use.
  static Str intern(std::string_view text) noexcept;
  static Str intern(Str const& text) noexcept;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &str_type; }
  static Str adopt(StrObject* text) noexcept { return word_cast<Str>(Object::adopt(text)); }
  static Str share(StrObject* text) noexcept { return word_cast<Str>(Object::share(text)); }

  StrObject* object() const noexcept { return as<StrObject>(); }
  std::int64_t length() const noexcept { return object()->length; }
  bool is_empty() const noexcept { return object()->length == 0; }
  char32_t operator[](std::int64_t index) const noexcept { return object()->at(index); }
  std::int64_t hash() const noexcept {
    StrObject const* text = object();
    return text->hash ? text->hash : detail::compute_hash(text);
  }
  /// UTF-8; surrogates take three bytes each, as in WTF-8.
  std::string utf8() const;
  void append_utf8(std::string& output) const;
  bool is_ascii() const noexcept { return object()->ascii; }
  /// Only for ASCII text.
  std::string_view ascii_view() const noexcept {
    return {reinterpret_cast<char const*>(object()->units()), static_cast<std::size_t>(object()->length)};
  }
  std::u32string code_points() const;
  /// Code points [start, stop), which must lie inside.
  Str substring(std::int64_t start, std::int64_t stop) const noexcept;
  bool equals(std::string_view ascii) const noexcept { return is_ascii() && ascii_view() == ascii; }

  Str& operator+=(Str const& right) noexcept;

  AIOCC_PY("def __len__(self) -> int")
  Int len() const noexcept { return Int(length()); }
  AIOCC_PY("def __getitem__(self, index: int, /) -> str")
  Result<Str> get_item(Int const& index) const;
  AIOCC_PY("def __getitem__(self, index: object, /) -> str")
  Result<Str> get_item(Object const& index) const;
  /// `self[start:stop:step]`; None stands for what's left out.
  Result<Str> slice(Object const& start, Object const& stop, Object const& step) const;
  AIOCC_PY("def __contains__(self, item: str, /) -> bool")
  bool contains(Str const& item) const noexcept;
  AIOCC_PY("def __contains__(self, item: object, /) -> bool")
  Result<bool> contains(Object const& item) const;

  AIOCC_PY("def upper(self) -> str")
  Str upper() const;
  AIOCC_PY("def lower(self) -> str")
  Str lower() const;
  AIOCC_PY("def title(self) -> str")
  Str title() const;
  AIOCC_PY("def capitalize(self) -> str")
  Str capitalize() const;
  AIOCC_PY("def swapcase(self) -> str")
  Str swapcase() const;
  AIOCC_PY("def casefold(self) -> str")
  Str casefold() const;

  AIOCC_PY("def isalpha(self) -> bool")
  bool isalpha() const noexcept;
  AIOCC_PY("def isdigit(self) -> bool")
  bool isdigit() const noexcept;
  AIOCC_PY("def isdecimal(self) -> bool")
  bool isdecimal() const noexcept;
  AIOCC_PY("def isnumeric(self) -> bool")
  bool isnumeric() const noexcept;
  AIOCC_PY("def isalnum(self) -> bool")
  bool isalnum() const noexcept;
  AIOCC_PY("def isspace(self) -> bool")
  bool isspace() const noexcept;
  AIOCC_PY("def isupper(self) -> bool")
  bool isupper() const noexcept;
  AIOCC_PY("def islower(self) -> bool")
  bool islower() const noexcept;
  AIOCC_PY("def istitle(self) -> bool")
  bool istitle() const noexcept;
  AIOCC_PY("def isprintable(self) -> bool")
  bool isprintable() const noexcept;
  AIOCC_PY("def isidentifier(self) -> bool")
  bool isidentifier() const noexcept;
  AIOCC_PY("def isascii(self) -> bool")
  bool isascii() const noexcept { return is_ascii(); }

  AIOCC_PY("def strip(self, chars: object = None, /) -> str")
  Result<Str> strip(Object const& chars = None) const;
  AIOCC_PY("def lstrip(self, chars: object = None, /) -> str")
  Result<Str> lstrip(Object const& chars = None) const;
  AIOCC_PY("def rstrip(self, chars: object = None, /) -> str")
  Result<Str> rstrip(Object const& chars = None) const;
  AIOCC_PY("def removeprefix(self, prefix: object, /) -> str")
  Result<Str> removeprefix(Object const& prefix) const;
  AIOCC_PY("def removesuffix(self, suffix: object, /) -> str")
  Result<Str> removesuffix(Object const& suffix) const;

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
  AIOCC_PY("def startswith(self, prefix: str, /) -> bool")
  bool startswith(Str const& prefix) const noexcept;
  AIOCC_PY("def startswith(self, prefix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> startswith(Object const& prefix, Object const& start = None, Object const& end = None) const;
  AIOCC_PY("def endswith(self, suffix: str, /) -> bool")
  bool endswith(Str const& suffix) const noexcept;
  AIOCC_PY("def endswith(self, suffix: object, start: object = None, end: object = None, /) -> bool")
  Result<bool> endswith(Object const& suffix, Object const& start = None, Object const& end = None) const;

  AIOCC_PY("def split(self, sep: object = None, maxsplit: object = -1) -> list[str]")
  Result<List<Str>> split(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def rsplit(self, sep: object = None, maxsplit: object = -1) -> list[str]")
  Result<List<Str>> rsplit(Object const& sep, Object const& maxsplit) const;
  AIOCC_PY("def splitlines(self, keepends: object = False) -> list[str]")
  Result<List<Str>> splitlines(Object const& keepends) const;
  AIOCC_PY("def partition(self, sep: object, /) -> tuple[str, str, str]")
  Result<Tuple<Str, Str, Str>> partition(Object const& sep) const;
  AIOCC_PY("def rpartition(self, sep: object, /) -> tuple[str, str, str]")
  Result<Tuple<Str, Str, Str>> rpartition(Object const& sep) const;
  AIOCC_PY("def join(self, iterable: Iterable[object], /) -> str")
  Result<Str> join(Object const& iterable) const;
  AIOCC_PY("def replace(self, old: object, new: object, /, count: object = -1) -> str")
  Result<Str> replace(Object const& old_text, Object const& new_text,
                      Object const& count = Object::small_int(-1)) const;

  AIOCC_PY("def center(self, width: object, fillchar: object = ' ', /) -> str")
  Result<Str> center(Object const& width, Object const& fill) const;
  AIOCC_PY("def ljust(self, width: object, fillchar: object = ' ', /) -> str")
  Result<Str> ljust(Object const& width, Object const& fill) const;
  AIOCC_PY("def rjust(self, width: object, fillchar: object = ' ', /) -> str")
  Result<Str> rjust(Object const& width, Object const& fill) const;
  AIOCC_PY("def zfill(self, width: object, /) -> str")
  Result<Str> zfill(Object const& width) const;
  AIOCC_PY("def expandtabs(self, tabsize: object = 8) -> str")
  Result<Str> expandtabs(Object const& tab_size) const;

  AIOCC_PY("def translate(self, table: object, /) -> str")
  Result<Str> translate(Object const& table) const;
  AIOCC_PY("def maketrans(x: object, y: object = ..., z: object = ..., /) -> object", staticmethod)
  static Result<Object> maketrans(Object const& x, Object const& y, Object const& z);
  AIOCC_PY("def encode(self, encoding: object = 'utf-8', errors: object = 'strict') -> bytes")
  Result<Bytes> encode(Object const& encoding, Object const& errors) const;
  Result<Bytes> encode() const;
  AIOCC_PY("def format(self, /, *args: object, **kwargs: object) -> str")
  Result<Str> format(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def format_map(self, mapping: object, /) -> str")
  Result<Str> format_map(Object const& mapping) const;
};

namespace detail {

/// Text of a literal as a template argument.
template <std::size_t N>
struct LiteralText {
  char text[N];
  consteval LiteralText(char const (&source)[N]) noexcept {
    for (std::size_t i = 0; i < N; ++i) text[i] = source[i];
  }
};

struct LiteralShape {
  std::size_t length = 0;
  char32_t widest = 0;
};

/// Decodes one code point of well-formed UTF-8 (surrogates allowed) and moves `at` behind it.
constexpr char32_t decode_literal(char const* text, std::size_t& at) noexcept {
  auto byte = [&] { return static_cast<unsigned char>(text[at++]); };
  char32_t lead = byte();
  if (lead < 0x80) return lead;
  int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t code = lead & (0x3F >> following);
  for (; following > 0; --following) code = code << 6 | (byte() & 0x3F);
  return code;
}

template <std::size_t N>
consteval LiteralShape literal_shape(LiteralText<N> const& literal) noexcept {
  LiteralShape shape;
  for (std::size_t at = 0; at + 1 < N; ++shape.length) {
    char32_t code = decode_literal(literal.text, at);
    if (code > shape.widest) shape.widest = code;
  }
  return shape;
}

template <class Unit, std::size_t unit_count>
struct StaticStr : StrObject {
  Unit text[unit_count + 1] = {};
  template <std::size_t N>
  consteval StaticStr(LiteralText<N> const& literal, char32_t widest) noexcept
      : StrObject(immortal_references, unit_count, sizeof(Unit), widest < 0x80) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < unit_count; ++i) text[i] = static_cast<Unit>(decode_literal(literal.text, at));
  }
  /// A single character.
  consteval explicit StaticStr(Unit code) noexcept
      : StrObject(immortal_references, 1, sizeof(Unit), code < 0x80), text{code} {}
};

template <LiteralText literal>
struct LiteralStr {
  static constexpr LiteralShape shape = literal_shape(literal);
  using Unit = std::conditional_t<(shape.widest < 0x100), std::uint8_t,
                                  std::conditional_t<(shape.widest < 0x10000), char16_t, char32_t>>;
  inline static constinit StaticStr<Unit, shape.length> object{literal, shape.widest};
  // No constant expression turns an address into a word, so the word is kept as the pointer that it holds.
  inline static constinit StrObject* const pointer = &object;
  static Str const& word() noexcept { return *std::launder(reinterpret_cast<Str const*>(&pointer)); }
};

template <LiteralText literal>
inline constexpr bool is_static_text = literal_shape(literal).length > 1 || literal_shape(literal).widest >= 0x100;

}  // namespace detail

/// `"text"_s`: an immortal str with static storage. The text is UTF-8; it may hold NULs, and surrogates as three bytes.
template <detail::LiteralText literal>
  requires detail::is_static_text<literal>
AIOCC_INLINE inline Str const& operator""_s() noexcept {
  return detail::LiteralStr<literal>::word();
}
/// The empty str and those of one character that all of the runtime shares.
template <detail::LiteralText literal>
  requires(!detail::is_static_text<literal>)
Str operator""_s() noexcept {
  constexpr detail::LiteralShape shape = detail::literal_shape(literal);
  if constexpr (shape.length == 0)
    return Str::empty();
  else
    return Str::share(detail::latin1_character(static_cast<std::uint8_t>(shape.widest)));
}

inline bool operator==(Str const& left, Str const& right) noexcept {
  if (left.is(right)) return true;
  StrObject const* a = left.object();
  StrObject const* b = right.object();
  if (a->length != b->length || a->width != b->width || (a->interned && b->interned)) return false;
  return std::memcmp(a->units(), b->units(), a->byte_size()) == 0;
}
inline bool operator!=(Str const& left, Str const& right) noexcept { return !(left == right); }
inline bool operator<(Str const& left, Str const& right) noexcept {
  return detail::compare_str(left.object(), right.object()) < 0;
}
inline bool operator<=(Str const& left, Str const& right) noexcept {
  return detail::compare_str(left.object(), right.object()) <= 0;
}
inline bool operator>(Str const& left, Str const& right) noexcept { return right < left; }
inline bool operator>=(Str const& left, Str const& right) noexcept { return right <= left; }

Str operator+(Str const& left, Str const& right) noexcept;
/// Grows `left` in place where this is its only reference.
inline Str operator+(Str&& left, Str const& right) noexcept {
  left += right;
  return std::move(left);
}

/// `text * count`; OverflowError or MemoryError when it's too long.
Result<Str> repeat(Str const& text, Int const& count);
/// `text % arguments`: a tuple's items, a mapping, or one value.
Result<Str> percent_format(Str const& text, Object const& arguments);
/// `repr(text)`, with CPython's choice of quotes and escapes.
Str repr_str(Str const& text);

/// Exactly a str, whose operations nobody overrides.
inline bool is_str(Object const& object) noexcept { return object.is_heap() && object.heap()->type == &str_type; }
/// A str or an instance of a class derived from it: text in the same layout.
inline bool is_any_str(Object const& object) noexcept { return is_str(object) || is_instance(object, str_type); }

}  // namespace aiocc
