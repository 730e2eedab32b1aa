#pragma once

#include <vector>

#include "base/secret_string.hpp"
#include "http/message.hpp"

namespace kassabro::sitoo::spi::v1 {

// What may be the API token of a request. No text says which header carries it (A.3), so every likely one is read: Basic
// (password, user, or the whole), Bearer, the bare header, and the X-API-Key family. A query parameter is not: queries
// end up in logs of proxies.
std::vector<SecretString> token_candidates(const http::Request& request);

}  // namespace kassabro::sitoo::spi::v1
