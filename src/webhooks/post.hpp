#pragma once

#include <string>
#include <string_view>

#include "app/sending_queue.hpp"
#include "http/client.hpp"
#include "webhooks/attempt_policy.hpp"

namespace kassabro::webhooks {

// An attempt, as it goes over the wire. `at`: now.
http::OutboundRequest request_of(const app::Endpoint& endpoint, const app::SendingJob& job, Timestamp at,
                                 std::chrono::milliseconds timeout);

Answer answer_of(const http::OutboundResult& result, Timestamp now);

// How an answer's body begins, fit for any database: bytes that are no UTF-8, and control characters but line breaks and tabs, become U+FFFD.
std::string readable(std::string_view body);

}  // namespace kassabro::webhooks
