#pragma once

#include <string>

#include "app/message_type.hpp"
#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "base/secret_string.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

using domain::AccountId;

enum class AccountStatus {
  active,
  key_refused,  // Rule no longer takes the key: deliveries wait, the tills go on
};

// One shop: a set of tills that share their customers, and the marketing account they belong to.
struct Account {
  AccountId id = 0;
  std::string name;
  std::string country = "SE";                    // ISO 3166; reads national phone numbers
  std::string time_zone = "Europe/Stockholm";    // IANA; for local dates where an order does not tell
  std::string currency = "SEK";                  // where an order does not tell
  AccountStatus status = AccountStatus::active;
  SecretString rule_key;
  SecretString api_token;       // what the till presents on SPI v1; the Rule key itself when activated as the article tells
  std::string basic_user;       // SPI v2 and events
  SecretString basic_password;
  std::string sitoo_base_url;   // Sitoo REST
  std::string sitoo_api_id;
  SecretString sitoo_password;
  std::int64_t eshop_id = 1;
  json::object settings;        // each adapter reads its own member: "sitoo_v1", "rule"
  Timestamp created_at;
  MessageTypes told_types;  // what any of its endpoints is to be told (app/endpoint.hpp), so that who has none pays nothing
};

}  // namespace kassabro::app
