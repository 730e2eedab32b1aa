#include "load/requests.hpp"

#include <array>

namespace bench {
namespace {

constexpr std::int64_t events_in_a_batch = 10;

std::string head(std::string_view method_and_path, std::string_view authorization) {
  return std::string(method_and_path) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + std::string(authorization) +
         "\r\nAccept: application/json\r\n";
}

std::string bearer(const Shop& shop, std::int64_t account) {
  return "Bearer " + (shop.token.empty() ? token_of(account) : shop.token);
}
std::string basic(std::int64_t account) { return "Basic " + basic_of(account); }

std::string get(std::string_view path, std::string_view authorization) {
  return head("GET " + std::string(path), authorization) + "\r\n";
}

std::string post(std::string_view path, std::string_view authorization, std::string_view body) {
  return head("POST " + std::string(path), authorization) +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string escaped(std::string email) {
  const auto at = email.find('@');
  return email.replace(at, 1, "%40");
}

}  // namespace

Requests::Requests(std::string_view kind, Shop shop, std::int64_t first, bool checks_answers)
    : kind_(kind),
      shop_(shop),
      checks_answers_(checks_answers),
      random_(static_cast<std::uint64_t>(first) + 1),
      next_order_(first + 1),
      next_check_(first),
      next_newcomer_(first) {}

std::optional<Request> Requests::next() {
  if (kind_ != "mixed") return of(kind_);
  auto request = of(next_of_sale());
  return request ? request : std::optional(order());  // when the checks are used up, tills go on selling
}

std::optional<Request> Requests::of(std::string_view kind) {
  if (kind == "search") return search();
  if (kind == "card") return card();
  if (kind == "redeem") return redeem();
  if (kind == "register") return enrol();
  if (kind == "ingest") return order();
  if (kind == "events") return events();
  return std::nullopt;
}

// Twenty sales: each is a search, a card and an order; two use a bonus check, one registers somebody.
std::string_view Requests::next_of_sale() {
  constexpr std::array<std::string_view, 3> sale{"search", "card", "ingest"};
  constexpr std::int64_t steps = 63;
  const auto step = step_++ % steps;
  if (step == 20 || step == 41) return "redeem";
  if (step == 62) return "register";
  return sale[static_cast<std::size_t>(step % 3)];
}

// A third each by E.164 number, national number and e-mail.
Request Requests::search() {
  const auto customer = any_customer();
  const auto form = random_() % 3;
  const auto key = form == 0   ? "%2B4670" + phone_digits_of(customer)
                   : form == 1 ? "070" + phone_digits_of(customer)
                               : escaped(email_of(customer));
  return {get("/sitoo/v1/contacts?key=" + key, bearer(shop_, customer % shop_.accounts)),
          checks_answers_ ? email_of(customer) : "",
          {}};
}

Request Requests::card() {
  const auto customer = any_customer();
  return {get("/sitoo/v2/customers?key_type=mobile&key=%2B4670" + phone_digits_of(customer), basic(customer % shop_.accounts)),
          checks_answers_ ? email_of(customer) : "",
          {}};
}

std::optional<Request> Requests::redeem() {
  const auto turn = next_check_++;
  const auto check = check_id(shop_, turn);
  if (!check) return std::nullopt;
  const auto account = turn * 7'919 % shop_.customers % shop_.accounts;
  return Request{post("/sitoo/v1/redeem", bearer(shop_, account), redemption_json(*check, turn)), "", {"check " + *check}};
}

Request Requests::enrol() {
  const auto newcomer = next_newcomer_++;
  return {post("/sitoo/v1/contacts", bearer(shop_, newcomer % shop_.accounts), registration_json(newcomer)),
          "",
          {"customer " + new_email_of(newcomer)}};
}

Request Requests::order() {
  const auto number = next_order_++;
  const auto account = buyer_of(shop_, number) % shop_.accounts;
  return {post("/sitoo/v1/transactions", bearer(shop_, account), order_json(shop_, number)),
          "",
          {"order " + std::to_string(number)}};
}

Request Requests::events() {
  const auto first = next_order_;
  next_order_ += events_in_a_batch;
  Request request{post("/sitoo/events", basic(0), events_json(first, events_in_a_batch)), "", {}};
  for (auto order = first; order < next_order_; ++order) request.accepted.push_back("order " + std::to_string(order));
  return request;
}

}  // namespace bench
