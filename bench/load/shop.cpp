#include "load/shop.hpp"

#include <ctime>

namespace bench {
namespace {

constexpr std::int64_t stride = 7'919;  // prime: it has no factor in common with any number of customers used here

std::string seven_digits(std::int64_t number) {
  auto text = std::to_string(number % 10'000'000);
  return std::string(7 - text.size(), '0') + text;
}

std::string item(const char* sku, const char* name, int quantity, const char* net, const char* vat) {
  return std::string(R"({"sku":")") + sku + R"(","productname":")" + name + R"(","quantity":)" + std::to_string(quantity) +
         R"(,"vatvalue":25,"moneyitemtotal_net":")" + net + R"(","moneyitemtotal_vat":")" + vat + R"("})";
}

std::string base64(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const auto bits = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    out += letters[bits >> 18U];
    out += letters[bits >> 12U & 63U];
    out += i + 1 < text.size() ? letters[bits >> 6U & 63U] : '=';
    out += i + 2 < text.size() ? letters[bits & 63U] : '=';
  }
  return out;
}

}  // namespace

std::string email_of(std::int64_t customer) {
  return "customer" + std::to_string(customer) + "@shop" + std::to_string(customer % 97) + ".example";
}

std::string phone_digits_of(std::int64_t customer) { return seven_digits(customer * 7'654'321); }

std::int64_t buyer_of(const Shop& shop, std::int64_t order) { return order * stride % shop.customers; }

std::string order_json(const Shop& shop, std::int64_t order) {
  static const std::string items = item("1001-BLUE-M", "Shirt, blue, M", 1, "319.20", "79.80") + "," +
                                   item("2002", "Socks, three pairs", 2, "158.40", "39.60");
  const auto id = std::to_string(order);
  return R"({"orderid":")" + id + R"(","receiptid":"R)" + id + R"(","orderdate":)" + std::to_string(std::time(nullptr)) +
         R"(,"orderstateid":10,"ordertypeid":10,"currencycode":"SEK","moneytotal_gross_all":"597.00","moneyfinal_net":"477.60",)"
         R"("moneyfinal_vat":"119.40","registerid":"3","email":")" +
         email_of(buyer_of(shop, order)) + R"(","orderitems":[)" + items +
         R"(],"payments":[{"name":"Card","moneyamount":"597.00","cardbrand":"Visa","maskedpan":"************1234"}],)"
         R"("additionaldata":{"pos-receiptid":"R)" +
         id +
         R"(","pos-timezone":"Europe/Stockholm","store-externalid":"store-7","store-name":"Drottninggatan",)"
         R"("pos-staffsales-name":"Kim"}})";
}

std::string events_json(std::int64_t first, std::int64_t count) {
  std::string text = "[";
  for (auto order = first; order < first + count; ++order) {
    const auto id = std::to_string(order);
    text += std::string(order == first ? "" : ",") + R"({"event_id":"5e9fd002-1190-4a4c-9f3a-)" +
            std::string(12 - id.size(), '0') + id +
            R"(","event_type":"order","event_time":"2026-11-30T10:00:00Z","data":{"order_id":)" + id +
            R"(,"eshop_id":1,"order_event_type":"completed","order_state_id":10,"order_type_id":10}})";
  }
  return text + "]";
}

std::optional<std::string> check_id(const Shop& shop, std::int64_t turn) {
  const auto index = turn / shop.customers;
  if (index >= shop.checks_per_customer) return std::nullopt;
  return "BC-" + std::to_string(turn * stride % shop.customers) + "-" + std::to_string(index);
}

// The till does not say whose the check is: the server finds that out by the check's id.
std::string redemption_json(std::string_view check, std::int64_t turn) {
  return R"({"bonus_check_ids":[")" + std::string(check) + R"("],"promotion_ids":[],"receipt_id":"R)" + std::to_string(turn) +
         R"("})";
}

std::string new_email_of(std::int64_t newcomer) { return "new" + std::to_string(newcomer) + "@newcomers.example"; }

std::string registration_json(std::int64_t newcomer) {
  return R"({"email":")" + new_email_of(newcomer) + R"(","mobile":"073)" + seven_digits(newcomer) +
         R"(","namefirst":"Kim","namelast":"Lind","invoice_address":"Storgatan 1","invoice_zip":"11122",)"
         R"("invoice_city":"Stockholm","invoice_countryid":"se","accepts_email":true,"accepts_sms":false})";
}

std::string token_of(std::int64_t account) {
  return "kt_bench_only_on_this_machine" + (account == 0 ? std::string() : "_" + std::to_string(account));
}

std::string basic_of(std::int64_t account) {
  return base64("bench" + (account == 0 ? std::string() : std::to_string(account)) + ":bench");
}

}  // namespace bench
