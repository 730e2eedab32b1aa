#include "sandbox/sitoo/sale.hpp"

#include <cmath>

#include "base/time_text.hpp"
#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t rows_max = 500;
constexpr std::int64_t quantity_max = 10'000;

Result<int> parse_vat(const json::object& item, const std::string& field) {
  const auto* given = find_member(item, "vat");
  if (given == nullptr) return 2500;
  double percent = -1;
  if (given->is_double()) percent = given->get_double();
  if (const auto whole = int_member(item, "vat")) percent = static_cast<double>(*whole);
  if (const auto text = parse_money_text(text_of(*given).value_or("")); text && percent < 0)
    percent = static_cast<double>(*text) / 100;
  if (percent < 0 || percent > 100) return fail(invalid(field, "Must be a percentage from 0 to 100."));
  return static_cast<int>(std::lround(percent * 100));
}

const Product* find_product(const Books& books, std::string_view sku) {
  for (const auto& product : books.products)
    if (product.sku == sku) return &product;
  return nullptr;
}

Result<Line> parse_line(const json::value& value, const std::string& path, const Books& books) {
  if (!value.is_object()) return fail(invalid(path, "Must be an object."));
  const auto& item = value.get_object();
  Line line;
  line.sku = text_member(item, "sku");
  if (line.sku.empty()) return fail(invalid(path + ".sku", "Is missing."));
  const auto* product = find_product(books, line.sku);
  line.name = text_member(item, "name");
  if (line.name.empty()) line.name = product == nullptr ? line.sku : product->name;
  if (item.contains("quantity")) {
    const auto quantity = int_member(item, "quantity");
    if (!quantity || *quantity < 1 || *quantity > quantity_max)
      return fail(invalid(path + ".quantity", "Must be a whole number from 1 to 10000."));
    line.quantity = *quantity;
  }
  const auto* price = find_member(item, "price");
  if (price == nullptr && product == nullptr) return fail(invalid(path + ".price", "Is missing."));
  const auto amount = price == nullptr ? Result<Minor>(product->price) : parse_money(*price, path + ".price");
  if (!amount) return fail(amount.error());
  if (*amount < 0) return fail(invalid(path + ".price", "Must not be negative."));
  line.unit_gross = *amount;
  const auto vat =
      !item.contains("vat") && product != nullptr ? Result<int>(product->vat_hundredths) : parse_vat(item, path + ".vat");
  if (!vat) return fail(vat.error());
  line.vat_hundredths = *vat;
  return line;
}

Result<std::vector<Payment>> parse_payments(const json::object& body) {
  std::vector<Payment> payments;
  const auto* list = body.if_contains("payments");
  if (list == nullptr || list->is_null()) return payments;
  if (!list->is_array()) return fail(invalid("payments", "Must be a list of {name, amount}."));
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto path = "payments." + std::to_string(i);
    const auto& value = list->get_array()[i];
    if (!value.is_object() || !value.get_object().contains("amount")) return fail(invalid(path, "Must be {name, amount}."));
    const auto amount = parse_money(value.get_object().at("amount"), path + ".amount");
    if (!amount) return fail(amount.error());
    const auto name = text_member(value.get_object(), "name");
    payments.push_back({name.empty() ? "Card" : name, *amount});
  }
  return payments;
}

// "id" or {"bonus_check_id" or "id","amount":"40.00"}.
Result<CheckUse> parse_check_use(const json::value& value, const std::string& path) {
  CheckUse use;
  if (!value.is_object()) {
    use.id = text_of(value).value_or("");
  } else {
    use.id = first_text(value.get_object(), {"bonus_check_id", "bonuscheckid", "id"});
    if (const auto* given = find_member(value.get_object(), "amount")) {
      const auto amount = parse_money(*given, path + ".amount");
      if (!amount) return fail(amount.error());
      if (*amount <= 0) return fail(invalid(path + ".amount", "Must be more than nothing."));
      use.amount = *amount;
    }
  }
  if (use.id.empty()) return fail(invalid(path, "Must be an id, or {bonus_check_id, amount}."));
  return use;
}

Result<std::vector<CheckUse>> parse_check_uses(const json::object& body) {
  std::vector<CheckUse> uses;
  const auto* list = body.if_contains("bonus_checks");
  if (list == nullptr || list->is_null()) return uses;
  if (!list->is_array()) return fail(invalid("bonus_checks", "Must be a list."));
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    auto use = parse_check_use(list->get_array()[i], "bonus_checks." + std::to_string(i));
    if (!use) return fail(use.error());
    uses.push_back(std::move(*use));
  }
  return uses;
}

