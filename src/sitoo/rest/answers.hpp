#pragma once

#include <expected>
#include <optional>
#include <string>

#include "app/order_source.hpp"
#include "base/json.hpp"
#include "http/client.hpp"

namespace kassabro::sitoo::rest {

// When Sitoo may be asked again after a 429, from `X-Rate-Limit-Reset` (epoch seconds) or else `Retry-After` (seconds or an
// HTTP date); at least a second and at most ten minutes after `now`. Absent: neither header is there, or what it says cannot
// be read or is past (contracts of Sitoo REST, 2.6).
std::optional<Timestamp> retry_time(const http::OutboundResponse& response, Timestamp now);

// What an error answer says: `errortext` of a JSON object, a JSON string, plain text, or "" (2.5). At most 200 bytes.
std::string error_text(std::string_view body);

// An answer that is no success, as an error whose message an operator understands. A 404 is `misconfigured`: who asked for
// a single thing looks at the status first.
app::SourceError error_of(const http::OutboundResponse& response, Timestamp now);
app::SourceError error_of(const http::TransportError& error);

// The JSON of a 200. Error `unavailable`: it is cut off, or no JSON.
std::expected<json::value, app::SourceError> read_body(const http::OutboundResponse& response);

}  // namespace kassabro::sitoo::rest
