#pragma once

#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// Sends what is due at `now`, in the order in which it is due. Returns how many letters were sent. The caller holds the
// state's mutex.
std::size_t deliver_due(Account& account, Timestamp now);
std::size_t deliver_due(State& state, Timestamp now);

// Why somebody may not be written to; "" when they may. Suppressions count for the channel and for marketing ("campaign") or
// transactional messages; who is blocked or has not confirmed gets transactional ones only (contract, section 6).
std::string refusal_to_write(const Subscriber& subscriber, bool is_sms, bool is_transactional);

}  // namespace kassabro::sandbox::rule
