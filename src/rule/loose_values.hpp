#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/consent_ledger.hpp"
#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/time_text.hpp"

namespace kassabro::rule {

// Reading what people and web shops write into Rule's fields (D13): each in the spellings that were seen or are likely. What
// fits none of them is absent, never a guess.

// The time zone of the times that Rule itself writes (INFERRED from its Retry-After, contracts section 1).
inline constexpr std::string_view rule_time_zone = "Europe/Stockholm";

struct LooseAmount {
  std::int64_t minor = 0;
  std::string currency;  // as the text says it ("100 EUR"); empty: it does not
};

enum class Rounding {
  refuse,  // more decimals than the currency has are no amount
  half_up,  // of a web shop's computed prices
};

// 100, 100.5, "100.00", "100,50", "1 234,50", "1.234,50", "100 kr", "SEK 100", "100:-". `currency` tells how many decimals
// there are where the text does not name another.
std::optional<LooseAmount> loose_amount(const json::value& value, std::string_view currency,
                                        Rounding rounding = Rounding::refuse);

// true, 1, "true", "yes", "ja", "x" and their opposites, in any case.
std::optional<bool> loose_yes(const json::value& value);

// "2026-12-31", "2026-12-31 23:59:59" (on the zone's clock), "2026-12-31T23:00:00Z", "20261231", Unix seconds or
// milliseconds. A day alone begins at midnight of the zone.
std::optional<Timestamp> loose_time(const json::value& value, std::string_view time_zone);
// The member `message_type`: "email", "text_message", "sms", 1, 2, or {key}. Absent: it is not said, or in no word that we know.
std::optional<app::RemoteChannels> loose_channels(const json::object& holder);

// The day of the zone's calendar.
std::optional<Date> loose_date(const json::value& value, std::string_view time_zone);

}  // namespace kassabro::rule
