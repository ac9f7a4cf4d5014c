// What $PYTHONWARNINGS says: "action:message:category:module:line", several with commas between them; the last one counts first.
#include "warning_filters.hpp"

#include <strings.h>

#include <array>
#include <charconv>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "../objects/exceptions.hpp"
#include "aiocc/core/warn.hpp"

namespace aiocc::detail {

namespace {

struct Filter {
  WarningAction action = WarningAction::Default;
  /// Beginnings of messages, in any case.
  std::string message;
  Type const* category = &warning_type;
  /// Empty: of any.
  std::string module;
  int line = 0;
};

constexpr std::pair<std::string_view, WarningAction> actions[] = {
    {"all", WarningAction::Always},      {"always", WarningAction::Always}, {"ignore", WarningAction::Ignore},
    {"module", WarningAction::Module},   {"once", WarningAction::Once},     {"error", WarningAction::Error},
    {"default", WarningAction::Default},
};

std::string_view trimmed(std::string_view text) noexcept {
  std::size_t const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

std::optional<WarningAction> action_named(std::string_view name) noexcept {
  if (name.empty()) return WarningAction::Default;
  for (auto const& [whole, action] : actions)
    if (whole.starts_with(name)) return action;
  return std::nullopt;
}

Type const* category_named(std::string_view name) noexcept {
  if (name.empty()) return &warning_type;
  for (Type const* type : built_in_exceptions())
    if (name == type->name && is_subtype(type, &warning_type)) return type;
  return nullptr;
}

// What isn't valid counts for nothing; the module `warnings` tells of it.
std::optional<Filter> parse(std::string_view option) {
  std::array<std::string_view, 5> fields{};
  std::size_t count = 0;
  for (auto const part : std::views::split(option, ':')) {
    if (count == fields.size()) return std::nullopt;
    fields[count++] = trimmed(std::string_view(part.begin(), part.end()));
  }
  auto const action = action_named(fields[0]);
  Type const* const category = category_named(fields[2]);
  if (!action || !category) return std::nullopt;
  int line = 0;
  auto const [end, error] = std::from_chars(fields[4].data(), fields[4].data() + fields[4].size(), line);
  if (!fields[4].empty() && (error != std::errc() || end != fields[4].data() + fields[4].size() || line < 0))
    return std::nullopt;
  return Filter{*action, std::string(fields[1]), category, std::string(fields[3]), line};
}

std::vector<Filter> const& asked_for() {
  static auto const* const filters = [] {
    auto* const made = new std::vector<Filter>;
    for (std::string const& option : std::views::reverse(warning_options()))
      if (auto filter = parse(option)) made->push_back(std::move(*filter));
    return made;
  }();
  return *filters;
}

bool matches(Filter const& filter, std::string_view module, int line, Type const& category, std::string_view message) {
  return is_subtype(&category, filter.category) && message.size() >= filter.message.size() &&
         strncasecmp(message.data(), filter.message.data(), filter.message.size()) == 0 &&
         (filter.module.empty() || filter.module == module) && (filter.line == 0 || filter.line == line);
}

}  // namespace

WarningAction warning_action(Span const* span, Type const& category, std::string_view message) {
  std::string_view const module = !span ? "sys" : span->code->module ? span->code->module : "__main__";
  int const line = span ? static_cast<int>(span->line) : 1;
  for (Filter const& filter : asked_for())
    if (matches(filter, module, line, category, message)) return filter.action;
  if (is_subtype(&category, &deprecation_warning_type))
    return module == "__main__" ? WarningAction::Default : WarningAction::Ignore;
  bool const is_ignored = is_subtype(&category, &pending_deprecation_warning_type) ||
                          is_subtype(&category, &import_warning_type) || is_subtype(&category, &resource_warning_type);
  return is_ignored ? WarningAction::Ignore : WarningAction::Default;
}

}  // namespace aiocc::detail
