// Warnings that the runtime itself issues.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aiocc/objects/result.hpp"
#include "aiocc/objects/traceback.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

/// Issues a warning that points to `span`; null: to no place of the program. The filters of the module `warnings` decide what becomes of it
/// once the program runs that module, and may raise it; before that it's printed as CPython does by default, once for each place. `source`
/// is the object whose loss is warned of, unbound without one.
Result<void> warn_at(Span const* span, Type& category, std::string_view message, Object const& source = {});

/// The same, pointing to `state.position`.
Result<void> warn(Type& category, std::string_view message, Object const& source = {});

/// From where nothing can be raised: what the filters raise is printed as an exception that was ignored in `source`.
void warn_of_loss(Type& category, std::string_view message, Object const& source) noexcept;

/// DeprecationWarning: `method` ("throw") was called with more than an exception.
Result<void> warn_of_thrown_value(char const* method);

/// Prints a warning to stderr past all filters.
void print_warning(Span const* span, Type& category, std::string_view message) noexcept;

/// Warns that an object has lost its last reference. Whether it lives on, since what became of the warning keeps it.
bool survives_warning(HeapObject* lost, Type& category, std::string (*text_of)(Object const& lost)) noexcept;

namespace detail {
/// Those of $PYTHONWARNINGS: `sys.warnoptions`.
std::vector<std::string> const& warning_options();
/// From here on `function(category, message, file, line, module, source)` issues the runtime's warnings.
void route_warnings(Object const& function);
}  // namespace detail

}  // namespace aiocc
