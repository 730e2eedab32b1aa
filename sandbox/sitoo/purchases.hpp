#pragma once

#include "base/json.hpp"

namespace kassabro::sandbox::sitoo {

// The rows of a customer's history as the page shows them, out of what GET /contacts/{id}/transactions (v2: /customers/...)
// answered: a list, or {"items":[...]}, of orders in Sitoo's own shape or a plain one, in either generation's spelling. The
// contracts do not show it (INFERRED), so all of them.
json::array purchases_of(const json::value& answer);

}  // namespace kassabro::sandbox::sitoo
