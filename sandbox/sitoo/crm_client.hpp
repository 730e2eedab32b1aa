#pragma once

#include <functional>
#include <string>

#include "base/async.hpp"
#include "base/json.hpp"
#include "http/client.hpp"
#include "sandbox/sitoo/settings.hpp"

namespace kassabro::sandbox::sitoo {

// What came back from the CRM; status 0 when nothing did.
struct CrmAnswer {
  int status = 0;
  std::string body;
  std::string message;  // why there is no answer
  std::int64_t milliseconds = 0;

  bool ok() const { return status == 200; }
  // Whether the same call may be answered later: no answer, 429 or a server's own fault.
  bool is_temporary() const { return status == 0 || status == 429 || status >= 500; }
};

// Told of every call that leaves the till, with the body sent.
using CallNote = std::function<void(http::Method, const std::string& url, const CrmAnswer&, std::string body)>;

// The till's side of Sitoo's SPIs: waits 10 seconds and no longer (SPI contract, A.1).
class CrmClient {
 public:
  CrmClient(http::Client& client, CallNote note) : client_(client), note_(std::move(note)) {}

  // SPI v1 under custom_crm.api_url; `path` begins with a slash.
  Async<CrmAnswer> call_v1(Settings settings, http::Method method, std::string path, std::string body = {});
  // SPI v2 or the events SPI: HTTP Basic.
  Async<CrmAnswer> call_basic(Endpoint endpoint, http::Method method, std::string path, std::string body = {});

 private:
  Async<CrmAnswer> send(http::OutboundRequest request);
  http::Client& client_;
  CallNote note_;
};

// The header that carries the v1 API token.
std::pair<std::string, std::string> token_header(TokenCarrier carrier, const std::string& token);
std::string base64_text(const std::string& text);

}  // namespace kassabro::sandbox::sitoo
