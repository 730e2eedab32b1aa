#pragma once

#include <string>

#include "app/sent_calls.hpp"

namespace kassabro::rule {

// How a receipt went out, by the calls of a try that delivered it: "email", "sms"; "" where none of them sent a receipt.
std::string receipt_way(const app::SentCalls& calls);

}  // namespace kassabro::rule
