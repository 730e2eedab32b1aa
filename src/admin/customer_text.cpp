#include "admin/customer_text.hpp"

#include "admin/delivery_text.hpp"
#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::admin {
namespace {

using domain::amount_text;

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

json::value time_or_null(const std::optional<Timestamp>& at) { return at ? json::value(to_iso(*at)) : json::value(nullptr); }
json::value date_or_null(const std::optional<Date>& day) { return day ? json::value(to_iso_date(*day)) : json::value(nullptr); }

json::object origin_object(const app::Origin& origin) {
  return {{"source", origin.source}, {"store", origin.store}, {"staff", origin.staff}, {"register", origin.register_id}};
}

json::object address_object(const domain::Address& address) {
  return {{"line1", address.line1}, {"line2", address.line2}, {"zip", address.zip},
          {"city", address.city},   {"state", address.state}, {"country", address.country}};
}

void add_consent(json::object& out, const domain::Consent& consent) {
  out["accepts_email"] = consent.email;
  out["accepts_sms"] = consent.sms;
  out["accepts_mail"] = consent.mail;
  out["accepted_consents"] = texts(consent.accepted);
}

json::object entry_object(const app::LedgerRecord& record) {
  auto out = origin_object(record.origin);
  out["at"] = to_iso(record.at);
  out["kind"] = to_text(record.entry.kind);
  out["change"] = amount_text(record.entry.change_minor, record.currency);
  out["remaining"] = amount_text(record.entry.remaining_minor, record.currency);
  out["receipt_id"] = record.entry.receipt;
  out["order_id"] = record.entry.order_id;
  return out;
}

json::object check_object(const domain::BonusCheck& check, const std::vector<app::LedgerRecord>& ledger) {
  json::array entries;
  for (const auto& record : ledger)
    if (record.entry.check_id == check.id) entries.push_back(entry_object(record));
  return {{"id", check.id},
          {"name", check.name},
          {"description", check.description},
          {"value", amount_text(check.value_minor, check.currency)},
          {"remaining", amount_text(check.remaining_minor, check.currency)},
          {"currency", check.currency},
          {"valid_from", date_or_null(check.valid_from)},
          {"valid_to", date_or_null(check.valid_to)},
          {"status", to_text(check.status)},
          {"last_used_at", time_or_null(check.last_used_at)},
          {"entries", std::move(entries)}};
}

json::value link_value(const std::optional<app::RemoteLink>& link) {
  if (!link || link->remote_id == 0) return nullptr;
  return json::object{
      {"remote_id", std::to_string(link->remote_id)}, {"blocked", link->blocked}, {"checked_at", to_iso(link->checked_at)}};
}

// What is special of each kind of happening.
struct Tell {
  json::object& out;

  void operator()(const app::LookedUp& looked_up) const {
    out["what"] = "lookup";
    out["times"] = looked_up.times;
    out["origin"] = origin_object(looked_up.origin);
  }
  void operator()(const app::ContactChanged& changed) const {
    out["what"] = changed.version <= 1 ? "registered" : "changed";
    out["version"] = changed.version;
    out["origin"] = origin_object(changed.origin);
  }
  void operator()(const app::ConsentRecord& record) const {
    out["what"] = "consent";
    out["version"] = record.version;
    out["origin"] = origin_object(record.origin);
    out["consent"] = consent_object(record);
  }
  void operator()(const app::OrderEventCame& event) const {
    out["what"] = "event";
    out["event_type"] = event.type;
    out["order_id"] = event.order_id;
  }
  void operator()(const app::OrderStored& stored) const {
    const auto& order = stored.order;
    out["what"] = "order";
    out["order_id"] = order.id;
    out["order_state"] = to_text(order.state);
    out["total"] = amount_text(order.total_minor, order.currency);
    out["currency"] = order.currency;
    out["store"] = order.store.empty() ? order.store_id : order.store;
  }
  void operator()(const app::LedgerRecord& record) const {
    out["what"] = "bonus";
    out["check_id"] = record.entry.check_id;
    out["check_name"] = record.check_name;
    out["currency"] = record.currency;
    out["origin"] = origin_object(record.origin);
    out["bonus"] = entry_object(record);
  }
  void operator()(const app::DeliveryMade& made) const {
    out["what"] = "queued";
    out["delivery_id"] = std::to_string(made.row.delivery.id);
    out["kind"] = to_text(made.row.delivery.kind);
    out["state"] = to_text(made.row.state);
    if (!made.row.delivery.order_id.empty()) out["order_id"] = made.row.delivery.order_id;
  }
  void operator()(const app::DeliveryTried& tried) const {
    out["what"] = "attempt";
    out["delivery_id"] = std::to_string(tried.delivery.id);
    out["kind"] = to_text(tried.delivery.kind);
    if (!tried.delivery.order_id.empty()) out["order_id"] = tried.delivery.order_id;
    out["attempt"] = try_object(tried.tried);
  }
};

}  // namespace

