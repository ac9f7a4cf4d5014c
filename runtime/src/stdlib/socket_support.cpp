// Arguments of sockets' methods, and waiting for descriptors.
#include "socket_support.hpp"

#include <cmath>
#include <limits>

#include "../objects/convert_arguments.hpp"
#include "../objects/memoryview.hpp"
#include "aiocc/objects/bytearray.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/memoryview.hpp"
#include "aiocc/objects/operators.hpp"
#include "posix_paths.hpp"

namespace aiocc::_socket {

Result<int> int_argument(Object const& value) {
  Int const number = PASS(operators::index(value));
  if (!number.is_small_int()) return raise_error(overflow_error_type, "Python int too large to convert to C long");
  if (number.small() > std::numeric_limits<int>::max())
    return raise_error(overflow_error_type, "signed integer is greater than maximum");
  if (number.small() < std::numeric_limits<int>::min())
    return raise_error(overflow_error_type, "signed integer is less than minimum");
  return static_cast<int>(number.small());
}

Result<double> timeout_argument(Object const& value) {
  if (value.is(None)) return -1.0;
  double seconds = 0;
  if (is_instance(value, float_type)) {
    seconds = PASS(operators::to_float(value));
    if (std::isnan(seconds)) return raise_error(value_error_type, "Invalid value NaN (not a number)");
  } else {
    Int const whole = PASS(operators::index(value));
    seconds = PASS(operators::to_float(whole));
  }
  if (seconds < 0) return raise_error(value_error_type, "Timeout value out of range");
  if (seconds > 9e9) return raise_error(overflow_error_type, "timestamp too large to convert to C PyTime_t");
  return seconds;
}

Result<std::string> host_argument(Object const& value, char const* function) {
  if (is_instance(value, str_type)) return posix::path_bytes(value);
  if (is_any_bytes(value) || is_instance(value, bytearray_type))
    return std::string(PASS(aiocc::detail::bytes_like(value)).view());
  return raise_error(type_error_type, std::string(function) + "str, bytes or bytearray expected, not " +
                                          aiocc::detail::type_name(value));
}

Result<std::span<char>> writable_bytes(Object const& buffer, char const* function) {
  if (buffer.is_heap() && type_of(buffer)->slots.item_format) {
    std::string& data = buffer.as<ResizableBytes>()->data;
    return std::span<char>(data);
  }
  if (MemoryView::accepts(buffer)) {
    MemoryViewObject const* const view = buffer.as<MemoryViewObject>();
    PASS(aiocc::detail::check_usable(view));
    if (!view->readonly && aiocc::detail::is_c_contiguous(view))
      return std::span<char>(view->data() + view->offset,
                             static_cast<std::size_t>(aiocc::detail::item_count(view) * view->item_size));
  }
  return raise_error(type_error_type, std::string(function) +
                                          "() argument 1 must be read-write bytes-like object, not " +
                                          aiocc::detail::type_name(buffer));
}

Result<bool> wait_until_ready(int descriptor, short events, double deadline) {
  while (true) {
    double const left = deadline < 0 ? -1 : std::max(0.0, deadline - monotonic_time());
    pollfd watched{descriptor, events, 0};
    int const count = [&] {
      Unlocked scope;
      return ::poll(&watched, 1, left < 0 ? -1 : static_cast<int>(std::min(std::ceil(left * 1e3), 2e9)));
    }();
    if (count > 0) return true;
    if (count == 0) return false;
    if (errno != EINTR) return raise_os_error(errno);
    PASS(safe_point());
  }
}

}  // namespace aiocc::_socket
