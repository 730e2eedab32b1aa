#pragma once

#include "app/customer_file.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

json::object customer_head(app::AccountId account, const domain::Contact& contact);

// All but the purchases.
json::object customer_object(app::AccountId account, const app::CustomerFile& file);
json::object consent_object(const app::ConsentRecord& record);
json::object purchase_object(const domain::Order& order);
json::object happening_object(const app::Happening& happening);

}  // namespace kassabro::admin
