// What the core's operations cost, in nanoseconds each. Run by hand: `core_benchmark [name...]`.
#include <chrono>
#include <cstdio>
#include <cstring>

#include "aiocc/aiocc.hpp"

using namespace aiocc;

namespace {

extern Span const spans[];
#define AT(n) (&spans[n])

Result<Int> fib(Int n) {
  if (n < 2) return n;
  Int a = TRY(fib(n - 1), AT(0));
  Int b = TRY(fib(n - 2), AT(0));
  return a + b;
}

Coroutine<Int> await_fib(Int n) {
  if (n < 2) co_return n;
  Int a = co_await await_fib(n - 1).at(AT(0));
  Int b = co_await await_fib(n - 2).at(AT(0));
  co_return a + b;
}

Coroutine<void> spinner(Int rounds) {
  for (Int i = 0; i < rounds; i = i + 1) co_await asyncio::sleep(0).at(AT(0));
  co_return {};
}

Coroutine<void> switches(Int tasks, Int rounds) {
  List<asyncio::Task<void>> all = List<asyncio::Task<void>>::of();
  for (Int i = 0; i < tasks; i = i + 1) {
    asyncio::Task<void> task = CO_TRY(asyncio::create_task(spinner(rounds)), AT(0));
    all.append(task);
  }
  for (std::int64_t i = 0; i < all.size(); ++i) {
    asyncio::Task<void> task = all.at(static_cast<std::size_t>(i));
    co_await task.at(AT(0));
  }
  co_return {};
}

Coroutine<Int> job(Int n) { co_return n; }

Coroutine<void> spawn(Int batches) {
  for (Int batch = 0; batch < batches; batch = batch + 1) {
    List<asyncio::Task<Int>> tasks = List<asyncio::Task<Int>>::of();
    for (Int i = 0; i < 1000; i = i + 1) {
      asyncio::Task<Int> task = CO_TRY(asyncio::create_task(job(i)), AT(0));
      tasks.append(task);
    }
    List<Int> results = co_await asyncio::gather(tasks).at(AT(0));
  }
  co_return {};
}

AsyncGenerator<Int> count(Int n) {
  for (Int i = 0; i < n; i = i + 1) co_yield at(i, AT(0));
  co_return {};
}

Coroutine<void> iterate(Int n) {
  AsyncGenerator<Int> it = count(n);
  while (true) {
    bool more = co_await it.next().at(AT(0));
    if (!more) break;
    Int item = it.item();
  }
  co_return {};
}

Generator<Int> count_sync(Int n) {
  for (Int i = 0; i < n; i = i + 1) co_yield at(i, AT(0));
  co_return {};
}

Result<void> iterate_sync(Int n) {
  Generator<Int> it = count_sync(n);
  Int item;
  while (true) {
    bool more = TRY(it.next(item), AT(0));
    if (!more) break;
  }
  return {};
}

Coroutine<Int> descend(Int depth) {
  if (depth == 0) {
    raise_error(value_error_type, "too deep");
    co_return aiocc::detail::raised_at(AT(0));
  }
  Int t = co_await descend(depth - 1).at(AT(0));
  co_return t + 1;
}

Coroutine<void> raises(Int n) {
  for (Int i = 0; i < n; i = i + 1) {
    {
      Result<Int> r = co_await descend(8).caught(AT(0));
      Int v = TRY_TO(except_1, std::move(r), AT(0));
      (void)v;
    }
    goto end_1;
  except_1: { Handling handling_1; }
  end_1:;
  }
  co_return {};
}

Coroutine<void> stuck() {
  {
    Result<void> r = co_await asyncio::sleep(3600).caught(AT(0));
    TRY_TO(except_1, std::move(r), AT(0));
  }
  goto end_1;
except_1: {
  Handling handling_1;
  co_return handling_1.reraise();
}
end_1:
  co_return {};
}

Coroutine<void> cancels(Int batches) {
  for (Int batch = 0; batch < batches; batch = batch + 1) {
    List<asyncio::Task<void>> tasks = List<asyncio::Task<void>>::of();
    for (Int i = 0; i < 500; i = i + 1) {
      asyncio::Task<void> task = CO_TRY(asyncio::create_task(stuck()), AT(0));
      tasks.append(task);
    }
    co_await asyncio::sleep(0).at(AT(0));
    for (std::size_t i = 0; i < 500; ++i) tasks.at(i).cancel();
    for (std::size_t i = 0; i < 500; ++i) {
      asyncio::Task<void> task = tasks.at(i);
      {
        Result<void> r = co_await task.caught(AT(0));
        TRY_TO(except_1, std::move(r), AT(0));
      }
      goto end_1;
    except_1: { Handling handling_1; }
    end_1:;
    }
  }
  co_return {};
}

Coroutine<void> sleeper() {
  co_await asyncio::sleep(1).at(AT(0));
  co_return {};
}

Coroutine<void> sleepers(Int n) {
  List<asyncio::Task<void>> tasks = List<asyncio::Task<void>>::of();
  for (Int i = 0; i < n; i = i + 1) {
    asyncio::Task<void> task = CO_TRY(asyncio::create_task(sleeper()), AT(0));
    tasks.append(task);
  }
  for (std::int64_t i = 0; i < tasks.size(); ++i) {
    asyncio::Task<void> task = tasks.at(static_cast<std::size_t>(i));
    co_await task.at(AT(0));
  }
  co_return {};
}

Code const code{"core_benchmark.py", "f", "f", 1};
Span const spans[] = {{&code, 1, 1, 0, 1}};

int selected_count;
char** selected;

template <class Run>
void measure(char const* name, double operations, Run run) {
  bool wanted = selected_count == 0;
  for (int i = 0; i < selected_count; ++i) wanted |= std::strcmp(selected[i], name) == 0;
  if (!wanted) return;
  auto const begin = std::chrono::steady_clock::now();
  auto result = run();
  double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (!result) {
    print_exception(take_error());
    return;
  }
  std::printf("%-14s %8.1f ns\n", name, seconds * 1e9 / operations);
}

}  // namespace

int main(int argc, char** argv) {
  selected_count = argc - 1;
  selected = argv + 1;
  measure("call", 1.3e6, [] { return fib(30); });
  measure("await", 2.7e6, [] { return asyncio::run(await_fib(30)); });
  measure("switch_2", 4e6, [] { return asyncio::run(switches(2, 2000000)); });
  measure("switch_100", 4e6, [] { return asyncio::run(switches(100, 40000)); });
  measure("spawn_gather", 2e6, [] { return asyncio::run(spawn(2000)); });
  measure("async_gen", 4e6, [] { return asyncio::run(iterate(4000000)); });
  measure("generator", 4e6, [] { return iterate_sync(4000000); });
  measure("raise_nine", 4e5, [] { return asyncio::run(raises(400000)); });
  measure("cancel", 5e5, [] { return asyncio::run(cancels(1000)); });
  measure("sleepers", 1e6, [] { return asyncio::run(sleepers(1000000)); });
}
