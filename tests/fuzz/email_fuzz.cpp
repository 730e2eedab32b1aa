// E-mail addresses as people write them.
#include "base/scrub.hpp"
#include "domain/email.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  if (!is_utf8(input)) return;  // the edges have refused it
  const auto email = domain::Email::parse(input);
  if (!email) return hold_field(email.error());
  const auto& text = email->text();
  hold(is_utf8(text), "an address is UTF-8");
  const auto at = text.find('@');
  hold(at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos, "an address has one @");
  hold(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-", at + 1) == std::string::npos, "a domain is ASCII");
  hold(!has_control_characters(text), "an address has no control characters");
  const auto again = domain::Email::parse(text);
  hold(again && *again == *email, "a normalised address is read as itself");
  hold(without_personal_data("<" + text + ">").find(text) == std::string::npos, "an address is scrubbed");
}

}  // namespace kassabro::fuzz
