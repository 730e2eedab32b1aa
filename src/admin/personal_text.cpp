#include "admin/personal_text.hpp"

#include <algorithm>
#include <array>

#include "admin/customer_text.hpp"
#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::admin {
namespace {

using domain::amount_text;

constexpr std::array<std::string_view, 6> amounts{"total", "net", "vat", "discount", "gross_discount", "amount"};

void make_readable(json::value& value, std::string_view currency) {
  if (auto* list = value.if_array())
    for (auto& item : *list) make_readable(item, currency);
  auto* object = value.if_object();
  if (object == nullptr) return;
  for (auto& [name, member] : *object) {
    if (member.is_int64() && std::ranges::find(amounts, std::string_view(name)) != amounts.end())
      member = amount_text(member.get_int64(), currency);
    else
      make_readable(member, currency);
  }
}

// JSON where it is some: a text that is a JSON text is no text to people.
json::value parsed(const std::string& text) {
  auto value = parse_json(text);
  return value ? std::move(*value) : json::value(json::string(text));
}

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

std::string currency_of(const app::CustomerFile& file, const std::string& check_id) {
  const auto check = std::ranges::find(file.bonus_checks, check_id, &domain::BonusCheck::id);
  return check == file.bonus_checks.end() ? std::string() : check->currency;
}

json::object use_object(const domain::Redemption& use, const std::string& currency) {
  return {{"check_id", use.check_id},
          {"receipt_id", use.receipt},
          {"order_id", use.order_id},
          {"amount", amount_text(use.amount_minor, currency)},
          {"state", to_text(use.state)},
          {"redeemed_at", to_iso(use.redeemed_at)},
          {"undone_at", use.undone_at ? json::value(to_iso(*use.undone_at)) : json::value(nullptr)},
          {"undone_by", use.undone_by}};
}

json::value silence_value(const std::optional<app::KeptSilence>& silence) {
  if (!silence) return nullptr;
  return json::object{{"last_bought_at", to_iso(silence->bought_at)},
                      {"retention", silence->has_reached_retention},
                      {"winback", silence->has_reached_winback}};
}

}  // namespace

json::object readable_order(std::string_view stored) {
  auto value = parse_json(stored);
  if (!value || !value->is_object()) return {{"text", stored}};
  const auto currency = text_member(value->get_object(), "currency");
  make_readable(*value, currency);
  auto& order = value->get_object();
  if (const auto at = int_member(order, "ordered_at")) order["ordered_at"] = to_iso(from_epoch_ms(*at));
  if (const auto contact = int_member(order, "contact")) order["contact"] = std::to_string(*contact);
  return std::move(order);
}

void SentReceipts::note(const app::Happening& happening) {
  if (const auto* made = std::get_if<app::DeliveryMade>(&happening.what)) {
    if (made->row.delivery.kind != app::DeliveryKind::digital_receipt) return;
    auto& sent = deliveries_[made->row.delivery.id];
    sent.order_id = made->row.delivery.order_id;
    sent.state = to_text(made->row.state);
    sent.at = made->row.updated_at;
  } else if (const auto* tried = std::get_if<app::DeliveryTried>(&happening.what)) {
    if (tried->delivery.kind != app::DeliveryKind::digital_receipt) return;
    if (auto by = way_(tried->tried.calls); !by.empty()) deliveries_[tried->delivery.id].by = std::move(by);
  }
}

json::array SentReceipts::of_order(const std::string& order_id) const {
  json::array out;
  for (const auto& [id, sent] : deliveries_)
    if (sent.order_id == order_id)
      out.push_back(
          json::object{{"delivery_id", std::to_string(id)}, {"state", sent.state}, {"at", to_iso(sent.at)}, {"by", sent.by}});
  return out;
}

std::vector<std::string> SentReceipts::order_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, sent] : deliveries_) ids.push_back(sent.order_id);
  return ids;
}

json::array receipts_array(const app::PersonalRows& rows, const SentReceipts& sent) {
  std::map<std::string, json::object> receipts;
  const auto of_order = [&](const std::string& id) -> json::object& {
    auto& receipt = receipts[id];
    if (receipt.empty())
      receipt = {{"order_id", id}, {"links", json::array()}, {"asked_at", nullptr}, {"sent", sent.of_order(id)}};
    return receipt;
  };
  for (const auto& link : rows.receipt_links)
    of_order(link.order_id)["links"].get_array().push_back(
        json::object{{"made_at", to_iso(link.made_at)}, {"ends_at", to_iso(link.ends_at)}});
  for (const auto& asked : rows.asked_receipts) of_order(asked.order_id)["asked_at"] = to_iso(asked.asked_at);
  for (const auto& id : sent.order_ids()) of_order(id);
  json::array out;
  for (auto& [id, receipt] : receipts) out.push_back(std::move(receipt));
  return out;
}

json::object besides_object(const app::CustomerFile& file, const app::PersonalRows& rows) {
  json::array fields, uses, replaced, unknown;
  for (const auto& field : rows.extras.shown)
    fields.push_back(json::object{{"name", field.key}, {"values", texts(field.values)}});
  for (const auto& use : rows.redemptions) uses.push_back(use_object(use, currency_of(file, use.check_id)));
  for (const auto& check : rows.replaced_checks)
    replaced.push_back(json::object{
        {"check_id", check.check_id}, {"replaced_at", to_iso(check.replaced_at)}, {"content", parsed(check.content)}});
  for (const auto& check : file.bonus_checks)
    if (!check.extra.empty() || check.overdrawn_minor != 0)
      unknown.push_back(json::object{{"check_id", check.id},
                                     {"overdrawn", amount_text(check.overdrawn_minor, check.currency)},
                                     {"members", check.extra.empty() ? json::value(json::object()) : parsed(check.extra)}});
  return {{"personal_id", file.contact.contact.personal_id},
          {"rule_fields", std::move(fields)},
          {"additional_options", parsed(rows.extras.additional_options)},
          {"undeliverable", texts(rows.extras.bounced)},
          {"bonus_field_fault", rows.extras.bonus_fault},
          {"bonus_field_text", rows.extras.bonus_text},
          {"bonus_uses", std::move(uses)},
          {"bonus_replaced", std::move(replaced)},
          {"bonus_more", std::move(unknown)},
          {"silence", silence_value(rows.silence)},
          {"orders_to_tell", texts(rows.past_orders)}};
}

json::object received_object(const app::SourceRow& row) {
  const auto& place = row.place;
  return {{"source", to_text(place.source)},
          {"id", (place.group == 0 ? "" : std::to_string(place.group) + "/") + std::to_string(place.row)},
          {"received_at", to_iso(row.received_at)},
          {"sender", row.sender},
          {"reason", row.reason},
          {"body", parsed(row.text)}};
}

json::array proof_array(const std::vector<app::ProvenRecord>& proof) {
  json::array records;
  for (const auto& proven : proof) {
    auto record = consent_object(proven.record);
    json::array consents;
    for (const auto& one : proven.consents) {
      json::object consent{{"id", one.id}, {"accepts", one.accepts}, {"chosen", one.chosen}, {"wording", nullptr}};
      if (one.wording)
        consent["wording"] = json::object{{"name", one.wording->name}, {"description", one.wording->description}};
      consents.push_back(std::move(consent));
    }
    record["consents"] = std::move(consents);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace kassabro::admin
