// Texts about objects.
#include "aiocc/core/repr.hpp"

#include <fmt/format.h>

#include "aiocc/core/future_object.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

std::string address_text(Object const& object) { return fmt::format("{:#x}", object.bits()); }

Str repr_at(Object const& self, char const* name) {
  return Str::from_utf8(fmt::format("<{} object {} at {}>", type_of(self)->name, name, address_text(self)));
}

namespace {

std::string shorten(std::string const& text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t const before = (limit - 3) / 2;
  std::size_t const after = limit - 3 - before;
  return text.substr(0, before) + "..." + text.substr(text.size() - after);
}

constexpr int most_levels = 6;
constexpr std::size_t most_items = 6;

std::string shorten_at(Object const& object, int level);

std::string shorten_items(std::span<Object const> items, char const* open, char const* close, bool is_tuple,
                          int level) {
  if (level <= 0 && !items.empty()) return std::string(open) + "..." + close;
  std::string text = open;
  std::size_t const shown = std::min(items.size(), most_items);
  for (std::size_t i = 0; i < shown; ++i) text += (i ? ", " : "") + shorten_at(items[i], level - 1);
  if (items.size() > shown) text += ", ...";
  if (is_tuple && items.size() == 1) text += ",";
  return text + close;
}

std::string shorten_at(Object const& object, int level) {
  if (type_of(object) == &list_type) return shorten_items(object.as<ListObject>()->items(), "[", "]", false, level);
  if (type_of(object) == &tuple_type) return shorten_items(object.as<TupleObject>()->words(), "(", ")", true, level);
  return shorten(detail::repr_text(object), type_of(object) == &int_type ? 40 : 30);
}

}  // namespace

std::string short_repr(Object const& object) { return shorten_at(object, most_levels); }

}  // namespace aiocc
