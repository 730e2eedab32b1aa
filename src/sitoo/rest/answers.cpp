#include "sitoo/rest/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/scrub.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "http/retry_after.hpp"

namespace kassabro::sitoo::rest {
namespace {

using app::SourceError;
using app::SourceErrorKind;
using std::chrono::milliseconds;

constexpr milliseconds wait_min{1'000};
constexpr milliseconds wait_max{10 * 60'000};
constexpr std::size_t text_bytes_max = 200;

std::optional<Timestamp> parse_epoch_seconds(std::string_view text) {
  constexpr std::int64_t seconds_max = 4'102'444'800;  // 2100
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > seconds_max) return std::nullopt;
  return from_epoch_ms(seconds * 1000);
}

// A time that is over tells nothing.
std::optional<Timestamp> clamped(std::optional<Timestamp> at, Timestamp now) {
  if (!at || *at <= now) return std::nullopt;
  return now + std::clamp<milliseconds>(*at - now, wait_min, wait_max);
}

std::optional<Timestamp> from_retry_after(const http::OutboundResponse& response, Timestamp now) {
  const auto value = response.header("retry-after");
  if (!value) return std::nullopt;
  const auto text = trimmed(*value);
  if (const auto wait = http::parse_delta_seconds(text)) return clamped(now + *wait, now);
  return clamped(http::parse_http_date(text), now);
}

std::string with_text(const std::string& sentence, std::string_view body) {
  const auto text = error_text(body);
  return text.empty() ? sentence : sentence + " Sitoo says: " + text;
}

}  // namespace

std::optional<Timestamp> retry_time(const http::OutboundResponse& response, Timestamp now) {
  if (const auto value = response.header("x-rate-limit-reset"))
    if (const auto at = clamped(parse_epoch_seconds(trimmed(*value)), now)) return at;
  return from_retry_after(response, now);
}

std::string error_text(std::string_view body) {
  if (!is_utf8(body)) return {};
  auto text = std::string(trimmed(body));
  if (const auto value = parse_json(text)) {
    if (value->is_object())
      text = text_member(value->get_object(), "errortext");
    else
      text = text_of(*value).value_or("");
  }
  // A gateway's page tells an operator nothing.
  if (text.starts_with('<') || text.starts_with('{') || text.starts_with('[')) return {};
  return without_personal_data(tame_text(text, text_bytes_max));
}

SourceError error_of(const http::OutboundResponse& response, Timestamp now) {
  const auto& body = response.body;
  switch (response.status) {
    case 401:
    case 403:
      return {SourceErrorKind::unauthorized,
              with_text(fmt::format("Sitoo REST refuses the credentials ({}): check sitoo_api_id, sitoo_password and, in "
                                    "Sitoo's backoffice, the allowed IP addresses.",
                                    response.status),
                        body),
              std::nullopt};
    case 404:
      return {SourceErrorKind::misconfigured,
              with_text("Sitoo REST knows no such account (404): check sitoo_base_url and sitoo_api_id.", body), std::nullopt};
    case 429:
      return {SourceErrorKind::rate_limited, with_text("Sitoo REST asks to wait (429).", body), retry_time(response, now)};
    default: break;
  }
  if (response.status >= 300 && response.status < 400)
    return {SourceErrorKind::misconfigured,
            fmt::format("Sitoo REST has moved ({}): sitoo_base_url is not its address.", response.status), std::nullopt};
  return {SourceErrorKind::unavailable, with_text(fmt::format("Sitoo REST answered {}.", response.status), body), std::nullopt};
}

SourceError error_of(const http::TransportError& error) {
  return {SourceErrorKind::unavailable, "Sitoo REST does not answer: " + error.message, std::nullopt};
}

std::expected<json::value, SourceError> read_body(const http::OutboundResponse& response) {
  auto value = parse_json(response.body);
  if (!value)
    return std::unexpected(
        SourceError{SourceErrorKind::unavailable, "Sitoo REST's answer is cut off or no JSON.", std::nullopt});
  return std::move(*value);
}

}  // namespace kassabro::sitoo::rest
