#include "webhooks/post.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "http/retry_after.hpp"
#include "webhooks/signature.hpp"

namespace kassabro::webhooks {
namespace {

constexpr std::chrono::milliseconds wait_max = std::chrono::hours(24);
constexpr std::size_t character_bytes_max = 4;

std::optional<std::chrono::milliseconds> retry_after_of(std::string_view header, Timestamp now) {
  const auto text = trimmed(header);
  if (const auto wait = http::parse_delta_seconds(text)) return *wait;
  const auto at = http::parse_http_date(text);
  if (!at) return std::nullopt;
  return std::clamp<std::chrono::milliseconds>(*at - now, std::chrono::milliseconds(0), wait_max);
}

// The UTF-8 character that the text begins with; empty: it begins with none, or with one that is unfit.
std::string_view first_character(std::string_view text) {
  if (has_control_characters(text.substr(0, 1)) && std::string_view("\n\r\t").find(text.front()) == std::string_view::npos)
    return {};
  for (std::size_t length = 1; length <= std::min(character_bytes_max, text.size()); ++length)
    if (is_utf8(text.substr(0, length))) return text.substr(0, length);
  return {};
}

}  // namespace

http::OutboundRequest request_of(const app::Endpoint& endpoint, const app::SendingJob& job, Timestamp at,
                                 std::chrono::milliseconds timeout) {
  http::OutboundRequest request;
  request.method = http::Method::post;
  request.url = endpoint.url;
  request.headers = {{"Content-Type", "application/json"},
                     {"webhook-id", job.message},
                     {"webhook-timestamp", seconds_text(at)},
                     {"webhook-signature", signatures(endpoint, job.message, at, job.payload)}};
  request.body = job.payload;
  request.timeout = timeout;
  request.only_public = request.plain_only_allowed = true;
  request.answer_bytes_kept = app::answer_bytes_kept_max;
  return request;
}

Answer answer_of(const http::OutboundResult& result, Timestamp now) {
  if (!result) return {0, result.error().message, {}};
  Answer answer{result->status, {}, {}};
  if (const auto header = result->header("retry-after")) answer.retry_after = retry_after_of(*header, now);
  return answer;
}

std::string readable(std::string_view body) {
  body = body.substr(0, app::answer_bytes_kept_max);
  std::string out;
  while (!body.empty()) {
    const auto character = first_character(body);
    out += character.empty() ? std::string_view("\xEF\xBF\xBD") : character;
    body.remove_prefix(std::max<std::size_t>(character.size(), 1));
  }
  return out;
}

}  // namespace kassabro::webhooks
