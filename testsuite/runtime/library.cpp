// What the runtime refers to of the library in Python, which its unit tests do without.
#include "aiocc/objects/module.hpp"

namespace library::io {
extern aiocc::CompiledModule const module_;
aiocc::CompiledModule const module_ = {"io", nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
}  // namespace library::io

namespace library::_sitebuiltins {
extern aiocc::CompiledModule const module_;
aiocc::CompiledModule const module_ = {"_sitebuiltins", nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
}  // namespace library::_sitebuiltins
