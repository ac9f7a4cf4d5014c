// The clocks of programs that are told to jump over waits.
#pragma once

namespace aiocc {

/// `AIOCC_CLOCK=virtual`, and no other thread has begun: a wait with nothing but timers to wait for is jumped over.
bool is_clock_virtual() noexcept;
/// Seconds that all clocks are ahead of the operating system's.
double clock_offset() noexcept;
void advance_clock(double seconds) noexcept;

}  // namespace aiocc
