#include "receipt/settings.hpp"

#include <fmt/format.h>

#include "app/receipt_sending.hpp"
#include "base/utf8.hpp"
#include "domain/email.hpp"

namespace kassabro::receipt {
namespace {

constexpr std::size_t details_max = 8;
constexpr std::size_t text_bytes_max = 200;

Result<std::string> parse_text(const json::value& value, const std::string& where) {
  if (!value.is_string() || value.get_string().size() > text_bytes_max)
    return fail(invalid(where, "This must be a text of at most 200 bytes."));
  return tame_text(value.get_string(), text_bytes_max);
}

Result<std::vector<std::string>> parse_details(const json::value& value) {
  if (!value.is_array() || value.get_array().size() > details_max)
    return fail(invalid("receipt.details", "This must be an array of at most 8 texts."));
  std::vector<std::string> details;
  for (std::size_t i = 0; i < value.get_array().size(); ++i) {
    auto text = parse_text(value.get_array()[i], fmt::format("receipt.details[{}]", i));
    if (!text) return fail(text.error());
    details.push_back(std::move(*text));
  }
  return details;
}

}  // namespace

Result<Settings> parse_settings(const json::object& own) {
  if (const auto sending = app::parse_receipt_sending(own); !sending) return fail(sending.error());
  Settings settings;
  for (const auto& [name, value] : own) {
    if (name == "shop") {
      auto shop = parse_text(value, "receipt.shop");
      if (!shop) return fail(shop.error());
      settings.shop = std::move(*shop);
    } else if (name == "details") {
      auto details = parse_details(value);
      if (!details) return fail(details.error());
      settings.details = std::move(*details);
    } else if (name == "from_email") {
      const auto email = domain::Email::parse(value.is_string() ? std::string_view(value.get_string()) : "");
      if (!email) return fail(invalid("receipt.from_email", "This must be an e-mail address."));
      settings.from_email = email->text();
    } else if (name != app::receipt_send_setting && name != app::receipt_consent_setting) {
      return fail(invalid("receipt." + std::string(name), "There is no such setting."));
    }
  }
  return settings;
}

Settings settings_of(const app::Account& account) {
  const auto* own = find_member(account.settings, "receipt");
  if (own == nullptr || !own->is_object()) return {};
  return parse_settings(own->get_object()).value_or(Settings{});
}

}  // namespace kassabro::receipt
