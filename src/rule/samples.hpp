#pragma once

#include "app/delivery.hpp"
#include "domain/order.hpp"

namespace kassabro::rule::samples {

app::Account account();

// Only what a registration needs: an e-mail address.
domain::Contact small_contact();
// Every field filled.
domain::Contact full_contact();

// Only what an order needs.
domain::Order small_order();
// Every field filled: a sale with a discount, a weighed piece and two bonus checks.
domain::Order full_order();
domain::Order return_order();

app::DeliveryJob job(app::DeliveryKind kind, domain::Contact contact, std::optional<domain::Order> order = std::nullopt);

}  // namespace kassabro::rule::samples
