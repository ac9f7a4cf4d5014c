// The module _hashlib: digests of bytes, by Nettle; the module hashlib (runtime/lib) offers them.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::_hashlib {

extern Type hash_type AIOCC_PY_CLASS("HASH");

/// An empty digest by its name, as "sha256"; None where there's none of that name.
AIOCC_PY("def new_hash(name: str, /) -> object")
Object new_hash(Str const& name);
/// Update this hash object's state with the provided bytes-like object.
AIOCC_PY("def HASH.update(self, obj: object, /) -> None")
Result<void> update(Object const& self, Object const& data);
/// Return the digest value as a bytes object.
AIOCC_PY("def HASH.digest(self) -> bytes")
Bytes digest(Object const& self);
/// Return the digest value as a string of hexadecimal digits.
AIOCC_PY("def HASH.hexdigest(self) -> str")
Str hexdigest(Object const& self);
/// Return a copy of the hash object.
AIOCC_PY("def HASH.copy(self) -> object")
Object copy(Object const& self);
AIOCC_PY_PROPERTY("HASH.name: str")
Str name_of_hash(Object const& self);
AIOCC_PY_PROPERTY("HASH.digest_size: int")
Int digest_size_of_hash(Object const& self);
AIOCC_PY_PROPERTY("HASH.block_size: int")
Int block_size_of_hash(Object const& self);

extern Type xof_type AIOCC_PY_CLASS("HASHXOF(HASH)");

/// Return the digest value as a bytes object.
AIOCC_PY("def HASHXOF.digest(self, length: object) -> bytes")
Result<Bytes> xof_digest(Object const& self, Object const& length);
/// Return the digest value as a string of hexadecimal digits.
AIOCC_PY("def HASHXOF.hexdigest(self, length: object) -> str")
Result<Str> xof_hexdigest(Object const& self, Object const& length);

/// RFC 8018's PBKDF2 over the HMAC of a digest; None where there's none of that name.
AIOCC_PY("def derive_key(name: str, password: object, salt: object, iterations: int, length: int, /) -> object")
Result<Object> derive_key(Str const& name, Object const& password, Object const& salt, Int const& iterations,
                          Int const& length);

}  // namespace aiocc::_hashlib
