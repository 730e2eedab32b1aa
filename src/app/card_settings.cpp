#include "app/card_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::app {
namespace {

constexpr std::string_view remote_prefix = "rule:";
constexpr std::array<std::string_view, 9> sources{"bonus_left",       "bonus_last_used",     "last_purchase",
                                                  "last_purchase_at", "last_purchase_store", "purchase_count",
                                                  "purchase_total",   "member_since",        "home_store"};
constexpr std::size_t sections_max = 20;
constexpr std::size_t lines_max = 20;

std::vector<CardSection> default_sections() {
  return {{"Loyalty", {{"Bonus left", "bonus_left"}, {"Customer since", "member_since"}}},
          {"Latest purchase", {{"When", "last_purchase_at"}, {"Where", "last_purchase_store"}, {"Total", "last_purchase"}}}};
}

// "Group.Field", with exactly one dot.
bool is_remote_key(std::string_view text) {
  const auto dot = text.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() && text.find('.', dot + 1) == std::string_view::npos;
}

// A misspelt member is told when it is saved, not found out at the till.
std::optional<Error> unknown_member(const json::object& object, const std::string& where,
                                    std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : object)
    if (std::ranges::find(known, std::string_view(name)) == known.end())
      return invalid(where + "." + std::string(name), "There is no such setting.");
  return std::nullopt;
}

// A member that must be there, with a text that is not empty.
Result<std::string> required_text(const json::object& object, std::string_view name, const std::string& where) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string() || trimmed(value->get_string()).empty())
    return fail(invalid(fmt::format("{}.{}", where, name), "This must be a text that is not empty."));
  return std::string(value->get_string());
}

Result<CardLine> parse_line(const json::value& value, const std::string& where) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object with title and source."));
  if (auto fault = unknown_member(value.get_object(), where, {"title", "source"})) return fail(std::move(*fault));
  auto title = required_text(value.get_object(), "title", where);
  if (!title) return fail(title.error());
  CardLine line{std::move(*title), text_member(value.get_object(), "source")};
  const bool is_remote =
      line.source.starts_with(remote_prefix) && is_remote_key(std::string_view(line.source).substr(remote_prefix.size()));
  if (!is_remote && std::ranges::find(sources, line.source) == sources.end())
    return fail(invalid(where + ".source",
                        fmt::format("There is no such source. There are: {}, rule:Group.Field.", fmt::join(sources, ", "))));
  return line;
}

Result<CardSection> parse_section(const json::value& value, const std::string& where) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object with title and values."));
  if (auto fault = unknown_member(value.get_object(), where, {"title", "values"})) return fail(std::move(*fault));
  auto title = required_text(value.get_object(), "title", where);
  if (!title) return fail(title.error());
  CardSection section{std::move(*title), {}};
  const auto* lines = value.get_object().if_contains("values");
  if (lines == nullptr || !lines->is_array() || lines->get_array().size() > lines_max)
    return fail(invalid(where + ".values", "This must be an array of at most 20 lines."));
  for (std::size_t i = 0; i < lines->get_array().size(); ++i) {
    auto line = parse_line(lines->get_array()[i], fmt::format("{}.values[{}]", where, i));
    if (!line) return fail(line.error());
    section.lines.push_back(std::move(*line));
  }
  return section;
}

// What a promotion is worth: a percentage, or for types that we do not know whatever Sitoo makes of one of the two.
std::optional<Error> worth_fault(const json::object& object, const Promotion& promotion, const std::string& where) {
  const auto* whole = object.if_contains("value_int");
  if (whole != nullptr && !whole->is_int64() && !whole->is_uint64())
    return invalid(where + ".value_int", "This must be a whole number.");
  if (object.contains("value_money") && !domain::parse_amount_minor(promotion.value_money, ""))
    return invalid(where + ".value_money", "This must be an amount such as \"50.00\".");
  if (promotion.type == "cart_percent" && (!promotion.value_int || *promotion.value_int < 1 || *promotion.value_int > 100))
    return invalid(where + ".value_int", "A percentage is a whole number from 1 to 100.");
  if (!promotion.value_int && promotion.value_money.empty())
    return invalid(where + ".value_money", "The promotion needs value_int or value_money.");
  return std::nullopt;
}

Result<Promotion> parse_promotion(const json::value& value, const std::string& where) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object."));
  const auto& object = value.get_object();
  if (auto fault =
          unknown_member(object, where, {"promotion_id", "name", "description", "type", "value_int", "value_money", "once"}))
    return fail(std::move(*fault));
  if (object.contains("once") && !bool_member(object, "once"))
    return fail(invalid(where + ".once", "This must be true or false."));
  auto id = required_text(object, "promotion_id", where);
  if (!id) return fail(id.error());
  auto name = required_text(object, "name", where);
  if (!name) return fail(name.error());
  Promotion promotion;
  promotion.id = std::move(*id);
  promotion.name = std::move(*name);
  promotion.description = text_member(object, "description");
  if (const auto type = text_member(object, "type"); !type.empty()) promotion.type = type;
  promotion.value_int = int_member(object, "value_int");
  promotion.value_money = text_member(object, "value_money");
  promotion.once = bool_member(object, "once").value_or(true);
  if (auto fault = worth_fault(object, promotion, where)) return fail(std::move(*fault));
  return promotion;
}

