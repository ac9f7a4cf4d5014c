// Warnings on their way to the module `warnings`; in programs without it, CPython's default filters and format.
#include "aiocc/core/warn.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_set>

#include "../objects/exceptions.hpp"
#include "../objects/finalization.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traceback.hpp"
#include "warning_filters.hpp"

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
  return span ? std::string(span->code->file) + ":" + std::to_string(span->line) : "<sys>:0";
}

// Each warning once for each place, module, or at all, as the action says.
bool is_new(Span const* span, Type& category, std::string_view message, detail::WarningAction action) {
  static auto* const seen = new std::unordered_set<std::string>;
  std::string key = std::string(category.name) + ": " + std::string(message);
  if (action == detail::WarningAction::Default) key = place_of(span) + ": " + key;
  if (action == detail::WarningAction::Module) key = std::string(span ? span->code->file : "sys") + ": " + key;
  return seen->insert(std::move(key)).second;
}

Raised raise_warning(Type& category, std::string_view message) {
  Result<Object> made = call(box(category), Str::from_utf8(message));
  if (!made) return raised;
  return raise(made.value());
}

// Whether the warning says how to learn where its object was made. At the program's end CPython has no module left that would.
bool tells_origin(Object const& source) noexcept { return source.bound() && !detail::is_finalizing(); }

Result<void> issue(Span const* span, Type& category, std::string_view message, Object const& source) {
  std::string_view const file = span ? span->code->file : "<sys>";
  std::string_view const module = !span ? "sys" : span->code->module ? span->code->module : "__main__";
  Int const line(std::int64_t{span ? span->line : 0});
  PASS(call(Object(route()), box(category), Str::from_utf8(message), Str::from_utf8(file), line, Str::from_utf8(module),
            tells_origin(source) ? source : Object(None)));
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
  detail::WarningAction const action = detail::warning_action(span, category, message);
  if (action == detail::WarningAction::Ignore) return {};
  if (action == detail::WarningAction::Error) return raise_warning(category, message);
  if (action != detail::WarningAction::Always && !is_new(span, category, message, action)) return {};
  print_warning(span, category, message);
  if (tells_origin(source))
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

std::vector<std::string> const& warning_options() {
  static auto const* const options = [] {
    auto* const made = new std::vector<std::string>;
    char const* const text = std::getenv("PYTHONWARNINGS");
    for (std::string_view rest(text ? text : ""); !rest.empty();) {
      std::string_view const option = rest.substr(0, rest.find(','));
      if (!option.empty()) made->emplace_back(option);
      rest.remove_prefix(std::min(option.size() + 1, rest.size()));
    }
    return made;
  }();
  return *options;
}

void route_warnings(Object const& function) { route() = function; }

}  // namespace detail

}  // namespace aiocc