json::object customer_head(app::AccountId account, const domain::Contact& contact) {
  return {{"contact_id", std::to_string(contact.id)},
          {"account_id", std::to_string(account)},
          {"first_name", contact.first_name},
          {"last_name", contact.last_name},
          {"email", contact.email ? contact.email->text() : std::string()},
          {"mobile", contact.mobile ? contact.mobile->e164() : std::string()},
          {"member_number", contact.member_number}};
}

json::object customer_object(app::AccountId account, const app::CustomerFile& file) {
  const auto& contact = file.contact.contact;
  auto out = customer_head(account, contact);
  out["phone"] = contact.phone ? contact.phone->e164() : std::string();
  out["company"] = contact.company;
  out["company_id"] = contact.company_id;
  out["gender"] = contact.gender;
  out["birthday"] = date_or_null(contact.birthday);
  out["invoice_address"] = address_object(contact.invoice);
  out["delivery_address"] = address_object(contact.delivery);
  add_consent(out, contact.consent);
  out["store"] = contact.store;
  out["registered_at"] = to_iso(contact.registered_at);
  out["updated_at"] = to_iso(contact.updated_at);
  out["version"] = contact.version;
  out["rule"] = link_value(file.contact.link);
  json::array consents;
  for (const auto& record : file.consents) consents.push_back(consent_object(record));
  out["consents"] = std::move(consents);
  json::array checks;
  for (const auto& check : file.bonus_checks) checks.push_back(check_object(check, file.ledger));
  out["bonus_checks"] = std::move(checks);
  return out;
}

json::object consent_object(const app::ConsentRecord& record) {
  auto out = origin_object(record.origin);
  out["version"] = record.version;
  out["at"] = to_iso(record.at);
  add_consent(out, record.consent);
  json::array chosen;
  if (record.told.email) chosen.emplace_back("email");
  if (record.told.sms) chosen.emplace_back("sms");
  if (record.told.mail) chosen.emplace_back("mail");
  out["chosen"] = std::move(chosen);
  out["reason"] = record.told.reason;
  return out;
}

json::object purchase_object(const domain::Order& order) {
  json::array items;
  for (const auto& line : order.lines)
    items.push_back(json::object{{"name", line.name},
                                 {"sku", line.sku},
                                 {"quantity", line.weight.empty() ? std::to_string(line.quantity) : line.weight},
                                 {"total", amount_text(line.net_minor + line.vat_minor, order.currency)}});
  return {{"channel", order.channel.empty() ? "till" : order.channel},
          {"order_id", order.id},
          {"receipt_id", order.receipt_id},
          {"ordered_at", to_iso(order.ordered_at)},
          {"type", to_text(order.type)},
          {"total", amount_text(order.total_minor, order.currency)},
          {"currency", order.currency},
          {"store", order.store.empty() ? order.store_id : order.store},
          {"items", std::move(items)}};
}

json::object happening_object(const app::Happening& happening) {
  json::object out{{"at", precise_iso(happening.at)}};
  std::visit(Tell{out}, happening.what);
  return out;
}

}  // namespace kassabro::admin
