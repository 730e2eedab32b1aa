#pragma once

#include "base/json.hpp"

namespace kassabro::sandbox::sitoo {

// The rows of a customer's history as the page shows them, out of what GET /contacts/{id}/transactions answered: a list, or
// {"items":[...]}, of orders in Sitoo's own shape or in a plain one. The contract does not show it (INFERRED), so both.
json::array purchases_of(const json::value& answer);

}  // namespace kassabro::sandbox::sitoo
