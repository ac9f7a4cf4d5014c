// SHAKE128 and SHAKE256 (FIPS 202) in the form of Nettle's digests, which have only part of them: digests as long as one asks for.
#pragma once

#include <nettle/nettle-meta.h>

namespace aiocc::_hashlib {

extern nettle_hash const shake_128;
extern nettle_hash const shake_256;

}  // namespace aiocc::_hashlib
