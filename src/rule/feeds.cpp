#include "rule/feeds.hpp"

#include "base/name_table.hpp"

namespace kassabro::rule {
namespace {

using app::DeliveryKind;

constexpr NameTable<Feed, 8> names_of_feeds{{{Feed::contact_registered, "contact_registered"},
                                             {Feed::contact_updated, "contact_updated"},
                                             {Feed::order_completed, "order_completed"},
                                             {Feed::order_refunded, "order_refunded"},
                                             {Feed::bonus_check_used, "bonus_check_used"},
                                             {Feed::digital_receipt, "digital_receipt"},
                                             {Feed::retention_due, "retention_due"},
                                             {Feed::winback_due, "winback_due"}}};

std::vector<std::string> without_empty(std::initializer_list<std::string> texts) {
  std::vector<std::string> kept;
  for (const auto& text : texts)
    if (!text.empty()) kept.push_back(text);
  return kept;
}

FeedInfo info_of(const RuleNames& names, Feed feed) {
  const bool on = is_on(names, feed);
  const auto people = without_empty({names.contact_group, names.address_group});
  const auto orders = without_empty({names.contact_group, names.address_group, names.order_group});
  switch (feed) {
    case Feed::contact_registered:
    case Feed::contact_updated: return {feed, on, without_empty({names.customer_tag, names.newsletter_tag}), people};
    case Feed::order_completed: return {feed, on, without_empty({names.order_tag, names.bonus_tag}), orders};
    case Feed::order_refunded: return {feed, on, without_empty({names.refund_tag}), orders};
    case Feed::bonus_check_used: return {feed, on, without_empty({names.bonus_tag}), without_empty({names.contact_group})};
    case Feed::digital_receipt: return {feed, on, {}, {}};
    case Feed::retention_due: return {feed, on, without_empty({names.retention_tag}), people};
    case Feed::winback_due: return {feed, on, without_empty({names.winback_tag}), people};
  }
  return {feed, on, {}, {}};
}

}  // namespace

std::string_view to_text(Feed feed) { return name_in(names_of_feeds, feed); }
std::optional<Feed> parse_feed(std::string_view text) { return value_in(names_of_feeds, text); }

std::string feed_names() {
  std::string text;
  for (const auto feed : all_feeds) text += (text.empty() ? "" : ", ") + std::string(to_text(feed));
  return text;
}

std::optional<Feed> feed_of(const app::DeliveryJob& job) {
  const bool is_return = job.order && job.order->type == domain::OrderType::return_;
  switch (job.delivery.kind) {
    case DeliveryKind::contact_registered: return Feed::contact_registered;
    case DeliveryKind::contact_updated: return Feed::contact_updated;
    case DeliveryKind::order_completed:
    case DeliveryKind::order_changed:
    case DeliveryKind::order_imported: return is_return ? Feed::order_refunded : Feed::order_completed;
    case DeliveryKind::bonus_check_used:
    case DeliveryKind::bonus_check_changed:
    case DeliveryKind::bonus_field_repaired: return Feed::bonus_check_used;
    case DeliveryKind::digital_receipt: return Feed::digital_receipt;
    case DeliveryKind::retention_due: return Feed::retention_due;
    case DeliveryKind::winback_due: return Feed::winback_due;
    case DeliveryKind::consent_told:
    case DeliveryKind::silence_ended: break;
  }
  return std::nullopt;
}

bool is_on(const RuleNames& names, Feed feed) { return !names.off_feeds.contains(to_text(feed)); }

std::vector<FeedInfo> feeds_of(const RuleNames& names) {
  std::vector<FeedInfo> infos;
  for (const auto feed : all_feeds) infos.push_back(info_of(names, feed));
  return infos;
}

}  // namespace kassabro::rule
