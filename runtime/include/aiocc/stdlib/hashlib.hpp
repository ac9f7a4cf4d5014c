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
/// RFC 7914's scrypt: `n` is a power of two, and the memory that it takes is the caller's care.
AIOCC_PY("def scrypt(password: object, salt: object, n: int, r: int, p: int, length: int, /) -> object")
Result<Object> scrypt(Object const& password, Object const& salt, Int const& n, Int const& r, Int const& p,
                      Int const& length);

/// The state that BLAKE2 (RFC 7693) begins with: 64 bytes of parameters for BLAKE2b, 32 for BLAKE2s.
AIOCC_PY("def blake2_begin(parameters: bytes, /) -> bytes")
Bytes blake2_begin(Bytes const& parameters);
/// The state after whole blocks; `count` bytes have been seen when the first one ends.
AIOCC_PY("def blake2_absorb(state: bytes, blocks: bytes, count: int, /) -> bytes")
Bytes blake2_absorb(Bytes const& state, Bytes const& blocks, Int const& count);
/// The state after the last block, filled up with zeros.
AIOCC_PY("def blake2_end(state: bytes, block: bytes, count: int, last_node: bool, /) -> bytes")
Bytes blake2_end(Bytes const& state, Bytes const& block, Int const& count, bool last_node);

}  // namespace aiocc::_hashlib
