#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "load/shop.hpp"

namespace bench {

struct Request {
  std::string text;                       // head and body, ready to be sent
  std::string expected;                   // must stand in the answer; empty: anything
  std::vector<std::string> accepted;      // what a 200 promises: "order 17", "check BC-1-0", "customer new1@…"
};

// One kind of request after the other: search, card, redeem, register, ingest, events or mixed.
class Requests {
 public:
  // `first` makes the numbers of this run differ from those of others on the same store.
  Requests(std::string_view kind, Shop shop, std::int64_t first, bool checks_answers);

  // None when there is nothing left to ask, or the kind is unknown.
  std::optional<Request> next();

 private:
  std::optional<Request> of(std::string_view kind);
  Request search();
  Request card();
  std::optional<Request> redeem();
  Request enrol();
  Request order();
  Request events();
  std::string_view next_of_sale();
  std::int64_t any_customer() { return std::uniform_int_distribution<std::int64_t>(0, shop_.customers - 1)(random_); }

  std::string kind_;
  Shop shop_;
  bool checks_answers_;
  std::mt19937_64 random_;
  std::int64_t next_order_;
  std::int64_t next_check_;
  std::int64_t next_newcomer_;
  std::int64_t step_ = 0;
};

}  // namespace bench
