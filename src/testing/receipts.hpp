#pragma once

#include <fmt/format.h>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "domain/order.hpp"

// One order of each kind that a receipt must show, with sums as a till writes them.
namespace kassabro::testing {

struct KindOfReceipt {
  std::string kind;
  domain::Order order;
};

// A row of `quantity` pieces whose whole row costs `net_minor` and `vat_minor`, signed like the quantity.
inline domain::OrderLine receipt_line(const std::string& name, std::int64_t quantity, const std::string& vat_percent,
                                      std::int64_t net_minor, std::int64_t vat_minor, std::int64_t gross_discount_minor = 0) {
  domain::OrderLine line;
  line.name = name;
  line.sku = "sku-" + name;
  line.quantity = quantity;
  line.vat_percent = vat_percent;
  line.net_minor = net_minor;
  line.vat_minor = vat_minor;
  line.gross_discount_minor = gross_discount_minor;
  return line;
}

// The order of these rows: its sums are theirs, and the payment is the total.
inline domain::Order receipt_order(std::vector<domain::OrderLine> lines, const std::string& currency = "SEK",
                                   std::int64_t round_off_minor = 0) {
  domain::Order order;
  order.id = "11513";
  order.receipt_id = "SII000000150000110009";
  order.ordered_at = from_epoch_ms(1'782'907'500'000);  // 2026-07-01 12:05 UTC
  order.time_zone = "Europe/Stockholm";
  order.currency = currency;
  for (const auto& line : lines) {
    order.net_minor += line.net_minor;
    order.vat_minor += line.vat_minor;
  }
  order.total_minor = order.net_minor + order.vat_minor + round_off_minor;
  order.type = domain::type_of(lines, order.total_minor);
  order.lines = std::move(lines);
  order.payments = {{round_off_minor == 0 ? "Card" : "Cash", order.total_minor}};
  order.store = "Drottninggatan";
  order.register_id = "3";
  order.staff = "Kim";
  order.member_number = "100001";
  return order;
}

inline domain::Order weighed_order() {
  auto order = receipt_order({receipt_line("Cheese", 1, "12", 8'884, 1'066), receipt_line("Olives", 2, "12", 3'214, 386),
                              receipt_line("Paper bag", 1, "25", 560, 140)});
  order.lines[0].weight = "0.500";
  order.lines[1].weight = "0.120";
  return order;
}

inline domain::Order check_order() {
  auto order =
      receipt_order({receipt_line("Coat", 1, "25", 71'920, 17'980, 10'000), receipt_line("Scarf", 1, "25", 23'920, 5'980)});
  order.lines[0].bonus_check_ids = {"BC-1"};
  return order;
}

inline domain::Order many_lines_order(int count) {
  std::vector<domain::OrderLine> lines;
  for (int i = 0; i < count; ++i)
    lines.push_back(receipt_line(fmt::format("Article number {}", i + 1), 1 + i % 3, i % 4 == 0 ? "12" : "25", 3'999 + i * 7,
                                 1'000 + i * 2, i % 5 == 0 ? 250 : 0));
  return receipt_order(std::move(lines));
}

inline domain::Order returned_order() {
  auto order = receipt_order({receipt_line("Shirt", -1, "25", -23'920, -5'980, 5'000)});
  order.credited_order_id = "11400";
  return order;
}

// All that comes out even: what comes back pays for what goes out.
inline domain::Order even_exchange() {
  auto order = receipt_order(
      {receipt_line("Shoes, 41", -1, "25", -79'920, -19'980), receipt_line("Shoes, 42", 1, "25", 79'920, 19'980)});
  order.payments.clear();
  return order;
}

// Money that moved in the other order of the exchange is not told here.
inline domain::Order uneven_exchange() {
  auto order =
      receipt_order({receipt_line("Shoes, 41", -1, "25", -79'920, -19'980), receipt_line("Boots", 1, "25", 119'920, 29'980)});
  order.payments = {{"Gift card", 20'000}};
  return order;
}

// Sums that are not those of the rows, and payments that are not the total.
inline domain::Order contradictory_order() {
  auto order = receipt_order({receipt_line("Shirt", 1, "25", 8'000, 2'000)});
  order.net_minor = 8'001;
  order.vat_minor = 2'345;
  order.total_minor = 11'111;
  order.payments = {{"Card", 10'000}};
  return order;
}

inline std::vector<KindOfReceipt> all_kinds_of_receipts() {
  auto hostile = receipt_order({receipt_line("<script>alert(1)</script>", 1, "25\"><b>", 8'000, 2'000)});
  hostile.store = "<img src=x onerror=alert(1)>";
  hostile.staff = "Kim' onclick='x";
  hostile.receipt_id = "R\"><script>1</script>";
  hostile.member_number = "</title><script>";
  hostile.payments = {{"Card</td><script>", 10'000}};
  hostile.lines[0].bonus_check_ids = {"<script>"};
  auto nameless = receipt_order({receipt_line("", 1, "", 100, 25)});
  nameless.lines[0].sku.clear();
  nameless.payments[0].name.clear();
  nameless.receipt_id.clear();
  return {
      {"sale",
       receipt_order({receipt_line("Shirt", 2, "25", 16'000, 4'000, 5'000), receipt_line("Book", 1, "6", 20'000, 1'200)})},
      {"return", returned_order()},
      {"even exchange", even_exchange()},
      {"uneven exchange", uneven_exchange()},
      {"weighed", weighed_order()},
      {"EUR", receipt_order({receipt_line("Scarf", 3, "25.5", 7'171, 1'829)}, "EUR", 2)},
      {"JPY", receipt_order({receipt_line("Tea", 3, "10", 4'500, 450)}, "JPY")},
      {"ISK", receipt_order({receipt_line("Wool", 1, "24", 1'234'567, 296'296)}, "ISK")},
      {"cash",
       receipt_order({receipt_line("Milk", 1, "12", 1'690, 203), receipt_line("Bread", 1, "12", 2'580, 310)}, "SEK", 17)},
      {"three rates",
       receipt_order({receipt_line("Shirt", 1, "25", 8'000, 2'000), receipt_line("Lunch", 1, "12.00", 10'000, 1'200),
                      receipt_line("Book", 1, "6", 20'000, 1'200), receipt_line("Lunch", 1, "12", 5'000, 600)})},
      {"bonus check", check_order()},
      {"nothing to pay", receipt_order({receipt_line("Gift", 1, "25", 0, 0, 10'000)})},
      {"200 lines", many_lines_order(200)},
      {"hostile names", hostile},
      {"no names", nameless},
      {"no lines", receipt_order({})},
      {"contradictory", contradictory_order()},
  };
}

}  // namespace kassabro::testing
