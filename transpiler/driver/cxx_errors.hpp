// What the C++ compiler says of generated code, in terms of the Python file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aiocc::driver {

struct CxxError {
  // The Python line that the code in question stands for; 0: unknown.
  std::uint32_t line = 0;
  // The compiler's first error message, for the report.
  std::string message;
};

// `output` is what the compiler printed about the file `source`, whose text is `cpp`.
CxxError explain_cxx_error(std::string_view output, std::string_view source, std::string_view cpp);

}  // namespace aiocc::driver
