#pragma once

#include <cstdint>
#include <string>

namespace kassabro {

// Whose an address is, for counting what somebody does: an IPv4 address is one caller's, and of IPv6 the first 64 bits, for whoever has
// one address of these has all of them. "::ffff:10.0.0.1" is 10.0.0.1. What is no address counts by its text.
std::uint64_t caller_network(const std::string& peer);

}  // namespace kassabro
