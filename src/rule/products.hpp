#pragma once

#include <string>
#include <vector>

#include "domain/order.hpp"

namespace kassabro::rule {

// The lines of an order as JSON text, for a message's product list:
// [{name, sku, quantity, price, price_net, vat, vat_percent, discount, total}]: prices are of one piece, `price` gross; VAT,
// discount (net) and total (gross) are of the row.
// Money is text with a dot. A weighed piece has `weight` too; its price is that of the piece.
// All of one group together must stay below 65 KiB (contracts section 2), so a very long order loses its last lines here.
std::string products_text(const domain::Order& order, const std::string& currency);

// The same with the names of Rule's WooCommerce plug-in: {name, sku, qty, price (net), price_vat (gross), vat, total}.
std::string native_products_text(const domain::Order& order, const std::string& currency);

// Names or stock numbers of the lines, each once, within their share of the group's size.
std::vector<std::string> product_names(const domain::Order& order);
std::vector<std::string> product_skus(const domain::Order& order);

}  // namespace kassabro::rule
