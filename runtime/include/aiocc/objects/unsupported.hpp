// What aiocc can't do and only finds out at run time: the run ends with a report that nothing can catch.
#pragma once

#include <string_view>

namespace aiocc {

/// Flushes stdout, says on stderr that `what` isn't supported, and ends the process with exit code 70.
[[noreturn, gnu::cold]] void unsupported(std::string_view what) noexcept;

}  // namespace aiocc