Result<std::vector<std::string>> parse_promotions(const json::object& body) {
  std::vector<std::string> ids;
  const auto* list = body.if_contains("promotions");
  if (list == nullptr || list->is_null()) return ids;
  if (!list->is_array()) return fail(invalid("promotions", "Must be a list of ids."));
  for (const auto& value : list->get_array()) {
    auto id = text_of(value).value_or("");
    if (id.empty()) return fail(invalid("promotions", "Must be a list of ids."));
    ids.push_back(std::move(id));
  }
  return ids;
}

Result<OrderState> parse_state(const json::object& body) {
  const auto state = text_member(body, "state");
  if (state.empty() || state == "closed") return OrderState::closed;
  if (state == "open") return OrderState::open;
  return fail(invalid("state", "Must be \"open\" or \"closed\"."));
}

Result<void> parse_place(const json::object& body, const Books& books, Sale& sale) {
  const auto store = int_member(body, "store").value_or(1);
  const auto till = int_member(body, "register").value_or(1);
  if (store < 1 || store > static_cast<std::int64_t>(books.stores.size()))
    return fail(invalid("store", "There is no such store."));
  sale.store = static_cast<std::size_t>(store - 1);
  if (till < 1 || till > static_cast<std::int64_t>(books.stores[sale.store].registers.size()))
    return fail(invalid("register", "There is no such till."));
  sale.cash_register = static_cast<std::size_t>(till - 1);
  return {};
}

// What the customer uses and pays with.
Result<void> parse_paying(const json::object& body, Sale& sale) {
  if (const auto payment = text_member(body, "payment"); !payment.empty()) sale.payment = payment;
  auto payments = parse_payments(body);
  if (!payments) return fail(payments.error());
  sale.payments = std::move(*payments);
  auto checks = parse_check_uses(body);
  if (!checks) return fail(checks.error());
  sale.bonus_checks = std::move(*checks);
  auto promotions = parse_promotions(body);
  if (!promotions) return fail(promotions.error());
  sale.promotions = std::move(*promotions);
  return {};
}

}  // namespace

Result<Spi> parse_spi(const json::object& body, Spi if_absent) {
  const auto spi = text_member(body, "spi");
  if (spi.empty()) return if_absent;
  if (spi == "v1") return Spi::v1;
  if (spi == "v2") return Spi::v2;
  return fail(invalid("spi", "Must be \"v1\" or \"v2\"."));
}

Result<std::optional<Timestamp>> parse_sold_at(const json::object& body) {
  const auto* given = find_member(body, "orderdate");
  if (given == nullptr) return std::nullopt;
  if (const auto seconds = int_member(body, "orderdate")) return from_epoch_ms(*seconds * 1000);
  const auto at = parse_timestamp(text_of(*given).value_or(""));
  if (!at) return fail(invalid("orderdate", "Must be Unix seconds or an ISO 8601 time."));
  return at;
}

Result<std::vector<Line>> parse_lines(const json::object& body, const std::string& name, const Books& books) {
  const auto* items = body.if_contains(name);
  if (items == nullptr || !items->is_array() || items->get_array().empty())
    return fail(invalid(name, "At least one item is needed."));
  if (items->get_array().size() > rows_max) return fail(invalid(name, "At most 500 items are allowed."));
  std::vector<Line> lines;
  for (std::size_t i = 0; i < items->get_array().size(); ++i) {
    auto line = parse_line(items->get_array()[i], name + "." + std::to_string(i), books);
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

Result<Sale> parse_sale(const json::object& body, const Books& books, Spi spi_if_absent) {
  Sale sale;
  const auto spi = parse_spi(body, spi_if_absent);
  if (!spi) return fail(spi.error());
  sale.spi = *spi;
  sale.key = text_member(body, "key");
  sale.contact_id = first_text(body, {"contactid", "contact_id"});
  if (const auto good = parse_place(body, books, sale); !good) return fail(good.error());
  auto lines = parse_lines(body, "items", books);
  if (!lines) return fail(lines.error());
  sale.lines = std::move(*lines);
  if (const auto good = parse_paying(body, sale); !good) return fail(good.error());
  const auto sold_at = parse_sold_at(body);
  if (!sold_at) return fail(sold_at.error());
  sale.sold_at = *sold_at;
  const auto state = parse_state(body);
  if (!state) return fail(state.error());
  sale.state = *state;
  sale.abort_after_redeem = bool_member(body, "abort_after_redeem").value_or(false);
  sale.email_receipt = bool_member(body, "email_receipt").value_or(false);
  return sale;
}

}  // namespace kassabro::sandbox::sitoo
