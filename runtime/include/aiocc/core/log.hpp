// What asyncio tells through `logging`.
#pragma once

#include <string_view>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::detail {

/// `logging.getLogger`, which `logging` gives when the program imports it. Without it, warnings and errors go to stderr, as `logging`
/// writes them where nobody has configured it.
void set_get_logger(Object const& get_logger);

/// `logging.getLogger("asyncio")`; None where the program doesn't import `logging`.
Result<Object> program_logger();

/// One call of `logging.getLogger("asyncio").debug(format, *args)`. Nothing is raised.
void log_debug(std::string_view format, Object const& argument) noexcept;
/// `text` is what `format` and the arguments make.
void log_warning(std::string_view format, Object const& first, Object const& second, std::string_view text) noexcept;
/// `exception` unbound: none. KeyboardInterrupt and SystemExit of a handler stay in flight, other errors are dropped.
void log_error(std::string_view text, Object const& exception) noexcept;

}  // namespace aiocc::detail
