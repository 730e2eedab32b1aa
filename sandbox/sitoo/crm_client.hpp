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

// Where a call of SPI v2 comes from (SPI contract, B.1).
struct Origin {
  std::string store_id, staff_id, register_id;
};

// Told of every call that leaves the till, with the body sent.
using CallNote = std::function<void(http::Method, const std::string& url, const CrmAnswer&, std::string body)>;

// The calling side of Sitoo's SPIs. The till waits 10 seconds and no longer (SPI contract, A.1), events 15 (C.1).
class CrmClient {
 public:
  CrmClient(http::Client& client, CallNote note) : client_(client), note_(std::move(note)) {}

  // SPI v1 under custom_crm.api_url; `path` begins with a slash.
  Async<CrmAnswer> call_v1(Settings settings, http::Method method, std::string path, std::string body = {});
  // SPI v2: HTTP Basic, and the origin in headers.
  Async<CrmAnswer> call_v2(Endpoint endpoint, Origin origin, http::Method method, std::string path, std::string body = {});
  // The events SPI: HTTP Basic.
  Async<CrmAnswer> post_events(Endpoint endpoint, std::string body);

 private:
  Async<CrmAnswer> send(http::OutboundRequest request);
  http::Client& client_;
  CallNote note_;
};

// The header that carries the v1 API token.
std::pair<std::string, std::string> token_header(TokenCarrier carrier, const std::string& token);
std::string base64_text(const std::string& text);

}  // namespace kassabro::sandbox::sitoo
