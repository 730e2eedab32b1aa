#pragma once

#include <cstdint>

#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

struct SeedPlan {
  std::int64_t customers = 100, orders = 1000;
  std::uint64_t seed = 1;
};

// {"customers":N,"orders":N,"seed":1}. Errors name the field.
Result<SeedPlan> parse_seed_plan(const json::object& body);

// Replaces all sales by sample data that depends on nothing but the plan: customers, and exactly `orders` orders of the two
// years before 1 November 2026: sales, anonymous cash sales with rounding, split payments, discounts, returns with and
// without their order, bookings, cancelled orders, and sales that an offline till reported late.
void seed(Books& books, const SeedPlan& plan);

}  // namespace kassabro::sandbox::sitoo
