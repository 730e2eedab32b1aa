#include "store/bonus_check_text.hpp"

#include "base/error.hpp"
#include "base/json.hpp"

namespace kassabro::store {
namespace {

std::optional<Date> day_member(const json::object& object, std::string_view name) {
  const auto text = text_member(object, name);
  return text.empty() ? std::nullopt : parse_date(text);
}

}  // namespace

std::string to_stored_text(const domain::BonusCheck& check) {
  json::object object{{"id", check.id},
                      {"name", check.name},
                      {"value", check.value_minor},
                      {"left", check.remaining_minor},
                      {"currency", check.currency},
                      {"status", to_text(check.status)}};
  if (!check.description.empty()) object["description"] = check.description;
  if (check.overdrawn_minor != 0) object["overdrawn"] = check.overdrawn_minor;
  if (check.valid_from) object["from"] = to_iso_date(*check.valid_from);
  if (check.valid_to) object["to"] = to_iso_date(*check.valid_to);
  if (check.last_used_at) object["used_at"] = to_epoch_ms(*check.last_used_at);
  if (!check.extra.empty()) object["extra"] = check.extra;
  return to_json_text(object);
}

domain::BonusCheck bonus_check_from_stored_text(std::string_view text) {
  const auto parsed = parse_json(text);
  const auto* object = parsed ? parsed->if_object() : nullptr;
  const auto status = object == nullptr ? std::nullopt : domain::parse_bonus_check_status(text_member(*object, "status"));
  if (!status) throw InfrastructureFailure("A stored bonus check is damaged.");
  domain::BonusCheck check;
  check.id = text_member(*object, "id");
  check.name = text_member(*object, "name");
  check.description = text_member(*object, "description");
  check.value_minor = int_member(*object, "value").value_or(0);
  check.remaining_minor = int_member(*object, "left").value_or(0);
  check.overdrawn_minor = int_member(*object, "overdrawn").value_or(0);
  check.currency = text_member(*object, "currency");
  check.valid_from = day_member(*object, "from");
  check.valid_to = day_member(*object, "to");
  check.status = *status;
  if (const auto used_at = int_member(*object, "used_at")) check.last_used_at = from_epoch_ms(*used_at);
  check.extra = text_member(*object, "extra");
  return check;
}

}  // namespace kassabro::store
