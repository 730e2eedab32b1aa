#include "admin/parameters.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace kassabro::admin {
namespace {

constexpr std::size_t rows_default = 100;

Result<std::optional<app::AccountId>> parse_account(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto id = parse_id(text, "account");
  if (!id) return fail(id.error());
  return *id;
}

}  // namespace

Result<std::int64_t> parse_id(std::string_view text, std::string field) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size() || id <= 0)
    return fail(invalid(std::move(field), "This is not an id."));
  return id;
}

Result<std::optional<app::AccountId>> parse_account(const http::Query& query) {
  return parse_account(query.find("account").value_or(""));
}

Result<void> check_texts(const json::object& body, std::span<const std::string_view> names) {
  for (const auto name : names)
    if (const auto* value = body.if_contains(name); value != nullptr && !value->is_string() && !value->is_null())
      return fail(invalid(std::string(name), "This must be a text."));
  return {};
}

Result<std::optional<app::AccountId>> parse_account(const json::object& body) {
  constexpr std::array<std::string_view, 1> names{"account"};
  if (auto checked = check_texts(body, names); !checked) return fail(checked.error());
  return parse_account(std::string_view(text_member(body, "account")));
}

Result<bool> parse_flag(const http::Query& query, std::string_view name) {
  const auto text = query.find(name).value_or("");
  if (text == "true") return true;
  if (text.empty() || text == "false") return false;
  return fail(invalid(std::string(name), "This is true or false."));
}

Result<std::size_t> parse_limit(const http::Query& query, std::int64_t most) {
  const auto text = query.find("limit");
  if (!text) return rows_default;
  const auto count = parse_id(*text, "limit");
  if (!count || *count > most) return fail(invalid("limit", fmt::format("The limit is a number from 1 to {}.", most)));
  return static_cast<std::size_t>(*count);
}

}  // namespace kassabro::admin
