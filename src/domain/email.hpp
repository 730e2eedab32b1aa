#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kassabro::domain {

// An e-mail address, normalised so that equal mailboxes are equal texts: lower case, the domain in ASCII (IDNA 2008 / UTS 46).
class Email {
 public:
  // Errors: not an address (no or several @, blanks, an impossible domain, too long).
  static Result<Email> parse(std::string_view text);

  // For text that this program has written itself; not checked again.
  static Email from_normalised(std::string text) { return Email(std::move(text)); }

  const std::string& text() const { return text_; }
  friend bool operator==(const Email&, const Email&) = default;

 private:
  explicit Email(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace kassabro::domain
