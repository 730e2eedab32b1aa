#include "sandbox/rule/reader.hpp"

#include <algorithm>

#include "base/ids.hpp"
#include "sandbox/rcml/tokens.hpp"
#include "sandbox/rule/field_place.hpp"

namespace kassabro::sandbox::rule {

std::string Reader::stored(std::string_view reference, FieldType& type) const {
  const auto place = find_field_place(account_, reference);
  if (!place) return "";
  type = place->field->type;
  const auto* data = find_data(subscriber_, place->group->id);
  if (data == nullptr || data->records.empty()) return "";
  const auto& values = data->records.back().values;
  const auto value = std::ranges::find(values, place->field->id, &FieldValue::field_id);
  return value == values.end() ? "" : value->text;
}

std::string Reader::custom_field(std::string_view reference) const {
  auto type = FieldType::text;
  const auto text = stored(reference, type);
  if (type != FieldType::multiple) return text;
  std::string out;
  if (const auto list = parse_json(text); list && list->is_array())
    for (const auto& entry : list->get_array()) out += (out.empty() ? "" : ", ") + text_of(entry).value_or("");
  return out;
}

std::string Reader::own(std::string_view name) const {
  if (name == "email") return subscriber_.email;
  if (name == "phone_number") return subscriber_.phone;
  if (name == "language") return subscriber_.language;
  if (name == "unsubscribe_text") return "Unsubscribe: ";
  if (name == "stop_word") return "STOP";
  return "";
}

std::string Reader::of_company(std::string_view name) const {
  if (name == "CompanyName") return account_.name;
  if (name == "Street") return "Drottninggatan 1";
  if (name == "Zip") return "111 51";
  if (name == "City") return "Stockholm";
  if (name == "EmailAddress") return "hello@example.com";
  return "";
}

std::optional<std::string> Reader::find(std::string_view kind, std::string_view argument) const {
  if (kind == "CustomField") return custom_field(argument);
  if (kind == "Subscriber") return own(argument);
  if (kind == "User") return of_company(argument);
  if (kind == "Date") return rcml::date_text(argument, now_);
  if (kind == "RandomString") return random_hex(8);
  if (kind == "PromoCode") return "PROMO-" + random_hex(3);
  if (kind == "Link" && argument == "Unsubscribe") return links_.unsubscribe;
  if (kind == "Link" && (argument == "WebBrowser" || argument == "ShareLink")) return links_.web_browser;
  return "";  // nothing is fetched from elsewhere
}

std::optional<json::array> Reader::items_of(std::string_view field) const {
  auto type = FieldType::text;
  const auto value = parse_json(stored(field, type));
  if (!value || !value->is_array()) return json::array{};
  return value->get_array();
}

bool Reader::has_tag(std::int64_t tag_id) const {
  return std::ranges::find(subscriber_.tags, tag_id, &TagLink::tag_id) != subscriber_.tags.end();
}

}  // namespace kassabro::sandbox::rule
