#include "rule/feed_sample.hpp"

#include "base/ids.hpp"
#include "rule/feed_trial.hpp"

namespace kassabro::rule {
namespace {

using app::DeliveryKind;

constexpr domain::ContactId sample_contact_id = 1;  // real ones are times

domain::Contact sample_contact(Timestamp now) {
  domain::Contact contact;
  contact.id = sample_contact_id;
  contact.version = 1;
  contact.member_number = "TEST-1";
  contact.email = domain::Email::from_normalised(std::string(trial_email));
  contact.first_name = "Kassabro";
  contact.last_name = "Test";
  contact.invoice = {"Testgatan 1", "", "111 22", "Stockholm", "", "SE"};
  contact.store = "Test";
  contact.registered_at = contact.updated_at = now;
  return contact;
}

domain::OrderLine sample_line(int sign) {
  domain::OrderLine line;
  line.sku = "TEST-SKU";
  line.name = "Kassabro test";
  line.quantity = sign;
  line.vat_percent = "25";
  line.net_minor = sign * 8'000;
  line.vat_minor = sign * 2'000;
  return line;
}

domain::Order sample_order(const app::Account& account, Feed feed, Timestamp now) {
  const bool is_return = feed == Feed::order_refunded;
  const int sign = is_return ? -1 : 1;
  domain::Order order;
  order.id = "TEST-" + std::to_string(to_epoch_ms(now));
  order.receipt_id = order.id;
  order.type = is_return ? domain::OrderType::return_ : domain::OrderType::sale;
  order.ordered_at = now;
  order.currency = account.currency;
  order.total_minor = sign * 10'000;
  order.net_minor = sign * 8'000;
  order.vat_minor = sign * 2'000;
  order.lines = {sample_line(sign)};
  order.payments = {{"Card", order.total_minor}};
  order.store = "Test";
  order.contact = sample_contact_id;
  return order;
}

domain::BonusCheck sample_check(const app::Account& account) {
  domain::BonusCheck check;
  check.id = "TEST-CHECK";
  check.name = "Kassabro test";
  check.value_minor = 10'000;
  check.remaining_minor = 4'000;
  check.currency = account.currency;
  return check;
}

DeliveryKind kind_of(Feed feed) {
  switch (feed) {
    case Feed::contact_registered: return DeliveryKind::contact_registered;
    case Feed::contact_updated: return DeliveryKind::contact_updated;
    case Feed::order_completed:
    case Feed::order_refunded: return DeliveryKind::order_completed;
    case Feed::bonus_check_used: return DeliveryKind::bonus_check_used;
    case Feed::digital_receipt: return DeliveryKind::digital_receipt;
    case Feed::retention_due: return DeliveryKind::retention_due;
    case Feed::winback_due: return DeliveryKind::winback_due;
  }
  return DeliveryKind::contact_registered;
}

}  // namespace

app::DeliveryJob sample_job(const app::Account& account, Feed feed, Timestamp now) {
  app::DeliveryJob job;
  job.delivery.account = account.id;
  job.delivery.id = new_id(now);
  job.delivery.kind = kind_of(feed);
  job.delivery.contact = sample_contact_id;
  job.contact = sample_contact(now);
  if (job.delivery.kind == DeliveryKind::order_completed || job.delivery.kind == DeliveryKind::digital_receipt) {
    job.order = sample_order(account, feed, now);
    job.delivery.order_id = job.order->id;
  }
  if (app::tells_bonus(job.delivery.kind)) {
    auto check = sample_check(account);
    check.last_used_at = now;
    job.bonus_checks = {std::move(check)};
  }
  job.is_silent = true;
  return job;
}

}  // namespace kassabro::rule
