#pragma once

#include "rule/client.hpp"
#include "rule/facts.hpp"
#include "rule/field.hpp"

namespace kassabro::rule {

// An account with what its things are called; lives as long as one `deliver`.
struct Shop {
  const app::Account& account;
  const RuleNames& names;
  Errand errand = {};

  Shop on(Errand other) const { return {account, names, other}; }
};

using Done = std::expected<void, CallError>;

// Creates our fields with their types in a shop's Rule account: a field that is only written comes into being as text, and a
// date or a product list then cannot be used as one. Done once for each state of the mapping tables.
//
// The order's fields wait until the first order has made their group: /customizations cannot make a group historical, and
// whether a flat group can become one is OPEN. A group that a v3 write has made historical keeps that when it gets its types.
class FieldSetup {
 public:
  FieldSetup(RuleClient& client, Facts& facts) : client_(client), facts_(facts) {}

  Async<Done> ensure_contact_fields(Shop shop);
  Async<Done> ensure_order_fields(Shop shop);
  Async<bool> has_order_fields(Shop shop);

  // Rule says that a field is missing, e.g. because somebody deleted it: creates all of them again.
  Async<Done> repeat(Shop shop);

 private:
  Async<Done> ensure(Shop shop, std::string fact, std::vector<FieldKey> keys);
  Async<Done> create(Shop shop, std::vector<FieldKey> keys);

  RuleClient& client_;
  Facts& facts_;
};

}  // namespace kassabro::rule
