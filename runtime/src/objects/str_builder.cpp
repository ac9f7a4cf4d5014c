// Builds a str piece by piece.
#include "aiocc/objects/str_builder.hpp"

#include <algorithm>
#include <utility>

#include "short_texts.hpp"
#include "text.hpp"

namespace aiocc {

StrBuilder::~StrBuilder() {
  if (text_) detail::release_str(text_);
}

void StrBuilder::make_room(std::int64_t units, char32_t widest) noexcept {
  std::uint8_t width = detail::width_for(widest);
  bool ascii = widest < 0x80;
  std::int64_t needed = length_ + units;
  if (!text_) {
    capacity_ = std::max(needed, reserve_);
    text_ = detail::allocate_str(capacity_, width, ascii);
    return;
  }
  text_->ascii = text_->ascii && ascii;
  if (needed <= capacity_ && width <= text_->width) return;
  StrObject* old = text_;
  if (needed > capacity_) capacity_ = std::max(needed, capacity_ * 2);
  text_ = detail::allocate_str(capacity_, std::max(width, old->width), old->ascii);
  detail::copy_text(text_, 0, old, 0, length_);
  detail::release_str(old);
}

void StrBuilder::append(char32_t code) noexcept {
  make_room(1, code);
  if (text_->width == 1)
    text_->units<std::uint8_t>()[length_] = static_cast<std::uint8_t>(code);
  else if (text_->width == 2)
    text_->units<char16_t>()[length_] = static_cast<char16_t>(code);
  else
    text_->units<char32_t>()[length_] = code;
  ++length_;
}

void StrBuilder::append_repeated(char32_t code, std::int64_t count) noexcept {
  if (count <= 0) return;
  make_room(count, code);
  if (text_->width == 1)
    std::fill_n(text_->units<std::uint8_t>() + length_, count, static_cast<std::uint8_t>(code));
  else if (text_->width == 2)
    std::fill_n(text_->units<char16_t>() + length_, count, static_cast<char16_t>(code));
  else
    std::fill_n(text_->units<char32_t>() + length_, count, code);
  length_ += count;
}

void StrBuilder::append(Str const& text) noexcept { append(text, 0, text.length()); }

void StrBuilder::append(Str const& text, std::int64_t start, std::int64_t stop) noexcept {
  if (start >= stop) return;
  StrObject const* source = text.object();
  char32_t widest = source->ascii ? 0x7F : source->width == 1 ? 0xFF : 0;
  if (source->width > 1)
    widest = detail::visit_units(source, [&](auto units) { return detail::widest_of(units.part(start, stop)); });
  make_room(stop - start, widest);
  if (source->width == 1 && text_->width == 1) {
    detail::copy_bytes(text_->units() + length_, source->units() + start, static_cast<std::size_t>(stop - start));
    length_ += stop - start;
    return;
  }
  if (source->width <= text_->width) {
    detail::copy_text(text_, length_, source, start, stop);
    length_ += stop - start;
    return;
  }
  for (std::int64_t i = start; i < stop; ++i) append(source->at(i));
}

void StrBuilder::append_ascii(std::string_view text) noexcept {
  if (text.empty()) return;
  make_room(static_cast<std::int64_t>(text.size()), 0x7F);
  auto count = static_cast<std::int64_t>(text.size());
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  if (text_->width == 1)
    detail::copy_bytes(text_->units() + length_, bytes, text.size());
  else if (text_->width == 2)
    detail::copy_units(text_->units<char16_t>() + length_, bytes, count);
  else
    detail::copy_units(text_->units<char32_t>() + length_, bytes, count);
  length_ += count;
}

Str StrBuilder::finish() noexcept {
  if (length_ == 0) return Str::empty();
  if (length_ == 1) {
    char32_t code = text_->at(0);
    length_ = 0;
    return Str::from_code_point(code);
  }
  StrObject* text = std::exchange(text_, nullptr);
  // A substring of a text that isn't ASCII may be.
  detail::Units<std::uint8_t> latin1{text->units(), length_};
  if (text->width == 1 && !text->ascii) text->ascii = detail::widest_of(latin1) < 0x80;
  bool wasteful = capacity_ > length_ + length_ / 8 + 16 || capacity_ - length_ > UINT32_MAX;
  if (wasteful) {
    StrObject* exact = detail::allocate_str(length_, text->width, text->ascii);
    detail::copy_text(exact, 0, text, 0, length_);
    detail::release_str(text);
    length_ = 0;
    return Str::adopt(exact);
  }
  text->length = length_;
  text->spare = static_cast<std::uint32_t>(capacity_ - length_);
  std::memset(text->units() + text->byte_size(), 0, text->width);
  length_ = 0;
  return Str::adopt(text);
}

}  // namespace aiocc
