#pragma once

#include <string>
#include <string_view>

#include "app/endpoint.hpp"

namespace kassabro::webhooks {

// As standardwebhooks.com says: "v1," and the base64 of HMAC-SHA256 over "ID.SECONDS.BODY", its key the bytes behind "whsec_".
// Throws InfrastructureFailure when the secret is none.
std::string signature(const SecretString& secret, std::string_view message_id, Timestamp at, std::string_view body);

// By the endpoint's secret; after a rotation, as long as the old one holds, by that too, with a blank between them.
std::string signatures(const app::Endpoint& endpoint, std::string_view message_id, Timestamp at, std::string_view body);

std::string seconds_text(Timestamp at);

}  // namespace kassabro::webhooks
