// Compiled from retry.py by aiocc.
//
// Calls to an unreliable service, with retries, growing pauses and a time limit.
//
// Shows decorators around async functions, closures, exceptions with causes, wait_for and an async context manager.
#include <aiocc/aiocc.hpp>

using namespace aiocc;

AIOCC_LIBRARY_MODULE(library::asyncio_);

namespace python::retry {
namespace {

extern Span const spans[];
extern FunctionInfo const functions[];
extern GlobalName const global_names[];

struct Unavailable;
struct GaveUp;
struct Service;
struct Unavailable : Exception {
  inline static Type* class_object = nullptr;
};
extern ClassSpec const Unavailable_class;

struct GaveUp : Exception {
  inline static Type* class_object = nullptr;
  Object attempts;

  static Result<void> __init__(Ref<GaveUp> self, Object what, Object attempts);
};
extern ClassSpec const GaveUp_class;

/// Fails the first `failures` times, and takes `delay` seconds for each answer.
struct Service : Instance {
  inline static Type* class_object = nullptr;
  Object name;
  Object failures;
  Object delay;

  static void __init__(Ref<Service> self, Object name, Object failures, Object delay);
  static Result<Ref<Service>> __aenter__(Ref<Service> self);
  static Result<bool> __aexit__(Ref<Service> self, Object kind, Object error, Object traceback_);
  static Coroutine<Object> ask(Ref<Service> self, Object question);
  static void __init___v2(Ref<Service> self, Str name, Int failures, double delay);
};
extern ClassSpec const Service_class;

AIOCC_GLOBAL Object asyncio_{};
AIOCC_GLOBAL Object Unavailable_{};
AIOCC_GLOBAL Object GaveUp_{};
AIOCC_GLOBAL Object retrying_{};
AIOCC_GLOBAL Object Service_{};
AIOCC_GLOBAL Object fetch_{};
AIOCC_GLOBAL Object visit_{};
AIOCC_GLOBAL Object main_{};

Result<void> Unavailable_body(Object const& namespace_);
Result<void> GaveUp_body(Object const& namespace_);
Object retrying(Int attempts_argument, Object pause_argument);
Object retrying_decorate(Cell<Object> pause, Cell<Int> attempts, Object function_argument);
Coroutine<Object> retrying_decorate_wrapper(Cell<Object> pause, Cell<Int> attempts, Cell<Object> function,
                                            TupleOf<Object> args_, Dict<Str, Object> kwargs);
Result<void> Service_body(Object const& namespace_);
Coroutine<Object> fetch(Object service, Object question);
Coroutine<void> visit(Str name, Int failures, double delay);
Coroutine<void> main();
Result<void> module_body();

Result<void> Unavailable_body(Object const& /*namespace_*/) { return {}; }

Result<void> GaveUp_body(Object const& namespace_) {
  Cell<Object> __class__ = make_cell<Object>();
  define_class_name(namespace_, "__init__"_s, make_function<GaveUp::__init__>(FUNCTION(3)));
  TRY(set_class_cell(namespace_, __class__), AT(0));
  return {};
}

Result<void> GaveUp::__init__(Ref<GaveUp> self, Object what, Object attempts) {
  if (too_deep()) return raised;
  CountedCall counted_1;
  Str t1 = TRY(format_value(what), AT(1));
  Str t2 = TRY(format_value(attempts), AT(2));
  TRY(init_base(exception_type, self, pack(join_str(t1, " failed "_s, t2, " times"_s))), AT(3));
  self->attempts = attempts;
  return {};
}

Object retrying(Int attempts_argument, Object pause_argument) {
  Cell<Int> attempts = make_cell<Int>(std::move(attempts_argument));
  Cell<Object> pause = make_cell<Object>(std::move(pause_argument));
  Object decorate{};
  decorate = make_function<retrying_decorate>(FUNCTION(5), Object(), Object(), {pause, attempts});
  return decorate;
}

Object retrying_decorate(Cell<Object> pause, Cell<Int> attempts, Object function_argument) {
  Cell<Object> function = make_cell<Object>(std::move(function_argument));
  Object wrapper{};
  wrapper = make_function<retrying_decorate_wrapper>(FUNCTION(6), Object(), Object(), {pause, attempts, function});
  return wrapper;
}

Coroutine<Object> retrying_decorate_wrapper(Cell<Object> pause, Cell<Int> attempts, Cell<Object> function,
                                            TupleOf<Object> args_, Dict<Str, Object> kwargs) {
  Ref<Unavailable> error{};
  double delay = from_object<double>(pause->value);
  {
    auto iteration_1 = cursor(counting(1, attempts->value + 1));
    while (true) {
      Int item_2{};
      if (!iteration_1.next(item_2)) break;
      Int attempt = std::move(item_2);
      {
        Object t1 = function->value;
        Dict<Object, Object> t2 = Dict<Object, Object>::of();
        TRY_TO(except_3, add_keywords(t2, kwargs, t1), AT(4));
        Object t3 = TRY_TO(except_3, call_unpacked(t1, args_, t2), AT(4));
        Result<Object> result_4 = co_await await_object(t3).caught(AT(5));
        Object t4 = TRY_TO(except_3, std::move(result_4), AT(5));
        co_return t4;
      }
      goto end_3;
    except_3: {
      Handling handling_3;
      bool matches_5 = CO_TRY(handling_3.matches(Unavailable_), AT(6));
      if (matches_5) {
        error = word_cast<Ref<Unavailable>>(handling_3.exception());
        Exit exit_6 = Exit::Raise;
        {
          Str t5 = TRY_TO(finally_6, format_value(attempt), AT(7));
          Str t6 = TRY_TO(finally_6, format_value(error), AT(8));
          TRY_TO(finally_6, builtins::print(join_str("  attempt "_s, t5, ": "_s, t6)), AT(9));
          if (attempt == attempts->value) {
            Object t7 = TRY_TO(finally_6, operators::get_attr(function->value, "__name__"_s), AT(10));
            Ref<GaveUp> t8 = TRY_TO(
                finally_6, construct<GaveUp>(exception_type, GaveUp::class_object, pack(t7, Object(attempts->value))),
                AT(11));
            TRY_TO(finally_6, GaveUp::__init__(t8, t7, attempts->value), AT(11));
            RAISE_TO(finally_6, raise_from(t8, error), AT(12));
          }
          Result<void> result_8 = co_await asyncio::sleep(delay).caught(AT(13));
          TRY_TO(finally_6, std::move(result_8), AT(13));
          delay = delay * 2.0;
          exit_6 = Exit::Normal;
        }
      finally_6: {
        Handling handling_6;
        error.reset();
        if (exit_6 == Exit::Raise) {
          handling_6.reraise();
          co_return raised;
        }
      }
      } else {
        handling_3.reraise();
        co_return raised;
      }
    }
    end_3:;
    }
  }
  co_return None;
}

Result<void> Service_body(Object const& namespace_) {
  define_class_name(namespace_, "__init__"_s, make_function<Service::__init__>(FUNCTION(8), make_tuple(box(0.0))));
  define_class_name(namespace_, "__aenter__"_s, make_async_function<Service::__aenter__>(FUNCTION(9)));
  define_class_name(namespace_, "__aexit__"_s, make_async_function<Service::__aexit__>(FUNCTION(10)));
  define_class_name(namespace_, "ask"_s, make_function<Service::ask>(FUNCTION(11)));
  return {};
}

void Service::__init__(Ref<Service> self, Object name, Object failures, Object delay) {
  self->name = name;
  self->failures = failures;
  self->delay = delay;
  return;
}

Result<Ref<Service>> Service::__aenter__(Ref<Service> self) {
  if (too_deep()) return raised;
  CountedCall counted_1;
  Str t1 = TRY(format_value(self->name), AT(14));
  TRY(builtins::print(join_str(t1, ": connected"_s)), AT(15));
  return self;
}

Result<bool> Service::__aexit__(Ref<Service> self, Object kind, Object /*error*/, Object /*traceback_*/) {
  if (too_deep()) return raised;
  CountedCall counted_1;
  {
    Str t1 = TRY(format_value(self->name), AT(16));
    bool t2 = TRY(operators::truth(kind), AT(17));
    Str t5{};
    if (t2) {
      Object t3 = TRY(operators::get_attr(kind, "__name__"_s), AT(18));
      Str t4 = TRY(format_value(t3), AT(19));
      t5 = join_str(" after "_s, t4);
    } else {
      t5 = ""_s;
    }
    TRY(builtins::print(join_str(t1, ": closed"_s) + t5), AT(20));
  }
  return false;
}

Coroutine<Object> Service::ask(Ref<Service> self, Object question) {
  co_await asyncio::sleep(self->delay, None).at(AT(21));
  if (CO_TRY(operators::test_greater(self->failures, Int(0)), AT(22))) {
    {
      Object t1 = CO_TRY(operators::inplace_subtract(self->failures, Int(1)), AT(23));
      self->failures = t1;
    }
    Str t2 = CO_TRY(format_value(self->name), AT(24));
    Ref<Unavailable> t3 = CO_TRY(
        construct_initialised<Unavailable>(exception_type, Unavailable::class_object, pack(join_str(t2, " is busy"_s))),
        AT(25));
    CO_RAISE(raise(t3), AT(26));
  }
  Method method_1;
  CO_TRY(method_1.find(question, "upper"_s), AT(27));
  Object t4 = CO_TRY(method_1.call(), AT(28));
  Object t5 = CO_TRY(operators::add(t4, "!"_s), AT(29));
  state.position = AT(28);
  co_return t5;
}

Coroutine<Object> fetch(Object service, Object question) {
  Method method_1;
  CO_TRY(method_1.find(service, "ask"_s), AT(30));
  Object t1 = CO_TRY(method_1.call(question), AT(31));
  Object t2 = co_await await_object(t1).at(AT(32));
  co_return t2;
}

Coroutine<void> visit(Str name, Int failures, double delay) {
  Ref<GaveUp> error{};
  Object answer{};
  Ref<Service> service{};
  {
    {
      Ref<Service> t1 = allocate<Service>(Service::class_object);
      Service::__init___v2(t1, name, failures, delay);
      ContextManager context_2;
      Object entered_3 = TRY_TO(except_1, context_2.aenter(t1), AT(33));
      Result<Object> result_4 = co_await await_object(std::move(entered_3)).caught(AT(33));
      entered_3 = TRY_TO(except_1, std::move(result_4), AT(33));
      Exit exit_2 = Exit::Raise;
      {
        service = word_cast<Ref<Service>>(entered_3);
        {
          Object t2 = asyncio_;
          Object t3 = TRY_TO(finally_2, check_global(fetch_, "fetch"), AT(34));
          Object t4 = TRY_TO(finally_2, call(t3, service, "ready"_s), AT(35));
          Method method_5;
          TRY_TO(finally_2, method_5.find(t2, "wait_for"_s), AT(36));
          Object t5 = TRY_TO(finally_2, method_5.call_keywords(keywords<"timeout">(), t4, box(0.2)), AT(37));
          Result<Object> result_6 = co_await await_object(t5).caught(AT(38));
          answer = TRY_TO(finally_2, std::move(result_6), AT(38));
          state.position = AT(37);
        }
        Str t6 = TRY_TO(finally_2, format_value(answer), AT(39));
        TRY_TO(finally_2, builtins::print(join_str(name, ": "_s, t6)), AT(40));
        exit_2 = Exit::Normal;
      }
    finally_2: {
      Handling handling_2;
      Object suppress_7 = TRY_TO(except_1, context_2.aexit(handling_2.exception()), AT(33));
      Result<Object> result_8 = co_await await_object(std::move(suppress_7)).caught(AT(33));
      suppress_7 = TRY_TO(except_1, std::move(result_8), AT(33));
      if (exit_2 == Exit::Raise) {
        bool suppressed_2 = TRY_TO(except_1, operators::truth(suppress_7), AT(33));
        if (!suppressed_2) {
          handling_2.reraise();
          goto except_1;
        }
      }
    }
    }
    goto end_1;
  except_1: {
    Handling handling_1;
    bool matches_9 = CO_TRY(handling_1.matches(GaveUp_), AT(41));
    if (matches_9) {
      error = word_cast<Ref<GaveUp>>(handling_1.exception());
      Exit exit_10 = Exit::Raise;
      {
        Str t7 = TRY_TO(finally_10, format_value(error), AT(42));
        Object t8 = TRY_TO(finally_10, operators::get_attr(error, "__cause__"_s), AT(43));
        Str t9 = TRY_TO(finally_10, format_value(t8, ""_s, 'r'), AT(44));
        TRY_TO(finally_10, builtins::print(join_str(name, ": "_s, t7, "; the cause: "_s, t9)), AT(45));
        exit_10 = Exit::Normal;
      }
    finally_10: {
      Handling handling_10;
      error.reset();
      if (exit_10 == Exit::Raise) {
        handling_10.reraise();
        co_return raised;
      }
    }
    } else {
      bool matches_12 = CO_TRY(handling_1.matches(box(timeout_error_type)), AT(46));
      if (matches_12) {
        CO_TRY(builtins::print(join_str(name, ": took too long"_s)), AT(47));
      } else {
        handling_1.reraise();
        co_return raised;
      }
    }
  }
  end_1:;
  }
  co_return {};
}

Coroutine<void> main() {
  CO_TRY(check_global(visit_, "visit"), AT(48));
  co_await visit("alpha"_s, Int(0), 0.0).at(AT(49));
  CO_TRY(check_global(visit_, "visit"), AT(50));
  co_await visit("beta"_s, Int(2), 0.0).at(AT(51));
  CO_TRY(check_global(visit_, "visit"), AT(52));
  co_await visit("gamma"_s, Int(5), 0.0).at(AT(53));
  CO_TRY(check_global(visit_, "visit"), AT(54));
  co_await visit("delta"_s, Int(0), 1.0).at(AT(55));
  co_return {};
}

void Service::__init___v2(Ref<Service> self, Str name, Int failures, double delay) {
  self->name = name;
  self->failures = failures;
  self->delay = box(delay);
  return;
}

Result<void> module_body() {
  asyncio_ = TRY(imported(library::asyncio_::module_), AT(56));
  {
    ClassStatement class_1(Unavailable_class);
    TRY(class_1.begin(pack(box(exception_type))), AT(57));
    TRY(Unavailable_body(class_1.attributes()), AT(57));
    Object t1 = TRY(class_1.end(), AT(57));
    Unavailable::class_object = t1.as<Type>();
    Unavailable_ = t1;
  }
  {
    ClassStatement class_2(GaveUp_class);
    TRY(class_2.begin(pack(box(exception_type))), AT(58));
    TRY(GaveUp_body(class_2.attributes()), AT(58));
    Object t2 = TRY(class_2.end(), AT(58));
    GaveUp::class_object = t2.as<Type>();
    GaveUp_ = t2;
  }
  retrying_ = make_function<retrying>(FUNCTION(4), make_tuple(box(0.01)));
  {
    ClassStatement class_3(Service_class);
    TRY(class_3.begin(), AT(59));
    TRY(Service_body(class_3.attributes()), AT(59));
    Object t3 = TRY(class_3.end(), AT(59));
    Service::class_object = t3.as<Type>();
    Service_ = t3;
  }
  {
    Object t4 = retrying(Int(3), box(0.01));
    Object t5 = make_function<fetch>(FUNCTION(12));
    fetch_ = retrying_decorate(captured_cell<Object>(t4, 0), captured_cell<Int>(t4, 1), t5);
  }
  visit_ = make_function<visit>(FUNCTION(13), make_tuple(box(0.0)));
  main_ = make_function<main>(FUNCTION(14));
  TRY(asyncio::run(main().described(&FUNCTION(14).definition)), AT(60));
  return {};
}

// clang-format off
const GlobalName global_names[] = {
{"asyncio", &asyncio_},
{"Unavailable", &Unavailable_},
{"GaveUp", &GaveUp_},
{"retrying", &retrying_},
{"Service", &Service_},
{"fetch", &fetch_},
{"visit", &visit_},
{"main", &main_},
{nullptr, nullptr}};
constexpr char const* file_name = "/work/wt/ctime/examples/retry.py";
constexpr char const* module_name = "__main__";
constexpr char const* source_lines[] = {
"\"\"\"Calls to an unreliable service, with retries, growing pauses and a time limit.",
"",
"Shows decorators around async functions, closures, exceptions with causes, wait_for and an async context manager.",
"\"\"\"",
"import asyncio",
"",
"",
"class Unavailable(Exception):",
"    pass",
"",
"",
"class GaveUp(Exception):",
"    def __init__(self, what, attempts):",
"        super().__init__(f\"{what} failed {attempts} times\")",
"        self.attempts = attempts",
"",
"",
"def retrying(attempts, pause=0.01):",
"    def decorate(function):",
"        async def wrapper(*args, **kwargs):",
"            delay = pause",
"            for attempt in range(1, attempts + 1):",
"                try:",
"                    return await function(*args, **kwargs)",
"                except Unavailable as error:",
"                    print(f\"  attempt {attempt}: {error}\")",
"                    if attempt == attempts:",
"                        raise GaveUp(function.__name__, attempts) from error",
"                    await asyncio.sleep(delay)",
"                    delay *= 2",
"",
"        return wrapper",
"",
"    return decorate",
"",
"",
"class Service:",
"    \"\"\"Fails the first `failures` times, and takes `delay` seconds for each answer.\"\"\"",
"",
"    def __init__(self, name, failures, delay=0.0):",
"        self.name = name",
"        self.failures = failures",
"        self.delay = delay",
"",
"    async def __aenter__(self):",
"        print(f\"{self.name}: connected\")",
"        return self",
"",
"    async def __aexit__(self, kind, error, traceback):",
"        print(f\"{self.name}: closed\" + (f\" after {kind.__name__}\" if kind else \"\"))",
"        return False",
"",
"    async def ask(self, question):",
"        await asyncio.sleep(self.delay)",
"        if self.failures > 0:",
"            self.failures -= 1",
"            raise Unavailable(f\"{self.name} is busy\")",
"        return question.upper() + \"!\"",
"",
"",
"@retrying(attempts=3)",
"async def fetch(service, question):",
"    return await service.ask(question)",
"",
"",
"async def visit(name, failures, delay=0.0):",
"    try:",
"        async with Service(name, failures, delay) as service:",
"            answer = await asyncio.wait_for(fetch(service, \"ready\"), timeout=0.2)",
"            print(f\"{name}: {answer}\")",
"    except GaveUp as error:",
"        print(f\"{name}: {error}; the cause: {error.__cause__!r}\")",
"    except TimeoutError:",
"        print(f\"{name}: took too long\")",
"",
"",
"async def main():",
"    await visit(\"alpha\", failures=0)",
"    await visit(\"beta\", failures=2)",
"    await visit(\"gamma\", failures=5)",
"    await visit(\"delta\", failures=0, delay=1.0)",
"",
"",
"asyncio.run(main())",
"",
};
constexpr char const* variables_0[] = {nullptr};
constexpr char const* variables_1[] = {nullptr};
constexpr char const* variables_2[] = {"__class__", nullptr};
constexpr char const* parameters_3[] = {"self", "what", "attempts", };
constexpr char const* variables_3[] = {"self", "what", "attempts", "__class__", nullptr};
constexpr char const* parameters_4[] = {"attempts", "pause", };
constexpr char const* variables_4[] = {"decorate", "attempts", "pause", nullptr};
constexpr char const* parameters_5[] = {"function", };
constexpr char const* variables_5[] = {"wrapper", "function", "pause", "attempts", nullptr};
constexpr char const* parameters_6[] = {"args", "kwargs", };
constexpr char const* variables_6[] = {"args", "kwargs", "delay", "attempt", "error", "pause", "attempts", "function", nullptr};
constexpr char const* variables_7[] = {nullptr};
constexpr char const* parameters_8[] = {"self", "name", "failures", "delay", };
constexpr char const* variables_8[] = {"self", "name", "failures", "delay", nullptr};
constexpr char const* parameters_9[] = {"self", };
constexpr char const* variables_9[] = {"self", nullptr};
constexpr char const* parameters_10[] = {"self", "kind", "error", "traceback", };
constexpr char const* variables_10[] = {"self", "kind", "error", "traceback", nullptr};
constexpr char const* parameters_11[] = {"self", "question", };
constexpr char const* variables_11[] = {"self", "question", nullptr};
constexpr char const* parameters_12[] = {"service", "question", };
constexpr char const* variables_12[] = {"service", "question", nullptr};
constexpr char const* parameters_13[] = {"name", "failures", "delay", };
constexpr char const* variables_13[] = {"name", "failures", "delay", "service", "answer", "error", nullptr};
constexpr char const* variables_14[] = {nullptr};
constexpr char const* parameters_15[] = {"self", "name", "failures", "delay", };
constexpr char const* variables_15[] = {"self", "name", "failures", "delay", nullptr};
const FunctionInfo functions[] = {
{{file_name, "<module>", "<module>", 1, nullptr, module_name, variables_0, global_names, source_lines}, {nullptr, 0, 0, 0, false, false},
{&functions[0].code, 1, 1, 0, 8}},
{{file_name, "Unavailable", "Unavailable", 8, nullptr, module_name, variables_1, global_names, source_lines}, {nullptr, 0, 0, 0, false, false},
{&functions[1].code, 8, 8, 6, 17}},
{{file_name, "GaveUp", "GaveUp", 12, nullptr, module_name, variables_2, global_names, source_lines}, {nullptr, 0, 0, 0, false, false},
{&functions[2].code, 12, 12, 6, 12}, CodeKind::Function, 1, 0},
{{file_name, "__init__", "GaveUp.__init__", 13, nullptr, module_name, variables_3, global_names, source_lines}, {parameters_3, 0, 3, 0, false, false},
{&functions[3].code, 13, 13, 8, 16}},
{{file_name, "retrying", "retrying", 18, nullptr, module_name, variables_4, global_names, source_lines}, {parameters_4, 0, 2, 0, false, false},
{&functions[4].code, 18, 18, 4, 12}, CodeKind::Function, 2, 0},
{{file_name, "decorate", "retrying.<locals>.decorate", 19, nullptr, module_name, variables_5, global_names, source_lines}, {parameters_5, 0, 1, 0, false, false},
{&functions[5].code, 19, 19, 8, 16}, CodeKind::Function, 1, 2},
{{file_name, "wrapper", "retrying.<locals>.decorate.<locals>.wrapper", 20, nullptr, module_name, variables_6, global_names, source_lines}, {parameters_6, 0, 0, 0, true, true},
{&functions[6].code, 20, 20, 18, 25}, CodeKind::Coroutine, 0, 3},
{{file_name, "Service", "Service", 37, nullptr, module_name, variables_7, global_names, source_lines}, {nullptr, 0, 0, 0, false, false},
{&functions[7].code, 37, 37, 6, 13}},
{{file_name, "__init__", "Service.__init__", 40, nullptr, module_name, variables_8, global_names, source_lines}, {parameters_8, 0, 4, 0, false, false},
{&functions[8].code, 40, 40, 8, 16}},
{{file_name, "__aenter__", "Service.__aenter__", 45, nullptr, module_name, variables_9, global_names, source_lines}, {parameters_9, 0, 1, 0, false, false},
{&functions[9].code, 45, 45, 14, 24}, CodeKind::Coroutine},
{{file_name, "__aexit__", "Service.__aexit__", 49, nullptr, module_name, variables_10, global_names, source_lines}, {parameters_10, 0, 4, 0, false, false},
{&functions[10].code, 49, 49, 14, 23}, CodeKind::Coroutine},
{{file_name, "ask", "Service.ask", 53, nullptr, module_name, variables_11, global_names, source_lines}, {parameters_11, 0, 2, 0, false, false},
{&functions[11].code, 53, 53, 14, 17}, CodeKind::Coroutine},
{{file_name, "fetch", "fetch", 61, nullptr, module_name, variables_12, global_names, source_lines}, {parameters_12, 0, 2, 0, false, false},
{&functions[12].code, 62, 62, 10, 15}, CodeKind::Coroutine},
{{file_name, "visit", "visit", 66, nullptr, module_name, variables_13, global_names, source_lines}, {parameters_13, 0, 3, 0, false, false},
{&functions[13].code, 66, 66, 10, 15}, CodeKind::Coroutine},
{{file_name, "main", "main", 77, nullptr, module_name, variables_14, global_names, source_lines}, {nullptr, 0, 0, 0, false, false},
{&functions[14].code, 77, 77, 10, 14}, CodeKind::Coroutine},
{{file_name, "__init__", "Service.__init__", 40, nullptr, module_name, variables_15, global_names, source_lines}, {parameters_15, 0, 4, 0, false, false},
{&functions[15].code, 40, 40, 8, 16}},
};
const Span spans[] = {
{&functions[2].code, 12, 15, 0, 32},
{&functions[3].code, 14, 14, 27, 33},
{&functions[3].code, 14, 14, 41, 51},
{&functions[3].code, 14, 14, 8, 59, false, 14, 24, 14, 59},
{&functions[6].code, 24, 24, 33, 58, false, 24, 41, 24, 58},
{&functions[6].code, 24, 24, 27, 58},
{&functions[6].code, 25, 25, 23, 34},
{&functions[6].code, 26, 26, 38, 47},
{&functions[6].code, 26, 26, 49, 56},
{&functions[6].code, 26, 26, 20, 58, false, 26, 25, 26, 58},
{&functions[6].code, 28, 28, 37, 54},
{&functions[6].code, 28, 28, 30, 65, false, 28, 36, 28, 65},
{&functions[6].code, 28, 28, 24, 76, true},
{&functions[6].code, 29, 29, 20, 46, true},
{&functions[9].code, 46, 46, 16, 27},
{&functions[9].code, 46, 46, 8, 40, false, 46, 13, 46, 40},
{&functions[10].code, 50, 50, 16, 27},
{&functions[10].code, 50, 50, 69, 73},
{&functions[10].code, 50, 50, 50, 63},
{&functions[10].code, 50, 50, 49, 64},
{&functions[10].code, 50, 50, 8, 83, false, 50, 13, 50, 83},
{&functions[11].code, 54, 54, 8, 39, true},
{&functions[11].code, 55, 55, 11, 28},
{&functions[11].code, 56, 56, 12, 30, true},
{&functions[11].code, 57, 57, 32, 43},
{&functions[11].code, 57, 57, 18, 53, false, 57, 29, 57, 53},
{&functions[11].code, 57, 57, 12, 53, true},
{&functions[11].code, 58, 58, 15, 29},
{&functions[11].code, 58, 58, 15, 31, false, 58, 29, 58, 31},
{&functions[11].code, 58, 58, 15, 37, false, 58, 32, 58, 33},
{&functions[12].code, 63, 63, 17, 28},
{&functions[12].code, 63, 63, 17, 38, false, 63, 28, 63, 38},
{&functions[12].code, 63, 63, 11, 38},
{&functions[13].code, 68, 68, 19, 49, false, 68, 26, 68, 49},
{&functions[13].code, 69, 69, 44, 49},
{&functions[13].code, 69, 69, 44, 67, false, 69, 49, 69, 67},
{&functions[13].code, 69, 69, 27, 43},
{&functions[13].code, 69, 69, 27, 81, false, 69, 43, 69, 81},
{&functions[13].code, 69, 69, 21, 81},
{&functions[13].code, 70, 70, 28, 36},
{&functions[13].code, 70, 70, 12, 38, false, 70, 17, 70, 38},
{&functions[13].code, 71, 71, 11, 17},
{&functions[13].code, 72, 72, 24, 31},
{&functions[13].code, 72, 72, 45, 60},
{&functions[13].code, 72, 72, 44, 63},
{&functions[13].code, 72, 72, 8, 65, false, 72, 13, 72, 65},
{&functions[13].code, 73, 73, 11, 23},
{&functions[13].code, 74, 74, 8, 39, false, 74, 13, 74, 39},
{&functions[14].code, 78, 78, 10, 15},
{&functions[14].code, 78, 78, 4, 36, true},
{&functions[14].code, 79, 79, 10, 15},
{&functions[14].code, 79, 79, 4, 35, true},
{&functions[14].code, 80, 80, 10, 15},
{&functions[14].code, 80, 80, 4, 36, true},
{&functions[14].code, 81, 81, 10, 15},
{&functions[14].code, 81, 81, 4, 47, true},
{&functions[0].code, 5, 5, 0, 14, true},
{&functions[0].code, 8, 9, 0, 8, true},
{&functions[0].code, 12, 15, 0, 32, true},
{&functions[0].code, 37, 58, 0, 37, true},
{&functions[0].code, 84, 84, 0, 19, false, 84, 11, 84, 19},
};
// clang-format on
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
const ClassSpec Unavailable_class = {
    "Unavailable", "Unavailable", module_name, nullptr, sizeof(Unavailable), nullptr, 0, 8, false, ""};
Field const GaveUp_fields[] = {
    {"attempts", offsetof(GaveUp, attempts), Storage::Word},
};
ClassSpec const GaveUp_class = {"GaveUp",      "GaveUp", module_name, nullptr, sizeof(GaveUp),
                                GaveUp_fields, 1,        12,          false,   "attempts"};
Field const Service_fields[] = {
    {"name", offsetof(Service, name), Storage::Word},
    {"failures", offsetof(Service, failures), Storage::Word},
    {"delay", offsetof(Service, delay), Storage::Word},
};
ClassSpec const Service_class = {"Service",
                                 "Service",
                                 module_name,
                                 "Fails the first `failures` times, and takes `delay` seconds for each answer.",
                                 sizeof(Service),
                                 Service_fields,
                                 3,
                                 37,
                                 false,
                                 "name failures delay"};

}  // namespace

CompiledModule const module_ = {
    "__main__",
    "/work/wt/ctime/examples/retry.py",
    nullptr,
    "Calls to an unreliable service, with retries, growing pauses and a time limit.\n\nShows decorators around async "
    "functions, closures, exceptions with causes, wait_for and an async context manager.\n",
    global_names,
    nullptr,
    module_body};

}  // namespace python::retry

AIOCC_MAIN(python::retry::module_)
