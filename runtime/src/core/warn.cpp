// Warnings on their way to the module `warnings`; in programs without it, CPython's default filters and format.
#include "aiocc/core/warn.hpp"

#include <string>
#include <unordered_set>

#include "../objects/exceptions.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traceback.hpp"

namespace aiocc {

namespace {

// The function of `warnings` that issues them; unbound while that module hasn't run.
Object& route() noexcept {
  static auto* const function = new Object;
  return *function;
}

// The first source line of the span, without its indentation.
std::string_view unindented_line(Span const& span) noexcept {
  std::string_view const line = span.text_of(span.line);
  std::size_t const first = line.find_first_not_of(" \t\f");
  if (first == std::string_view::npos) return {};
  std::size_t const last = line.find_last_not_of(" \t\f\r");
  return line.substr(first, last + 1 - first);
}

std::string place_of(Span const* span) {
  return span ? std::string(span->code->file) + ":" + std::to_string(span->line) : "sys:1";
}

bool is_of_main_module(Span const* span) noexcept {
  return span && span->code->module && std::string_view(span->code->module) == "__main__";
}

// The filters that CPython has at its start.
bool is_shown(Span const* span, Type& category) noexcept {
  if (&category == &deprecation_warning_type) return is_of_main_module(span);
  return &category != &pending_deprecation_warning_type && &category != &import_warning_type &&
         &category != &resource_warning_type;
}

// The action "default": each text once for each place.
bool is_new(Span const* span, Type& category, std::string_view message) {
  static auto* const seen = new std::unordered_set<std::string>;
  return seen->insert(place_of(span) + ": " + category.name + ": " + std::string(message)).second;
}

Result<void> issue(Span const* span, Type& category, std::string_view message, Object const& source) {
  std::string_view const file = span ? span->code->file : "sys";
  std::string_view const module = !span ? "sys" : span->code->module ? span->code->module : "__main__";
  Int const line(std::int64_t{span ? span->line : 1});
  PASS(call(Object(route()), box(category), Str::from_utf8(message), Str::from_utf8(file), line, Str::from_utf8(module),
            source.bound() ? source : Object(None)));
  return {};
}

}  // namespace

void print_warning(Span const* span, Type& category, std::string_view message) noexcept {
  std::string text = place_of(span) + ": " + category.name + ": " + std::string(message) + "\n";
  if (span)
    if (std::string_view const line = unindented_line(*span); !line.empty()) text += "  " + std::string(line) + "\n";
  detail::write_report(text);
}

Result<void> warn_at(Span const* span, Type& category, std::string_view message, Object const& source) {
  if (route().bound()) return issue(span, category, message, source);
  if (!is_shown(span, category) || !is_new(span, category, message)) return {};
  print_warning(span, category, message);
  if (source.bound())
    detail::write_report(std::string(category.name) + ": Enable tracemalloc to get the object allocation traceback\n");
  return {};
}

Result<void> warn(Type& category, std::string_view message, Object const& source) {
  return warn_at(state.position, category, message, source);
}

void warn_of_loss(Type& category, std::string_view message, Object const& source) noexcept {
  Ref<BaseException> in_flight = take_error();
  if (!warn(category, message, source)) print_unraisable(source);
  if (in_flight.bound()) restore_error(std::move(in_flight));
}

Result<void> warn_of_thrown_value(char const* method) {
  return warn(deprecation_warning_type, std::string("the (type, exc, tb) signature of ") + method +
                                            "() is deprecated, use the single-arg signature instead.");
}

bool survives_warning(HeapObject* lost, Type& category, std::string (*text_of)(Object const& lost)) noexcept {
  lost->flags |= object_finalized;
  lost->references = 1;
  {
    Object const source = Object::share(lost);
    warn_of_loss(category, text_of(source), source);
  }
  return --lost->references != 0;
}

namespace detail {

void route_warnings(Object const& function) { route() = function; }

}  // namespace detail

}  // namespace aiocc
