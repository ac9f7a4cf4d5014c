// Everything that emitted code needs.
#pragma once

#include "aiocc/asyncio/runners.hpp"
#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/generator.hpp"
#include "aiocc/main.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/format.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traceback.hpp"
#include "aiocc/objects/type.hpp"

// Generated; absent while the generator itself reads this header.
#if __has_include("aiocc/natives.hpp")
#include "aiocc/natives.hpp"
#endif
