#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kassabro::domain {

// A phone number in E.164 ("+46701234567").
class Phone {
 public:
  // Any usual spelling: national with the account's country ("SE"), "00" prefix, "+", spaces, dashes, brackets; a blank in
  // the first place counts as "+" (a client that did not encode it). Errors: not a number that can exist (of another
  // country: not as long as its numbers are).
  static Result<Phone> parse(std::string_view text, std::string_view country);

  // The E.164 form that the text most likely has, by its digits alone: "+..." as it stands, "0..." with the country's code
  // where that is all there is to it (SE, FI). A hundred times cheaper than `parse`, and only good for looking up: what
  // nobody has may be no number, or another spelling of one.
  static std::optional<std::string> likely_e164(std::string_view text, std::string_view country);

  // For text that this program has written itself; not checked again.
  static Phone from_e164(std::string e164) { return Phone(std::move(e164)); }

  const std::string& e164() const { return e164_; }
  // False: a landline, or another number that gets no text messages.
  bool takes_sms() const;
  friend bool operator==(const Phone&, const Phone&) = default;

 private:
  explicit Phone(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

// Does the library know numbers of this country ("SE")?
bool is_phone_country(std::string_view country);

}  // namespace kassabro::domain
