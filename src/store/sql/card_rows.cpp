#include "store/sql/card_rows.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "store/order_text.hpp"

namespace kassabro::store::sql {
namespace {

using domain::AccountId;
using domain::ContactId;

constexpr const char* sql_get_extras =
    "SELECT shown, additional_options, bonus_fault, bonus_text, bounced FROM contact_extras WHERE account_id = ?1 AND "
    "contact_id = ?2";
constexpr const char* sql_save_extras =
    "INSERT INTO contact_extras (account_id, contact_id, shown, additional_options, bonus_fault, bonus_text, bounced) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (account_id, contact_id) DO UPDATE SET shown = ?3, additional_options = "
    "?4, "
    "bonus_fault = ?5, bonus_text = ?6, bounced = ?7";
// Promotions are kept as uses of checks whose ids begin with `promotion:` (app/promotion_uses.hpp); ';' follows ':'.
constexpr const char* sql_used_promotions =
    "SELECT DISTINCT check_id FROM bonus_redemptions WHERE account_id = ?1 AND contact_id = ?2 AND check_id >= 'promotion:' "
    "AND check_id < 'promotion;' AND state = 'redeemed'";
constexpr const char* sql_list_purchases =
    "SELECT content FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2 ORDER BY ordered_at DESC LIMIT ?3";
constexpr const char* sql_contents = "SELECT content FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_forget_purchases = "DELETE FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_add_purchase =
    "INSERT INTO channel_purchases (account_id, contact_id, channel, order_id, ordered_at, total_minor, currency, content) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING";

// Two plain statements: a union of them would cost more than the rest of the card, SQLite makes tables for it.
constexpr const char* sql_latest_at_till =
    "SELECT ordered_at, total_minor, currency, store FROM orders WHERE account_id = ?1 AND contact_id = ?2 "
    "AND state = 'completed' ORDER BY ordered_at DESC LIMIT 1";
constexpr const char* sql_latest_elsewhere =
    // Few, and no index has them by time: sorting them costs more than looking at them all.
    "SELECT ordered_at, total_minor, currency, channel FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_count =
    "SELECT count(*), CAST(coalesce(sum(CASE WHEN currency = ?3 THEN total_minor ELSE 0 END), 0) AS BIGINT) FROM ("
    "SELECT total_minor, currency FROM orders WHERE account_id = ?1 AND contact_id = ?2 AND state = 'completed' UNION ALL "
    "SELECT total_minor, currency FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2) AS purchases";

std::string shown_text(const std::vector<app::RemoteText>& shown) {
  json::object out;
  for (const auto& field : shown) out[field.key] = json::array(field.values.begin(), field.values.end());
  return to_json_text(out);
}

std::vector<app::RemoteText> shown_from(std::string_view text) {
  std::vector<app::RemoteText> shown;
  if (text == "{}") return shown;
  const auto value = parse_json(text);
  if (!value || !value->is_object()) return shown;
  for (const auto& [key, list] : value->get_object()) {
    app::RemoteText field{std::string(key), {}};
    if (list.is_array())
      for (const auto& entry : list.get_array()) field.values.push_back(text_of(entry).value_or(""));
    shown.push_back(std::move(field));
  }
  return shown;
}

std::vector<std::string> texts_from(std::string_view text) {
  std::vector<std::string> texts;
  if (text == "[]") return texts;
  const auto value = parse_json(text);
  if (!value || !value->is_array()) return texts;
  for (const auto& entry : value->get_array()) texts.push_back(text_of(entry).value_or(""));
  return texts;
}

}  // namespace

app::ContactExtras get_contact_extras(Connection& connection, AccountId account, ContactId contact) {
  auto query = connection.prepare(sql_get_extras);
  query->bind(1, account).bind(2, contact);
  if (!query->step()) return {};
  return {shown_from(query->text_view(0)), query->text(1), query->text(2), query->text(3), texts_from(query->text_view(4))};
}

std::vector<std::string> list_used_promotions(Connection& connection, AccountId account, ContactId contact) {
  std::vector<std::string> ids;
  auto query = connection.prepare(sql_used_promotions);
  query->bind(1, account).bind(2, contact);
  while (query->step()) ids.emplace_back(query->text_view(0).substr(domain::promotion_key_prefix.size()));
  return ids;
}

std::vector<domain::Order> list_channel_purchases(Connection& connection, AccountId account, ContactId contact,
                                                  std::size_t count_max) {
  std::vector<domain::Order> purchases;
  auto query = connection.prepare(sql_list_purchases);
  query->bind(1, account).bind(2, contact).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) purchases.push_back(order_from_stored_text(query->text_view(0)));
  return purchases;
}

app::PurchaseSummary summarise_purchases(Connection& connection, AccountId account, ContactId contact,
                                         app::SummaryDepth depth) {
  app::PurchaseSummary summary;
  for (const auto* sql : {sql_latest_at_till, sql_latest_elsewhere}) {
    auto query = connection.prepare(sql);
    query->bind(1, account).bind(2, contact);
    while (query->step()) {
      const auto at = from_epoch_ms(query->integer(0));
      if (summary.last_at && at <= *summary.last_at) continue;
      summary.last_at = at;
      summary.last_total_minor = query->integer(1);
      summary.currency = query->text(2);
      summary.last_store = query->text(3);
    }
  }
  if (!summary.last_at) return summary;
  if (depth == app::SummaryDepth::latest) return summary;
  auto query = connection.prepare(sql_count);
  query->bind(1, account).bind(2, contact).bind(3, summary.currency);
  if (query->step()) {
    summary.count = query->integer(0);
    summary.total_minor = query->integer(1);
  }
  return summary;
}

app::ContactExtras SqlContactExtrasTable::get(AccountId account, ContactId contact) {
  return get_contact_extras(connection_, account, contact);
}

void SqlContactExtrasTable::save(AccountId account, ContactId contact, const app::ContactExtras& extras) {
  auto save = connection_.prepare(sql_save_extras);
  save->bind(1, account).bind(2, contact).bind(3, shown_text(extras.shown)).bind(4, extras.additional_options);
  save->bind(5, extras.bonus_fault).bind(6, extras.bonus_text);
  save->bind(7, to_json_text(json::array(extras.bounced.begin(), extras.bounced.end()))).run();
}

void SqlChannelPurchaseTable::replace(AccountId account, ContactId contact, const std::vector<domain::Order>& purchases) {
  std::vector<std::string> before, after;
  {
    auto query = connection_.prepare(sql_contents);
    query->bind(1, account).bind(2, contact);
    while (query->step()) before.push_back(query->text(0));
  }
  for (const auto& order : purchases) after.push_back(to_stored_text(order));
  if (std::ranges::is_permutation(before, after)) return;  // as with nearly every refresh
  connection_.prepare(sql_forget_purchases)->bind(1, account).bind(2, contact).run();
  for (std::size_t i = 0; i < purchases.size(); ++i) {
    const auto& order = purchases[i];
    auto add = connection_.prepare(sql_add_purchase);
    add->bind(1, account).bind(2, contact).bind(3, order.channel).bind(4, order.id).bind(5, to_epoch_ms(order.ordered_at));
    add->bind(6, order.total_minor).bind(7, order.currency).bind(8, after[i]).run();
  }
}

}  // namespace kassabro::store::sql
