// One callable out of several lambdas, for visiting variants.
#pragma once

namespace aiocc {

template <class... Callables>
struct Overloaded : Callables... {
  using Callables::operator()...;
};
template <class... Callables>
Overloaded(Callables...) -> Overloaded<Callables...>;

}  // namespace aiocc
