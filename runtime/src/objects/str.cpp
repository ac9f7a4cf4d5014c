// Making, comparing, hashing and joining strs.
#include "aiocc/objects/str.hpp"

#include <array>
#include <unordered_set>

#include "aiocc/objects/exceptions.hpp"
#include "hash_bytes.hpp"
#include "sequence.hpp"
#include "short_texts.hpp"
#include "text.hpp"

namespace aiocc {

namespace detail {

namespace {

using Latin1Str = StaticStr<std::uint8_t, 1>;

template <std::size_t... code>
constexpr std::array<Latin1Str, 256> make_latin1(std::index_sequence<code...>) noexcept {
  return {Latin1Str(static_cast<std::uint8_t>(code))...};
}
constinit std::array<Latin1Str, 256> latin1 = make_latin1(std::make_index_sequence<256>());
constinit StaticStr<std::uint8_t, 0> empty_object{LiteralText<1>(""), 0};

std::size_t bytes_for(std::int64_t units, std::uint8_t width) noexcept {
  return sizeof(StrObject) + (static_cast<std::size_t>(units) + 1) * width;
}

void terminate(StrObject* text) noexcept {
  std::uint8_t* const end = text->units() + text->byte_size();
  // Most are of one byte a unit, and a call for it would take longer.
  if (text->width == 1)
    *end = 0;
  else
    std::memset(end, 0, text->width);
}

}  // namespace

StrObject* const empty_str = &empty_object;

StrObject* latin1_character(std::uint8_t code) noexcept { return &latin1[code]; }

StrObject* allocate_str(std::int64_t length, std::uint8_t width, bool ascii) noexcept {
  StrObject* text = ::new (allocate_memory(bytes_for(length, width))) StrObject(1, length, width, ascii);
  terminate(text);
  return text;
}

std::size_t size_of_str(StrObject const* text) noexcept { return bytes_for(text->length + text->spare, text->width); }

Str exact_str(Object const& text) noexcept {
  if (is_str(text)) return word_cast<Str>(text);
  return visit_units(text.as<StrObject>(), [](auto units) { return str_of_units(units); });
}

void release_str(StrObject* text) noexcept { release_memory(text, bytes_for(text->length + text->spare, text->width)); }

std::int64_t compute_hash(StrObject const* text) noexcept {
  return text->hash = hash_bytes(text->units(), text->byte_size());
}

int compare_str(StrObject const* left, StrObject const* right) noexcept {
  std::int64_t shared = std::min(left->length, right->length);
  if (left->width == 1 && right->width == 1) {
    if (int order = std::memcmp(left->units(), right->units(), static_cast<std::size_t>(shared))) return order;
  } else {
    for (std::int64_t i = 0; i < shared; ++i) {
      char32_t a = left->at(i), b = right->at(i);
      if (a != b) return a < b ? -1 : 1;
    }
  }
  return left->length < right->length ? -1 : left->length > right->length;
}

void copy_text(StrObject* to, std::int64_t at, StrObject const* from, std::int64_t start, std::int64_t stop) noexcept {
  visit_units(from, [&](auto units) {
    if (to->width == 1)
      copy_units(to->units<std::uint8_t>() + at, reinterpret_cast<std::uint8_t const*>(units.data + start),
                 stop - start);
    else if (to->width == 2)
      copy_units(to->units<char16_t>() + at, units.data + start, stop - start);
    else
      copy_units(to->units<char32_t>() + at, units.data + start, stop - start);
  });
}

template <class Unit>
Str str_of_units(Units<Unit> units) noexcept {
  if (units.length == 0) return Str::empty();
  if (units.length == 1) return Str::from_code_point(units[0]);
  char32_t widest = widest_of(units);
  StrObject* text = allocate_str(units.length, width_for(widest), widest < 0x80);
  if (text->width == 1)
    std::transform(units.begin(), units.end(), text->units(),
                   [](Unit unit) { return static_cast<std::uint8_t>(unit); });
  else if (text->width == 2)
    std::transform(units.begin(), units.end(), text->units<char16_t>(),
                   [](Unit unit) { return static_cast<char16_t>(unit); });
  else
    std::copy(units.begin(), units.end(), text->units<char32_t>());
  return Str::adopt(text);
}
template Str str_of_units(Units<std::uint8_t>) noexcept;
template Str str_of_units(Units<char16_t>) noexcept;
template Str str_of_units(Units<char32_t>) noexcept;

namespace {

/// Decodes one code point, or gives the lone surrogate that stands for a byte that isn't UTF-8.
char32_t decode_utf8(std::string_view text, std::size_t& at) noexcept {
  auto byte = [&](std::size_t offset) -> unsigned {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  unsigned lead = byte(0);
  std::size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  char32_t code = size == 1 ? lead : lead & (0x7F >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) {
      size = 0;
      break;
    }
    code = code << 6 | (byte(i) & 0x3F);
  }
  bool too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  if (size == 0 || too_long || code > 0x10FFFF) {
    ++at;
    return 0xDC00 + lead;
  }
  at += size;
  return code;
}

}  // namespace

}  // namespace detail

using detail::allocate_str;
using detail::Units;

Str Str::from_latin1(std::string_view text) noexcept {
  return detail::str_of_units(
      Units<std::uint8_t>{reinterpret_cast<std::uint8_t const*>(text.data()), static_cast<std::int64_t>(text.size())});
}

Str Str::from_utf8(std::string_view text) noexcept {
  Units<std::uint8_t> bytes{reinterpret_cast<std::uint8_t const*>(text.data()), static_cast<std::int64_t>(text.size())};
  if (detail::widest_of(bytes) < 0x80) return detail::str_of_units(bytes);
  std::u32string codes;
  codes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) codes.push_back(detail::decode_utf8(text, at));
  return from_code_points(codes);
}

