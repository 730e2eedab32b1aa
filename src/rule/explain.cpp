#include "rule/explain.hpp"

#include <boost/json/value_from.hpp>

#include "rule/contact_fields.hpp"
#include "rule/ledger_fields.hpp"
#include "rule/order_fields.hpp"
#include "rule/planner.hpp"

namespace kassabro::rule {
namespace {

json::value shown(const FieldContent& content) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&content)) return json::value_from(*list);
  return json::value(std::get<std::string>(content));
}

json::array shown(const std::vector<FieldValue>& fields) {
  json::array list;
  for (const auto& field : fields)
    list.push_back(json::object{
        {"key", field.key.text()}, {"type", to_text(field.key.type)}, {"value", shown(field.content)}, {"rule", field.rule}});
  return list;
}

json::array shown(const TagPlan& plan) {
  json::array list;
  for (const auto& tag : plan.tags) list.push_back(json::object{{"tag", tag.name}, {"rule", tag.rule}});
  return list;
}

json::object shown(std::string_view when, const Call& call) {
  json::object object{{"when", when}, {"method", http::method_name(call.method)}, {"path", call.path}};
  object["body"] = call.body.value_or(json::value());
  return object;
}

json::object with_reasons(json::object call, const TagPlan& tags, const std::vector<FieldValue>& fields) {
  call["tags"] = shown(tags);
  call["fields"] = shown(fields);
  return call;
}

// What is left of the checks is the ledger's to say, so the contents are not shown here.
void add_bonus_calls(json::array& calls, Shop shop) {
  const auto with_place = [](Call call) {
    if (const auto at = call.path.find("/0"); at != std::string::npos) call.path.replace(at, 2, "/{id}");
    return call;
  };
  calls.push_back(shown("for each use of bonus checks: what stands there is merged first", with_place(get_fields_call(0))));
  Entry entry;
  domain::BonusCheck used;
  used.last_used_at = Timestamp{};
  entry.fields = ledger_fields(shop.names, shop.account, {{used}, {}}, Date{});
  for (auto& field : entry.fields) field.content = "(by the bonus ledger)";
  calls.push_back(with_reasons(shown("for each use of bonus checks", with_place(change_subscriber_call(0, entry, Shape{}))),
                               TagPlan{}, entry.fields));
  const auto tags = bonus_tags(shop.names);
  if (!tags.tags.empty())
    calls.push_back(with_reasons(shown("for each use of bonus checks", with_place(add_tags_call(0, tags))), tags, {}));
}

}  // namespace

Result<json::value> explain(const app::Account& account, const domain::Contact& contact,
                            const std::optional<domain::Order>& order) {
  const auto names = names_of(account);
  if (!names) return fail(names.error());
  const Shop shop{account, *names};
  json::array calls;
  // Rule knows people by e-mail or phone only; an anonymous purchase goes nowhere.
  if (registration_fault(contact)) return json::object{{"calls", std::move(calls)}};
  calls.push_back(shown("once for each state of the field tables", create_fields_call(contact_keys(*names))));
  if (!order) {
    auto entry = contact_entry(shop, contact, Empty::omit);
    entry.language = names->language;
    const auto tags = registration_tags(*names, contact, Person::free);
    const auto call = upsert_call({&entry, 1}, tags, Shape{});
    calls.push_back(with_reasons(shown("when the customer is registered", call), tags, entry.fields));
    return json::object{{"calls", std::move(calls)}};
  }
  calls.push_back(
      shown("once for each state of the field tables, after the first order", create_fields_call(order_keys(*names))));
  const auto by = contact.email
                      ? get_subscriber_call(IdentifiedBy::email, contact.email->text())
                      : get_subscriber_call(IdentifiedBy::phone_number, main_phone(contact) ? main_phone(contact)->e164() : "");
  calls.push_back(shown("unless asked within the last minute: whoever has opted out is tagged without automation", by));
  const auto entry = order_entry(shop, contact, *order);
  const auto tags = order_tags(*names, *order, Person::free);
  calls.push_back(with_reasons(shown("for each order", upsert_call({&entry, 1}, tags, Shape{})), tags, entry.fields));
  if (!bonus_check_ids(*order).empty()) add_bonus_calls(calls, shop);
  return json::object{{"calls", std::move(calls)}};
}

}  // namespace kassabro::rule
