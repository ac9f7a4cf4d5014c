// Collects what the compiler has to say about a program.
#pragma once

#include <fmt/format.h>

#include <deque>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "support/source.hpp"

namespace aiocc {

// A second place, or advice where the span has no file.
struct Note {
  Span span;
  std::string message;
};

// Replacing the span's text by `replacement` would settle the diagnostic.
struct FixIt {
  Span span;
  std::string replacement;
};

struct Diagnostic {
  Code code;
  Severity severity;
  // No file for what isn't about a place in one.
  Span span;
  std::string message;
  std::vector<Note> notes;
  std::vector<FixIt> fix_its;

  Diagnostic& note(Span where, std::string text) {
    notes.push_back({where, std::move(text)});
    return *this;
  }
  Diagnostic& note(std::string text) { return note({}, std::move(text)); }
  Diagnostic& fix_it(Span where, std::string replacement) {
    fix_its.push_back({where, std::move(replacement)});
    return *this;
  }
};

// The diagnostics of one compilation, in the order in which they were reported. References to them stay valid.
class Diagnostics {
 public:
  // report<Code::UnknownName>(span, name): `args` fill the catalogue's format, which is checked at compile time.
  template <Code code, class... Args>
  Diagnostic& report(Span span, Args const&... args) {
    constexpr CatalogueEntry const& entry = catalogue_entry(code);
    constexpr fmt::format_string<Args const&...> format(entry.format);
    return add(code, span, fmt::format(format, args...));
  }

  // These become warnings from here on, as --defer-unsupported asks.
  void make_warnings(std::initializer_list<Code> codes) { warnings_.insert(codes); }

  bool has_errors() const { return error_count_ != 0; }
  std::size_t error_count() const { return error_count_; }
  std::size_t size() const { return diagnostics_.size(); }
  bool empty() const { return diagnostics_.empty(); }
  auto begin() const { return diagnostics_.begin(); }
  auto end() const { return diagnostics_.end(); }

 private:
  Diagnostic& add(Code code, Span span, std::string message);

  std::deque<Diagnostic> diagnostics_;
  std::set<Code> warnings_;
  std::size_t error_count_ = 0;
};

}  // namespace aiocc
