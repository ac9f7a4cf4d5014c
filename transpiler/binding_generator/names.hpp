// Rules about names.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::bindgen {

// "BlockingIOError" -> "blocking_io_error".
std::string snake_case(std::string_view name);

// Types that signatures may name without a class of ours behind: typing's and collections.abc's.
bool is_special_type(std::string_view name);

}  // namespace aiocc::bindgen
