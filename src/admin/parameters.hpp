#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/account.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "http/url.hpp"

namespace kassabro::admin {

// As many rows as any list has at most.
inline constexpr std::int64_t rows_max = 10'000;

// A decimal id. Error: invalid, naming `field`.
Result<std::int64_t> parse_id(std::string_view text, std::string field);

// The parameter, or the body's member, "account". Absent: not given, or empty.
Result<std::optional<app::AccountId>> parse_account(const http::Query& query);
Result<std::optional<app::AccountId>> parse_account(const json::object& body);

// A member that is there is a text: what is none is no answer to leave out. Error: invalid, naming the first that is none.
Result<void> check_texts(const json::object& body, std::span<const std::string_view> names);

// "true" or "false"; false when it is not given.
Result<bool> parse_flag(const http::Query& query, std::string_view name);

// The parameter "limit", from 1 to `most`; 100 when it is not given.
Result<std::size_t> parse_limit(const http::Query& query, std::int64_t most = rows_max);

}  // namespace kassabro::admin
