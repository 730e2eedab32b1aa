#pragma once

#include <string>

#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {

// A shop whose tills speak both SPIs, whose events arrive, and whose Rule account is the token's.
class ConnectedShop {
 public:
  explicit ConnectedShop(std::vector<std::string> more_settings = {});

  System& system() { return system_; }
  // A call of SPI v2 with the account's own credentials.
  Answer spi_v2(http::Method method, const std::string& path, const std::string& body = {});
  // POST /control/pos/sell with these members; the answer's object. The test fails when the till refuses.
  json::object sell(const std::string& members);
  json::object post_to_sandbox(const std::string& path, const std::string& body);

  // Registers by SPI v1; the contact's id.
  std::string register_customer(const std::string& email);
  // What a marketer writes into the field of a customer whom Rule knows: the text as it stands.
  void write_bonus_field(const std::string& email, const std::string& text);
  // Bonus checks of these ids and amounts, e.g. {{"B1", "100.00"}}.
  void give_checks(const std::string& email, const std::vector<std::pair<std::string, std::string>>& checks);
  // Waits until the customer's card at the till shows so many usable checks.
  bool wait_for_checks(const std::string& email, std::size_t count);

  // The card by SPI v2; an empty object when nobody is found.
  json::object card(const std::string& email);
  // The bonus check in Rule's field; an empty object when it does not stand there.
  json::object check_in_rule(const std::string& email, const std::string& check_id);
  bool wait_until_quiet(std::chrono::seconds patience = std::chrono::seconds(60)) { return system_.wait_until_quiet(patience); }
  SubscriberView in_rule(const std::string& email);

 private:
  System system_;
  Caller caller_;
  std::string authorization_;
};

}  // namespace kassabro::tests
