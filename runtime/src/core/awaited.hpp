// The coroutine objects that `cr_await` makes.
#pragma once

#include "aiocc/core/coroutine_object.hpp"

namespace aiocc::detail {

/// `object`, which has a watcher, dies: the frame that it stands for, if it's still there, returns to the awaiting one by itself.
void end_watch(CoroutineObject* object) noexcept;

}  // namespace aiocc::detail
