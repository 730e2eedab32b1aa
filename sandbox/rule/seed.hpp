#pragma once

#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// What a web shop's plug-in has left in Rule before the tills are connected.
struct SeedPlan {
  std::string key;
  std::int64_t subscribers = 0;
  std::string orders;  // name of the historical group of orders; "": none
  bool bonus = false;  // bonus checks in Sitoo-Contact.bonuschecks
  std::uint64_t seed = 1;
};

// {"key":"rk_…","subscribers":N,"orders":"Order" or absent,"bonus":true|false,"seed":1}. Errors name the field.
Result<SeedPlan> parse_seed_plan(const json::object& body);

struct Seeded {
  std::int64_t account = 0, subscribers = 0, records = 0, bonus_checks = 0;
};

// web1@example.com, +46731000001 and so on, in the key's account; the same for the same plan. The caller holds the state's
// mutex. Errors: the key is not valid, the account has them already.
Result<Seeded> seed(State& state, const SeedPlan& plan, Timestamp now);

}  // namespace kassabro::sandbox::rule
