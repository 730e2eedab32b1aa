#include "rule/receipt_way.hpp"

namespace kassabro::rule {

// By the beginning of the body, which is kept however long the receipt is (rule/wire.cpp, send_receipt_call).
std::string receipt_way(const app::SentCalls& calls) {
  constexpr int success = 200, no_success = 300;
  for (const auto& call : calls) {
    if (call.path != "/v2/transactionals" || call.status < success || call.status >= no_success) continue;
    if (call.body.contains(R"("transaction_type":"email")")) return "email";
    if (call.body.contains(R"("transaction_type":"text_message")")) return "sms";
  }
  return {};
}

}  // namespace kassabro::rule
