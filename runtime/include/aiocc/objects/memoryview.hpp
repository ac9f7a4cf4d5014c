// Python's memoryview: items of a fixed format in the bytes of another object.
#pragma once

#include <string>
#include <vector>

#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

struct MemoryViewObject : HeapObject {
  /// Of a bytes or bytearray, or of another view's.
  explicit MemoryViewObject(Object buffer);
  MemoryViewObject(MemoryViewObject const& other);
  ~MemoryViewObject();

  /// A bytes or bytearray; unbound once it's released.
  Object owner;
  /// "B", "@i", ...
  std::string format = "B";
  /// Of the first item, in the owner's bytes.
  std::int64_t offset = 0;
  std::int64_t item_size = 1;
  std::vector<std::int64_t> shape;
  std::vector<std::int64_t> strides;
  bool readonly = true;
  /// Once somebody has asked for it, also when the view has been released since; -1, which no hash is: nobody has.
  std::int64_t hash = -1;

  /// The owner's bytes. They don't move while the view lives.
  char* data() const noexcept;
  /// Lets the owner go; it can be resized again.
  void release() noexcept;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("memoryview") MemoryView : public Object {
 public:
  constexpr MemoryView() noexcept = default;
  static bool accepts(Object const& value) noexcept {
    return value.is_heap() && value.heap()->type == &memoryview_type;
  }
  MemoryViewObject* get() const noexcept { return as<MemoryViewObject>(); }

  // All but `release` and `__exit__` raise ValueError once the view is released.
  AIOCC_PY("def cast(self, format: object, shape: object = ...) -> memoryview", retains)
  Result<MemoryView> cast(Object const& format, Object const& shape) const;
  AIOCC_PY("def hex(self, sep: object = ..., bytes_per_sep: object = 1) -> str")
  Result<Str> hex(Object const& separator, Object const& bytes_per_separator) const;
  AIOCC_PY("def tobytes(self, order: object = 'C') -> bytes")
  Result<Bytes> tobytes(Object const& order) const;
  AIOCC_PY("def tolist(self) -> object")
  Result<Object> tolist() const;
  AIOCC_PY("def toreadonly(self) -> memoryview", retains)
  Result<MemoryView> toreadonly() const;
  AIOCC_PY("def release(self) -> None")
  void release() const noexcept { get()->release(); }
  AIOCC_PY("def __enter__(self) -> memoryview", retains)
  Result<MemoryView> enter() const;
  AIOCC_PY("def __exit__(self, *args: object) -> None")
  void exit(Arguments) const noexcept { get()->release(); }

  AIOCC_PY_PROPERTY("obj: object")
  Result<Object> obj() const;
  AIOCC_PY_PROPERTY("nbytes: int")
  Result<Int> nbytes() const;
  AIOCC_PY_PROPERTY("readonly: bool")
  Result<bool> readonly() const;
  AIOCC_PY_PROPERTY("itemsize: int")
  Result<Int> itemsize() const;
  AIOCC_PY_PROPERTY("format: str")
  Result<Str> format() const;
  AIOCC_PY_PROPERTY("ndim: int")
  Result<Int> ndim() const;
  AIOCC_PY_PROPERTY("shape: object")
  Result<Object> shape() const;
  AIOCC_PY_PROPERTY("strides: object")
  Result<Object> strides() const;
  AIOCC_PY_PROPERTY("suboffsets: object")
  Result<Object> suboffsets() const;
  AIOCC_PY_PROPERTY("c_contiguous: bool")
  Result<bool> c_contiguous() const;
  AIOCC_PY_PROPERTY("f_contiguous: bool")
  Result<bool> f_contiguous() const;
  AIOCC_PY_PROPERTY("contiguous: bool")
  Result<bool> contiguous() const;
};

namespace builtins {
AIOCC_PY("def memoryview(object: object) -> memoryview", retains)
Result<MemoryView> memoryview(Object const& object);
}  // namespace builtins

}  // namespace aiocc
