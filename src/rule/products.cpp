#include "rule/products.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/json.hpp"
#include "domain/money.hpp"

namespace kassabro::rule {
namespace {

using domain::amount_text;
using domain::Order;
using domain::OrderLine;

// Three parts of the group's 65 KiB; the rest holds the short fields.
constexpr std::size_t products_bytes_max = std::size_t{40} * 1024;
constexpr std::size_t names_bytes_max = std::size_t{8} * 1024;

// Of one piece, rounded half away from zero. A returned line has both signs negative, so a price is positive.
std::int64_t per_piece(std::int64_t row_minor, std::int64_t quantity) {
  if (quantity == 0) return row_minor;
  const auto magnitude = (std::abs(row_minor) + std::abs(quantity) / 2) / std::abs(quantity);
  return (row_minor < 0) == (quantity < 0) ? magnitude : -magnitude;
}

json::object product_of(const OrderLine& line, const std::string& currency) {
  const auto gross_minor = line.net_minor + line.vat_minor;
  json::object product{{"name", line.name},
                       {"sku", line.sku},
                       {"quantity", line.quantity},
                       {"price", amount_text(per_piece(gross_minor, line.quantity), currency)},
                       {"price_net", amount_text(per_piece(line.net_minor, line.quantity), currency)},
                       {"vat", amount_text(line.vat_minor, currency)},
                       {"vat_percent", line.vat_percent},
                       {"discount", amount_text(line.discount_minor, currency)},
                       {"total", amount_text(gross_minor, currency)}};
  if (!line.weight.empty()) product["weight"] = line.weight;
  return product;
}

json::object native_product_of(const OrderLine& line, const std::string& currency) {
  const auto gross_minor = line.net_minor + line.vat_minor;
  return {{"name", line.name},
          {"sku", line.sku},
          {"qty", line.quantity},
          {"price", amount_text(per_piece(line.net_minor, line.quantity), currency)},
          {"price_vat", amount_text(per_piece(gross_minor, line.quantity), currency)},
          {"vat", amount_text(line.vat_minor, currency)},
          {"total", amount_text(gross_minor, currency)}};
}

std::string array_text(const Order& order, const std::string& currency,
                       json::object (*make)(const OrderLine&, const std::string&)) {
  std::string text = "[";
  for (const auto& line : order.lines) {
    const auto item = to_json_text(make(line, currency));
    if (text.size() + item.size() > products_bytes_max) break;
    if (text.size() > 1) text += ',';
    text += item;
  }
  return text + "]";
}

std::vector<std::string> each_once(const Order& order, std::string OrderLine::* member) {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (const auto& line : order.lines) {
    const auto& text = line.*member;
    if (text.empty() || std::ranges::find(texts, text) != texts.end()) continue;
    bytes += text.size() + 3;  // with quotes and comma
    if (bytes > names_bytes_max) break;
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

std::string products_text(const Order& order, const std::string& currency) { return array_text(order, currency, product_of); }
std::string native_products_text(const Order& order, const std::string& currency) {
  return array_text(order, currency, native_product_of);
}
std::vector<std::string> product_names(const Order& order) { return each_once(order, &OrderLine::name); }
std::vector<std::string> product_skus(const Order& order) { return each_once(order, &OrderLine::sku); }

}  // namespace kassabro::rule
