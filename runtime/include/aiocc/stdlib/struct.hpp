// The module struct: values as packed bytes.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::struct_ {

extern Type error_type AIOCC_PY_CLASS("error(Exception)", subclassable);
extern Type struct_type AIOCC_PY_CLASS("Struct");

/// Return size in bytes of the struct described by the format string.
AIOCC_PY("def calcsize(format: object, /) -> int")
Result<Int> calcsize(Object const& format);
/// Return a bytes object containing the values packed according to the format string.
AIOCC_PY("def pack(*args: object) -> bytes")
Result<Bytes> pack(Arguments args);
/// Pack the values and write them into the writable buffer, starting at offset.
AIOCC_PY("def pack_into(*args: object) -> None", stores)
Result<void> pack_into(Arguments args);
/// Return a tuple containing values unpacked according to the format string.
AIOCC_PY("def unpack(format: object, buffer: object, /) -> tuple[object, ...]")
Result<TupleOf<Object>> unpack(Object const& format, Object const& buffer);
/// Return a tuple containing values unpacked according to the format string, from offset on.
AIOCC_PY("def unpack_from(format: object, /, buffer: object, offset: object = 0) -> tuple[object, ...]")
Result<TupleOf<Object>> unpack_from(Object const& format, Object const& buffer, Object const& offset);
/// Return an iterator yielding tuples unpacked from the given bytes.
AIOCC_PY("def iter_unpack(format: object, buffer: object, /) -> Iterator[tuple[object, ...]]")
Result<Object> iter_unpack(Object const& format, Object const& buffer);

/// Create a compiled struct object.
AIOCC_PY("def Struct(format: object) -> object")
Result<Object> make_struct(Object const& format);
/// struct format string
AIOCC_PY_PROPERTY("Struct.format: object")
Object format_of_struct(Object const& self);
/// struct size in bytes
AIOCC_PY_PROPERTY("Struct.size: object")
Object size_of_struct(Object const& self);
AIOCC_PY("def Struct.pack(self, *args: object) -> bytes")
Result<Bytes> pack_struct(Object const& self, Arguments args);
AIOCC_PY("def Struct.pack_into(self, *args: object) -> None", stores)
Result<void> pack_struct_into(Object const& self, Arguments args);
AIOCC_PY("def Struct.unpack(self, buffer: object, /) -> tuple[object, ...]")
Result<TupleOf<Object>> unpack_struct(Object const& self, Object const& buffer);
AIOCC_PY("def Struct.unpack_from(self, buffer: object, offset: object = 0) -> tuple[object, ...]")
Result<TupleOf<Object>> unpack_struct_from(Object const& self, Object const& buffer, Object const& offset);
AIOCC_PY("def Struct.iter_unpack(self, buffer: object, /) -> Iterator[tuple[object, ...]]")
Result<Object> iter_unpack_struct(Object const& self, Object const& buffer);

}  // namespace aiocc::struct_