Result<std::vector<Promotion>> no_id_twice(std::vector<Promotion> promotions, const std::string& where) {
  for (std::size_t i = 0; i < promotions.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (promotions[i].id == promotions[j].id)
        return fail(invalid(fmt::format("{}[{}].promotion_id", where, i), "Another promotion has this id."));
  return promotions;
}

template <class Item, class Parse>
Result<std::vector<Item>> parse_list(const json::value& value, const std::string& where, Parse parse) {
  if (!value.is_array() || value.get_array().size() > sections_max)
    return fail(invalid(where, "This must be an array of at most 20 entries."));
  std::vector<Item> items;
  for (std::size_t i = 0; i < value.get_array().size(); ++i) {
    auto item = parse(value.get_array()[i], fmt::format("{}[{}]", where, i));
    if (!item) return fail(item.error());
    items.push_back(std::move(*item));
  }
  return items;
}

Result<std::string> parse_password(const json::value& value, const std::string& where) {
  if (!value.is_string() || trimmed(value.get_string()).empty())
    return fail(invalid(where, "This must be a text that is not empty."));
  return std::string(value.get_string());
}

Result<void> read_zones(CardSettings& settings, const json::value& value) {
  if (!value.is_object()) return fail(invalid("card.store_time_zones", "This must be an object of store ids and zones."));
  for (const auto& [store, zone] : value.get_object()) {
    if (!zone.is_string() || !is_time_zone(zone.get_string()))
      return fail(
          invalid("card.store_time_zones." + std::string(store), "This is not a time zone such as \"Europe/Helsinki\"."));
    settings.store_time_zones.emplace_back(store, zone.get_string());
  }
  return {};
}

Result<void> read_rules(CardSettings& settings, const json::value& value) {
  if (!value.is_object()) return fail(invalid("card.bonus", "This must be an object."));
  for (const auto& [name, member] : value.get_object()) {
    const auto where = "card.bonus." + std::string(name);
    const auto text = text_of(member).value_or("");
    if (name == "order_use") {
      if (text != "discount" && text != "whole") return fail(invalid(where, "This must be discount or whole."));
      settings.order_use = text == "whole" ? OrderUse::whole : OrderUse::discount;
    } else if (name == "give_back") {
      if (text != "never" && text != "whole" && text != "any") return fail(invalid(where, "This must be never, whole or any."));
      settings.give_back = text == "never" ? GiveBack::never : text == "any" ? GiveBack::any : GiveBack::whole;
    } else {
      return fail(invalid(where, "There is no such setting."));
    }
  }
  return {};
}

template <class Target, class Source>
Result<void> take(Target& target, Result<Source> parsed) {
  if (!parsed) return fail(parsed.error());
  target = std::move(*parsed);
  return {};
}

Result<void> read_member(CardSettings& settings, std::string_view name, const json::value& value) {
  const auto where = "card." + std::string(name);
  if (name == "sections") return take(settings.sections, parse_list<CardSection>(value, where, parse_section));
  if (name == "promotions") {
    auto promotions = parse_list<Promotion>(value, where, parse_promotion);
    if (!promotions) return fail(promotions.error());
    return take(settings.promotions, no_id_twice(std::move(*promotions), where));
  }
  if (name == "voucher_passwords")
    return take(settings.voucher_passwords, parse_list<std::string>(value, where, parse_password));
  if (name == "voucher_field") {
    if (!value.is_string() || !is_remote_key(value.get_string()))
      return fail(invalid(where, "This must be a field such as \"Sitoo-Contact.voucherpasswords\"."));
    settings.voucher_field = std::string(value.get_string());
    return {};
  }
  if (name == "store_time_zones") return read_zones(settings, value);
  if (name == "bonus") return read_rules(settings, value);
  return fail(invalid(where, "There is no such setting."));
}

}  // namespace

Result<CardSettings> parse_card_settings(const json::object& object) {
  CardSettings settings;
  settings.sections = default_sections();
  for (const auto& [name, value] : object)
    if (auto done = read_member(settings, name, value); !done) return fail(done.error());
  return settings;
}

CardSettings card_settings_of(const Account& account) {
  const auto* own = account.settings.if_contains("card");
  auto settings = own == nullptr || !own->is_object() ? parse_card_settings({}) : parse_card_settings(own->get_object());
  return settings ? std::move(*settings) : *parse_card_settings({});
}

std::vector<std::string> shown_fields(const CardSettings& settings) {
  std::vector<std::string> fields;
  const auto add = [&fields](std::string field) {
    if (!field.empty() && std::ranges::find(fields, field) == fields.end()) fields.push_back(std::move(field));
  };
  for (const auto& section : settings.sections)
    for (const auto& line : section.lines)
      if (line.source.starts_with(remote_prefix)) add(line.source.substr(remote_prefix.size()));
  add(settings.voucher_field);
  return fields;
}

std::string_view time_zone_of_store(const Account& account, const CardSettings& settings, std::string_view store_id) {
  for (const auto& [store, zone] : settings.store_time_zones)
    if (store == store_id) return zone;
  return account.time_zone;
}

}  // namespace kassabro::app
