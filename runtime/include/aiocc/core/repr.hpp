// Helpers for the reprs of asyncio's objects.
#pragma once

#include <string>

#include "aiocc/objects/str.hpp"

namespace aiocc {

/// "<coroutine object main at 0x7f...>", with the name of self's type.
Str repr_at(Object const& self, char const* name);
/// `hex(id(object))` as reprs have it.
std::string address_text(Object const& object);
/// As `reprlib.repr`: long texts and containers are shortened.
std::string short_repr(Object const& object);

}  // namespace aiocc
