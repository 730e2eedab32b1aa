#include "sandbox/sitoo/crm_client.hpp"

#include <sodium.h>

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::chrono::milliseconds till_patience{10'000};

std::string joined(std::string url, const std::string& path) {
  while (url.ends_with('/')) url.pop_back();
  return url + path;
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
  co_return co_await send(std::move(request));
}

Async<CrmAnswer> CrmClient::call_basic(Endpoint endpoint, http::Method method, std::string path, std::string body) {
  if (endpoint.url.empty()) co_return CrmAnswer{0, "", "No URL is set.", 0};
  http::OutboundRequest request;
  request.method = method;
  request.url = joined(endpoint.url, path);
  request.headers.emplace_back("Authorization", "Basic " + base64_text(endpoint.user + ":" + endpoint.password));
  // Where a change comes from (SPI contract, B.1); URL-encoded.
  request.headers.emplace_back("Store-ID", "100");
  request.headers.emplace_back("Staff-ID", "Kim");
  request.headers.emplace_back("Register-ID", "%7B3CCB9848-155A-49E1-7CA8-5F7F78FC0001%7D");
  request.body = std::move(body);
  co_return co_await send(std::move(request));
}

Async<CrmAnswer> CrmClient::send(http::OutboundRequest request) {
  request.timeout = till_patience;
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
