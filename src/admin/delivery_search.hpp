#pragma once

#include <functional>

#include "app/delivery_queue.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "http/url.hpp"

namespace kassabro::admin {

inline constexpr const char* delivery_states_text = "A state is pending, leased, delivered or parked.";

// From the parameters of a query, or the members of a selection; they have the same names. Errors name them.
Result<app::DeliverySearch> parse_delivery_search(const http::Query& query);
Result<app::DeliverySearch> parse_delivery_search(const json::object& selection);

}  // namespace kassabro::admin
