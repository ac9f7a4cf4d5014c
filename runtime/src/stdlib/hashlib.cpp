// The module _hashlib: Nettle's digests.
#include "aiocc/stdlib/hashlib.hpp"

#include <nettle/hmac.h>
#include <nettle/nettle-meta.h>
#include <nettle/pbkdf2.h>

#include <cstring>
#include <vector>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "shake.hpp"

namespace aiocc::_hashlib {

namespace {

/// A digest under the name that Python has for it.
struct Digest {
  char const* name;
  nettle_hash const* hash;
  /// Bytes of a block.
  std::int64_t block_size;
};

constexpr Digest digests[] = {
    {"md5", &nettle_md5, 64},
    {"sha1", &nettle_sha1, 64},
    {"sha224", &nettle_sha224, 64},
    {"sha256", &nettle_sha256, 64},
    {"sha384", &nettle_sha384, 128},
    {"sha512", &nettle_sha512, 128},
    {"sha3_224", &nettle_sha3_224, 144},
    {"sha3_256", &nettle_sha3_256, 136},
    {"sha3_384", &nettle_sha3_384, 104},
    {"sha3_512", &nettle_sha3_512, 72},
    {"ripemd160", &nettle_ripemd160, 64},
    {"md4", &nettle_md4, 64},
    {"sha512_224", &nettle_sha512_224, 128},
    {"sha512_256", &nettle_sha512_256, 128},
    {"shake_128", &shake_128, 168},
    {"shake_256", &shake_256, 136},
};

Digest const* find_digest(std::string_view name) noexcept {
  for (Digest const& digest : digests)
    if (name == digest.name) return &digest;
  return nullptr;
}

struct HashObject : HeapObject {
  explicit HashObject(Digest const& kind)
      : HeapObject(kind.hash->digest_size ? &hash_type : &xof_type),
        digest(&kind),
        context(kind.hash->context_size / sizeof(std::uint64_t) + 1) {
    kind.hash->init(context.data());
  }
  Digest const* digest;
  std::vector<std::uint64_t> context;
};

HashObject* hash_of(Object const& self) noexcept { return self.as<HashObject>(); }

void dealloc_hash(HeapObject* self) noexcept { delete static_cast<HashObject*>(self); }

Result<Object> repr_hash(Object const& self) {
  char address[32];
  std::snprintf(address, sizeof(address), "%p", static_cast<void*>(self.heap()));
  return Str::from_utf8(std::string("<") + hash_of(self)->digest->name + " " + type_of(self)->name + " object @ " +
                        address + ">");
}

/// Nettle's context of an HMAC: three of the digest's.
struct Mac {
  explicit Mac(nettle_hash const& digest)
      : hash(digest), words(digest.context_size / sizeof(std::uint64_t) + 1), memory(3 * words) {}
  void* outer() { return memory.data(); }
  void* inner() { return memory.data() + words; }
  void* state() { return memory.data() + 2 * words; }

  nettle_hash const& hash;
  std::size_t words;
  std::vector<std::uint64_t> memory;
};

void update_mac(void* mac, std::size_t length, std::uint8_t const* data) {
  auto* const context = static_cast<Mac*>(mac);
  nettle_hmac_update(context->state(), &context->hash, length, data);
}

void digest_mac(void* mac, std::size_t length, std::uint8_t* digest) {
  auto* const context = static_cast<Mac*>(mac);
  nettle_hmac_digest(context->outer(), context->inner(), context->state(), &context->hash, length, digest);
}

std::uint8_t const* bytes_of(std::string_view data) { return reinterpret_cast<std::uint8_t const*>(data.data()); }

Bytes digest_of(Object const& self, std::size_t size) {
  // Nettle's digest begins anew afterwards; Python's goes on.
  std::vector<std::uint64_t> context = hash_of(self)->context;
  Bytes bytes = Bytes::allocate(size);
  hash_of(self)->digest->hash->digest(context.data(), size, reinterpret_cast<std::uint8_t*>(bytes.object()->data()));
  return bytes;
}

Str hexadecimal(Bytes const& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (char const byte : bytes.view()) {
    auto const code = static_cast<std::uint8_t>(byte);
    text += digits[code >> 4];
    text += digits[code & 15];
  }
  return Str::from_utf8(text);
}

}  // namespace

constinit Type hash_type("_hashlib.HASH", &object_type, sizeof(HashObject),
                         Slots{.dealloc = dealloc_hash, .repr = repr_hash, .members = members<hash_type>}, "_hashlib");
constinit Type xof_type("_hashlib.HASHXOF", &hash_type, sizeof(HashObject),
                        Slots{.dealloc = dealloc_hash, .repr = repr_hash, .members = members<xof_type>}, "_hashlib");

Object new_hash(Str const& name) {
  Digest const* digest = find_digest(name.utf8());
  return digest ? Object::adopt(new HashObject(*digest)) : None;
}

Result<void> update(Object const& self, Object const& data) {
  if (is_any_str(data)) return raise_error(type_error_type, "Strings must be encoded before hashing");
  Result<Bytes> bytes = aiocc::detail::bytes_like(data);
  if (!bytes) {
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
    return raise_error(type_error_type, "object supporting the buffer API required");
  }
  Bytes const given = std::move(bytes).value();
  hash_of(self)->digest->hash->update(hash_of(self)->context.data(), given.view().size(), bytes_of(given.view()));
  return {};
}

Bytes digest(Object const& self) { return digest_of(self, hash_of(self)->digest->hash->digest_size); }
Str hexdigest(Object const& self) { return hexadecimal(digest(self)); }

Result<Bytes> xof_digest(Object const& self, Object const& length) {
  std::int64_t const size = PASS(aiocc::detail::ssize_argument(length));
  if (size < 0) return raise_error(system_error_type, "Negative size passed to PyBytes_FromStringAndSize");
  return digest_of(self, static_cast<std::size_t>(size));
}

Result<Str> xof_hexdigest(Object const& self, Object const& length) {
  std::int64_t const size = PASS(aiocc::detail::ssize_argument(length));
  if (size < 0) return raise_error(memory_error_type, std::string_view());
  return hexadecimal(digest_of(self, static_cast<std::size_t>(size)));
}

Object copy(Object const& self) {
  auto* made = new HashObject(*hash_of(self)->digest);
  made->context = hash_of(self)->context;
  return Object::adopt(made);
}

Str name_of_hash(Object const& self) { return Str::from_utf8(hash_of(self)->digest->name); }
Int digest_size_of_hash(Object const& self) {
  return Int(static_cast<std::int64_t>(hash_of(self)->digest->hash->digest_size));
}
Int block_size_of_hash(Object const& self) { return Int(hash_of(self)->digest->block_size); }

Result<Object> derive_key(Str const& name, Object const& password, Object const& salt, Int const& iterations,
                          Int const& length) {
  Digest const* digest = find_digest(name.utf8());
  if (!digest) return None;
  Bytes const secret = PASS(aiocc::detail::bytes_like(password));
  Bytes const grains = PASS(aiocc::detail::bytes_like(salt));
  Mac mac(*digest->hash);
  nettle_hmac_set_key(mac.outer(), mac.inner(), mac.state(), digest->hash, secret.view().size(),
                      bytes_of(secret.view()));
  Bytes key = Bytes::allocate(length.small());
  nettle_pbkdf2(&mac, update_mac, digest_mac, digest->hash->digest_size, static_cast<unsigned>(iterations.small()),
                grains.view().size(), bytes_of(grains.view()), key.view().size(),
                reinterpret_cast<std::uint8_t*>(key.object()->data()));
  return key;
}

}  // namespace aiocc::_hashlib
