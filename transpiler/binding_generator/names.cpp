// Rules about names.
#include "binding_generator/names.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace aiocc::bindgen {

std::string snake_case(std::string_view name) {
  auto is_upper = [&](std::size_t i) { return i < name.size() && std::isupper(static_cast<unsigned char>(name[i])); };
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool const begins_word =
        is_upper(i) && i > 0 && name[i - 1] != '_' && (!is_upper(i - 1) || (i + 1 < name.size() && !is_upper(i + 1)));
    if (begins_word) result += '_';
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
  }
  return result;
}

std::string_view c_module(std::string_view module) {
  using Row = std::pair<std::string_view, std::string_view>;
  constexpr Row rows[] = {
      {"_socket", "_socket"},
      {"array", "array"},
      {"binascii", "binascii"},
      {"bisect", "_bisect"},
      {"builtins", "builtins"},
      {"collections", "collections"},
      {"contextvars", "_contextvars"},
      {"functools", "_functools"},
      {"heapq", "_heapq"},
      {"itertools", "itertools"},
      {"math", "math"},
      {"operator", "_operator"},
      {"select", "select"},
      {"socket", "_socket"},
      {"struct", "_struct"},
      {"sys", "sys"},
      {"time", "time"},
      {"unicodedata", "unicodedata"},
  };
  auto const found =
      std::find_if(std::begin(rows), std::end(rows), [&](Row const& row) { return row.first == module; });
  return found == std::end(rows) ? std::string_view() : found->second;
}

bool is_special_type(std::string_view name) {
  constexpr std::string_view names[] = {
      "*",
      "...",
      "Any",
      "AsyncGenerator",
      "AsyncIterable",
      "AsyncIterator",
      "Awaitable",
      "Callable",
      "Collection",
      "Container",
      "Coroutine",
      "Generator",
      "Hashable",
      "Iterable",
      "Iterator",
      "Literal",
      "Mapping",
      "MutableMapping",
      "MutableSequence",
      "Never",
      "NoReturn",
      "None",
      "Self",
      "Sequence",
      "Sized",
      "[]",
      "object",
      "type",
      "|",
  };
  return std::binary_search(std::begin(names), std::end(names), name);
}

}  // namespace aiocc::bindgen
