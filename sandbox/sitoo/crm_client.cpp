#include "sandbox/sitoo/crm_client.hpp"

#include <sodium.h>

#include "http/url.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::chrono::milliseconds till_patience{10'000};
constexpr std::chrono::milliseconds events_patience{15'000};

std::string joined(std::string url, const std::string& path) {
  while (url.ends_with('/')) url.pop_back();
  return url + path;
}

std::pair<std::string, std::string> basic_header(const Endpoint& endpoint) {
  return {"Authorization", "Basic " + base64_text(endpoint.user + ":" + endpoint.password)};
}

}  // namespace

std::string base64_text(const std::string& text) {
  std::string out(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();
  return out;
}

std::pair<std::string, std::string> token_header(TokenCarrier carrier, const std::string& token) {
  switch (carrier) {
    case TokenCarrier::bearer: return {"Authorization", "Bearer " + token};
    case TokenCarrier::basic_user: return {"Authorization", "Basic " + base64_text(token + ":")};
    case TokenCarrier::basic_password: return {"Authorization", "Basic " + base64_text("sitoo:" + token)};
    case TokenCarrier::raw: return {"Authorization", token};
    case TokenCarrier::x_api_key: return {"X-API-Key", token};
  }
  return {"Authorization", "Bearer " + token};
}

Async<CrmAnswer> CrmClient::call_v1(Settings settings, http::Method method, std::string path, std::string body) {
  if (settings.custom_crm.api_url.empty()) co_return CrmAnswer{0, "", "No API URL is set under Custom CRM.", 0};
  http::OutboundRequest request;
  request.method = method;
  request.url = joined(settings.custom_crm.api_url, path);
  request.headers.push_back(token_header(settings.token_carrier, settings.custom_crm.api_token));
  request.body = std::move(body);
  request.timeout = till_patience;
  co_return co_await send(std::move(request));
}

Async<CrmAnswer> CrmClient::call_v2(Endpoint endpoint, Origin origin, http::Method method, std::string path, std::string body) {
  if (endpoint.url.empty()) co_return CrmAnswer{0, "", "No URL is set for CRM v2.", 0};
  http::OutboundRequest request;
  request.method = method;
  request.url = joined(endpoint.url, path);
  request.headers.push_back(basic_header(endpoint));
  request.headers.emplace_back("Store-ID", http::percent_encode(origin.store_id));
  request.headers.emplace_back("Staff-ID", http::percent_encode(origin.staff_id));
  request.headers.emplace_back("Register-ID", http::percent_encode(origin.register_id));
  request.body = std::move(body);
  request.timeout = till_patience;
  co_return co_await send(std::move(request));
}

Async<CrmAnswer> CrmClient::post_events(Endpoint endpoint, std::string body) {
  http::OutboundRequest request;
  request.method = http::Method::post;
  // The full URL is configured; whether "/events" is added is open (SPI contract, F 13), so it is added when missing.
  const bool is_whole = endpoint.url.ends_with("/events") || endpoint.url.ends_with("/events/");
  request.url = is_whole ? endpoint.url : joined(endpoint.url, "/events");
  request.headers.push_back(basic_header(endpoint));
  request.body = std::move(body);
  request.timeout = events_patience;
  co_return co_await send(std::move(request));
}

Async<CrmAnswer> CrmClient::send(http::OutboundRequest request) {
  request.headers.emplace_back("Accept", "application/json");
  if (!request.body.empty()) request.headers.emplace_back("Content-Type", "application/json");
  const auto method = request.method;
  const auto url = request.url;
  auto body = note_ ? request.body : std::string();
  const auto started = std::chrono::steady_clock::now();
  auto result = co_await client_.send(std::move(request));
  CrmAnswer answer;
  answer.milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started).count();
  if (result) {
    answer.status = result->status;
    answer.body = std::move(result->body);
  } else {
    answer.message = result.error().message;
  }
  if (note_) note_(method, url, answer, std::move(body));
  co_return answer;
}

}  // namespace kassabro::sandbox::sitoo
