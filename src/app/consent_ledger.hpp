#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"

namespace kassabro::app {

// What a record of the consent ledger was told: these channels by the person's own choice. Of the others it only repeats
// what held before.
struct ToldConsents {
  bool email = false;
  bool sms = false;
  bool mail = false;
  std::string reason = {};  // as the marketing platform says it: "user", "spam"; "" at the till
};

// The newest choice that somebody made of a channel.
struct ConsentChoice {
  bool accepts = false;
  Timestamp at;
  std::string source;                  // Origin::source: a till's, or "rule"
  bool has_opted_out_in_rule = false;  // at any time, also before this choice
  bool has_declined_at_till = false;   // likewise

  bool is_of_rule() const;
};

// Absent: nobody has ever been heard on this channel.
struct ConsentChoices {
  std::optional<ConsentChoice> email;
  std::optional<ConsentChoice> sms;
};

// Channels of the marketing platform.
struct RemoteChannels {
  bool email = false;
  bool sms = false;
  bool any() const { return email || sms; }
  friend bool operator==(const RemoteChannels&, const RemoteChannels&) = default;
};

// Where marketing is not sent, and since when, as far as the platform says.
struct RemoteSuppressed {
  RemoteChannels channels;
  std::optional<Timestamp> email_since = {};
  std::optional<Timestamp> sms_since = {};
};

inline constexpr const char* rule_source = "rule";  // Origin::source of what comes from the marketing platform

inline bool ConsentChoice::is_of_rule() const { return source == rule_source; }

}  // namespace kassabro::app
