#include "main/receipts.hpp"

#include "receipt/messages.hpp"
#include "rule/feed_sample.hpp"

namespace kassabro::main {
namespace {

receipt::Receipt sample_of(const app::Account& account, receipt::Language language, Timestamp now) {
  const auto job = rule::sample_job(account, rule::Feed::digital_receipt, now);
  auto around = receipt::surroundings_of(account, language);
  around.member_number = job.contact.member_number;
  return receipt::make_receipt(*job.order, around);
}

}  // namespace

Async<Result<json::value>> preview_receipt(receipt::ReadReceipt& receipts, const app::Account& account, std::string order_id,
                                           std::string language, const Clock& clock) {
  auto chosen = std::optional(receipt::language_of_country(account.country));
  if (!language.empty()) chosen = receipt::parse_language(language);
  if (!chosen) co_return fail(invalid("language", "This must be sv or en."));
  std::optional<receipt::Receipt> shown;
  if (order_id.empty())
    shown = sample_of(account, *chosen, clock.now());
  else
    shown = co_await receipts.as_of(account, order_id, chosen);
  if (!shown) co_return fail(not_found("order_id", "There is no such order."));
  co_return json::value(json::object{{"language", receipt::language_tag(*chosen)},
                                     {"subject", receipt::mail_subject(*shown)},
                                     {"html", receipt::mail_html(*shown, "")},
                                     {"text", receipt::plain_text(*shown, "")},
                                     {"sms", receipt::sms_text(*shown, "")}});
}

}  // namespace kassabro::main
