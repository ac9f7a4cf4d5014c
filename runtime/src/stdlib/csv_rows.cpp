// The module _csv_rows. No code of the program's runs here, and nothing raises: what isn't plain is left to the module in Python.
#include "aiocc/stdlib/csv_rows.hpp"

#include <charconv>

#include "../objects/search.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::_csv_rows {

namespace {

using detail::Units;

char32_t character(Str const& text) noexcept {
  return detail::visit_units(text, [](auto units) { return static_cast<char32_t>(units[0]); });
}

template <class Unit>
class Splitter {
 public:
  Splitter(Str const& line, Units<Unit> units, Str const& delimiter, Object const& quote)
      : line_(line),
        units_(units),
        delimiter_(character(delimiter)),
        has_quotes_(!quote.is(None)),
        quote_(has_quotes_ ? character(static_cast<Str const&>(quote)) : 0) {
    while (units_.length > 0 && is_line_end(units_[units_.length - 1])) --units_.length;
  }

  std::int64_t length() const noexcept { return units_.length; }
  /// None where it gives up.
  Object fields() {
    auto fields = List<Str>::of();
    for (Unit const unit : units_)
      if (is_line_end(unit)) return None;
    for (std::int64_t place = 0; units_.length > 0 && place <= units_.length; ++place) {
      bool const in_quotes = has_quotes_ && place < units_.length && units_[place] == quote_;
      fields.append(in_quotes ? quoted(++place) : plain(place));
      if (place != units_.length && (place > units_.length || units_[place] != delimiter_)) return None;
    }
    return fields;
  }

 private:
  static bool is_line_end(Unit unit) noexcept { return unit == '\n' || unit == '\r'; }
  std::int64_t find(char32_t wanted, std::int64_t place) const noexcept {
    while (place < units_.length && units_[place] != wanted) ++place;
    return place;
  }

  /// From `place`, which it leaves behind the field.
  Str plain(std::int64_t& place) const {
    std::int64_t const start = std::exchange(place, find(delimiter_, place));
    return line_.substring(start, place);
  }
  /// The same behind a quote. Past the line's end where the quotes stay open.
  Str quoted(std::int64_t& place) const {
    std::int64_t const start = place;
    StrBuilder doubled(0);
    for (std::int64_t from = start;;) {
      place = find(quote_, place);
      bool const is_doubled = place + 1 < units_.length && units_[place + 1] == quote_;
      if (!is_doubled && from == start) return line_.substring(start, place++);
      doubled.append(line_, from, is_doubled ? place + 1 : place);
      if (!is_doubled) break;
      from = place += 2;
    }
    ++place;
    return doubled.finish();
  }

  Str const& line_;
  Units<Unit> units_;
  char32_t delimiter_;
  bool has_quotes_;
  char32_t quote_;
};

class Joiner {
 public:
  Joiner(Str const& delimiter, Str const& quote, Str const& special)
      : delimiter_(delimiter), quote_(quote), special_(special) {}

  /// False where it gives up, as in all that follow.
  template <class At>
  bool add(std::size_t count, At at) {
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) line_.append(delimiter_);
      if (!add_field(at(i))) return false;
    }
    // A row of one empty field isn't a row without fields.
    return count != 1 || line_.length() > 0;
  }
  Str finish(Str const& terminator) {
    line_.append(terminator);
    return line_.finish();
  }

 private:
  bool add_field(Object const& field) {
    if (field.is_small_int()) return add_number(field.small());
    Type const* const type = field.heap()->type;
    if (type == &str_type) return add_text(static_cast<Str const&>(field));
    if (type == &float_type) return add_text(Str::from_utf8(repr_double(float_value(field))));
    if (type == &bool_type) return add_text(field.is(True) ? "True"_s : "False"_s);
    return field.is(None);
  }
  bool add_number(std::int64_t value) {
    char buffer[24];
    char const* const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return add_text(Str::from_utf8({buffer, static_cast<std::size_t>(end - buffer)}));
  }
  bool add_text(Str const& text) {
    if (!has_special(text)) {
      line_.append(text);
      return true;
    }
    line_.append(quote_);
    char32_t const quote = character(quote_);
    detail::visit_units(text, [&](auto units) {
      for (auto const unit : units) {
        if (unit == quote) line_.append(quote);
        line_.append(static_cast<char32_t>(unit));
      }
    });
    line_.append(quote_);
    return true;
  }
  bool has_special(Str const& text) const {
    return detail::visit_units(special_, [&](auto special) {
      return detail::visit_units(text, [&](auto units) {
        for (auto const unit : units)
          for (auto const each : special)
            if (unit == each) return true;
        return false;
      });
    });
  }

  Str const& delimiter_;
  Str const& quote_;
  Str const& special_;
  StrBuilder line_{64};
};

}  // namespace

Result<Object> split(Str const& line, Str const& delimiter, Object const& quote, Int const& limit) {
  Str const text = detail::exact_str(line);
  return detail::visit_units(text, [&](auto units) -> Result<Object> {
    Splitter splitter(text, units, delimiter, quote);
    return Int(splitter.length()) < limit ? splitter.fields() : None;
  });
}

Result<Object> join(Object const& row, Str const& delimiter, Str const& quote, Str const& terminator,
                    Str const& special) {
  Joiner joiner(delimiter, quote, special);
  Type const* const type = row.is_heap() ? row.heap()->type : nullptr;
  bool done = false;
  if (type == &list_type) {
    ListObject const* const list = row.as<ListObject>();
    done = joiner.add(list->size(), [list](std::size_t i) { return list->at(i); });
  } else if (type == &tuple_type) {
    TupleObject const* const tuple = row.as<TupleObject>();
    done = joiner.add(tuple->size, [tuple](std::size_t i) { return tuple->items()[i]; });
  }
  return done ? Object(joiner.finish(terminator)) : None;
}

}  // namespace aiocc::_csv_rows