Str Str::from_code_points(std::u32string_view text) noexcept {
  return detail::str_of_units(Units<char32_t>{text.data(), static_cast<std::int64_t>(text.size())});
}

Str Str::from_code_point(char32_t code) noexcept {
  if (code < 0x100) return share(detail::latin1_character(static_cast<std::uint8_t>(code)));
  StrObject* text = allocate_str(1, detail::width_for(code), false);
  if (text->width == 2)
    text->units<char16_t>()[0] = static_cast<char16_t>(code);
  else
    text->units<char32_t>()[0] = code;
  return adopt(text);
}

void Str::append_utf8(std::string& output) const {
  if (is_ascii()) {
    output += ascii_view();
    return;
  }
  detail::visit_units(*this, [&](auto units) {
    for (char32_t code : units) {
      if (code < 0x80) {
        output += static_cast<char>(code);
        continue;
      }
      if (code < 0x800) {
        output += static_cast<char>(0xC0 | code >> 6);
      } else {
        if (code < 0x10000) {
          output += static_cast<char>(0xE0 | code >> 12);
        } else {
          output += static_cast<char>(0xF0 | code >> 18);
          output += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        }
        output += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      }
      output += static_cast<char>(0x80 | (code & 0x3F));
    }
  });
}

std::string Str::utf8() const {
  std::string output;
  append_utf8(output);
  return output;
}

std::u32string Str::code_points() const {
  return detail::visit_units(*this, [](auto units) { return std::u32string(units.begin(), units.end()); });
}

Str Str::substring(std::int64_t start, std::int64_t stop) const noexcept {
  if (start >= stop) return empty();
  if (start == 0 && stop == length()) return *this;
  if (is_ascii() && stop - start > 1) {
    StrObject* text = allocate_str(stop - start, 1, true);
    detail::copy_bytes(text->units(), object()->units() + start, static_cast<std::size_t>(stop - start));
    return adopt(text);
  }
  return detail::visit_units(*this, [&](auto units) { return detail::str_of_units(units.part(start, stop)); });
}

namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(StrObject const* text) const noexcept {
    return static_cast<std::size_t>(text->hash ? text->hash : detail::compute_hash(text));
  }
};
struct TextEqual {
  bool operator()(StrObject const* left, StrObject const* right) const noexcept {
    return left->length == right->length && left->width == right->width &&
           std::memcmp(left->units(), right->units(), left->byte_size()) == 0;
  }
};
using InternedTexts = std::unordered_set<StrObject*, TextHash, TextEqual>;

/// Never destroyed: objects that die at exit may still ask for names.
InternedTexts& interned_texts() {
  static InternedTexts* texts = new InternedTexts;
  return *texts;
}

}  // namespace

Str Str::intern(Str const& text) noexcept {
  if (text.object()->interned) return text;
  auto [position, is_new] = interned_texts().insert(text.object());
  if (is_new) {
    text.object()->interned = true;
    // The table's own reference: interned texts live as long as the process.
    Str(text).leak();
    return text;
  }
  return share(*position);
}

Str Str::intern(std::string_view text) noexcept { return intern(from_utf8(text)); }

namespace {

/// A copy of `left` in the given width, with room for `right` and, if it's about to grow more, for as much again.
Str concatenate(StrObject const* left, StrObject const* right) noexcept {
  std::uint8_t width = std::max(left->width, right->width);
  StrObject* text = allocate_str(left->length + right->length, width, left->ascii && right->ascii);
  detail::copy_text(text, 0, left, 0, left->length);
  detail::copy_text(text, left->length, right, 0, right->length);
  return Str::adopt(text);
}

/// Makes room for `more` units, less than 4G, behind the text, which has no other reference; its address may change.
StrObject* grow(StrObject* text, std::int64_t more) noexcept {
  if (text->spare >= more) return text;
  std::int64_t spare = std::min<std::int64_t>(more + text->length / 2 + 16, UINT32_MAX);
  StrObject* grown = allocate_str(text->length + spare, text->width, text->ascii);
  std::memcpy(grown->units(), text->units(), text->byte_size());
  grown->length = text->length;
  grown->spare = static_cast<std::uint32_t>(spare);
  detail::release_str(text);
  return grown;
}

}  // namespace

Str operator+(Str const& left, Str const& right) noexcept {
  if (left.is_empty()) return right;
  if (right.is_empty()) return left;
  return concatenate(left.object(), right.object());
}

Str& Str::operator+=(Str const& right) noexcept {
  StrObject* text = object();
  StrObject const* added = right.object();
  bool in_place = text->references == 1 && !text->interned && added->width <= text->width && text != added;
  if (!in_place || text->length == 0 || added->length >= UINT32_MAX) return *this = *this + right;
  text = grow(text, added->length);
  bits_ = reinterpret_cast<std::uintptr_t>(text);
  detail::copy_text(text, text->length, added, 0, added->length);
  text->length += added->length;
  text->spare -= static_cast<std::uint32_t>(added->length);
  text->ascii = text->ascii && added->ascii;
  text->hash = 0;
  detail::terminate(text);
  return *this;
}

Result<Str> repeat(Str const& text, Int const& count) {
  std::int64_t const times = PASS(detail::repeat_count(count));
  if (times == 0 || text.is_empty()) return Str::empty();
  if (times == 1) return text;
  std::int64_t length, bytes;
  if (__builtin_mul_overflow(text.length(), times, &length))
    return raise_error(overflow_error_type, "repeated string is too long");
  if (__builtin_mul_overflow(length, std::int64_t{4}, &bytes) || bytes > (std::int64_t{1} << 46))
    return raise_error(memory_error_type, "");
  StrObject const* source = text.object();
  StrObject* result = allocate_str(length, source->width, source->ascii);
  std::memcpy(result->units(), source->units(), source->byte_size());
  detail::fill_with_copies(result->units(), source->byte_size(), result->byte_size());
  return Str::adopt(result);
}

}  // namespace aiocc
