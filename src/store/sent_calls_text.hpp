#pragma once

#include <string>
#include <string_view>

#include "app/sent_calls.hpp"

namespace kassabro::store {

// The calls of a try as the stores keep them: JSON, compressed (zstd), each text cut at its limit of app/sent_calls.hpp.
// "" for none.
std::string packed(const app::SentCalls& calls);
// Bytes that are not ours throw InfrastructureFailure.
app::SentCalls unpacked_calls(std::string_view bytes);

}  // namespace kassabro::store
