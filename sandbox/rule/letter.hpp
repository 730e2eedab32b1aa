#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace kassabro::sandbox::rule {

// A message as it lies in a mailbox or among text messages; or, suppressed, as it would have lain there.
struct Letter {
  std::int64_t id = 0;
  Timestamp at;
  std::int64_t account_id = 0, subscriber_id = 0;  // 0: to somebody whom Rule does not know
  bool is_sms = false;
  bool is_transactional = false;
  bool is_suppressed = false;
  std::string reason;  // why it is
  std::string to, from, subject, html, plain;
  std::int64_t automail_id = 0, message_id = 0, transaction_id = 0;  // 0: none
  std::string tag;
  std::string secret;  // part of its links, so that nobody unsubscribes others
};

inline constexpr std::size_t letters_max = 20'000;

// Letters are written when nobody knows by which address their reader reaches the sandbox, so their links begin with this
// root, which becomes the caller's own when they are read.
inline constexpr std::string_view letter_root = "http://rule.sandbox.invalid";
std::string with_root(std::string_view text, std::string_view base_url);

}  // namespace kassabro::sandbox::rule
