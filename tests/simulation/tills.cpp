#include "tests/simulation/tills.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>

#include "app/bonus_ledger.hpp"

namespace kassabro::simulation {

using http::Method;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds till_patience{10};
constexpr milliseconds between_steps{90'000};

std::string order_body(const std::string& id, const std::string& email) {
  return fmt::format(
      R"({{"orderid":"{}","email":"{}","currencycode":"SEK","moneytotal_gross_all":"100.00","moneyfinal_net":"80.00",)"
      R"("moneyfinal_vat":"20.00","orderitems":[{{"sku":"1","productname":"Shirt","quantity":1,"vatvalue":25,)"
      R"("moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}}]}})",
      id, email);
}

std::string check_of(int customer) { return fmt::format("b{}", customer); }

std::string redeem_body(const std::string& check, const std::string& receipt, std::int64_t amount_minor) {
  return fmt::format(R"({{"bonuschecks":[{{"bonuscheckid":"{}","amount":"{}.{:02}"}}],"receiptid":"{}"}})", check,
                     amount_minor / 100, amount_minor % 100, receipt);
}

}  // namespace

void Tills::expect_customer(int number, milliseconds time) {
  auto visit = std::make_shared<Visit>();
  visit->customer = number;
  visit->email = fmt::format("c{}@shop.se", number);
  const int orders = 1 + around_.random.below(4);
  for (int i = orders; i > 0; --i) visit->left.push_back({Step::Kind::buy, fmt::format("c{}o{}", number, i), 0});
  visit->left.push_back({Step::Kind::register_, "", 0});
  begin(visit, time);
}

void Tills::begin(const VisitPtr& visit, milliseconds in) {
  ++open_;
  around_.schedule.after(in, nobody, [this, visit] { attempt(visit); });
}

void Tills::attempt(const VisitPtr& visit) {
  if (visit->left.empty()) {
    --open_;
    return;
  }
  ask(visit, ++visit->tries);
}

void Tills::ask(const VisitPtr& visit, int number) {
  const auto& step = visit->left.back();
  if (step.kind == Step::Kind::register_) told_.sent_emails.insert(visit->email);
  if (step.kind == Step::Kind::buy) told_.sent_orders[step.id] = visit->email;
  around_.schedule.after(till_patience, nobody, [this, visit, number] { retry(visit, number); });
  auto* node = nodes_.any();
  if (node == nullptr) return;
  boost::asio::co_spawn(around_.schedule.context(), send(*node, *visit, step),
                        [this, visit, number](const std::exception_ptr& failure, const http::Response& response) {
                          if (!failure) answer(visit, number, response);
                        });
}

Async<http::Response> Tills::send(Node& node, const Visit& visit, const Step& step) {
  const auto token = account_.api_token.reveal();
  switch (step.kind) {
    case Step::Kind::register_: return node.call(token, Method::post, "/contacts", R"({"email":")" + visit.email + R"("})");
    case Step::Kind::find: return node.call(token, Method::get, "/contacts?key=" + visit.email, "");
    case Step::Kind::redeem:
      return node.call(token, Method::post, "/contacts/" + visit.contact_id + "/redeem",
                       redeem_body(check_of(visit.customer), step.id, step.amount_minor));
    case Step::Kind::buy: return node.call(token, Method::post, "/transactions", order_body(step.id, visit.email));
  }
  return {};
}

// Nobody answered in time, or the listener answered that it cannot now.
void Tills::retry(const VisitPtr& visit, int number) {
  if (visit->tries != number) return;
  ++visit->tries;
  around_.schedule.after(around_.random.between(seconds(1), seconds(5)), nobody, [this, visit] { attempt(visit); });
}

void Tills::answer(const VisitPtr& visit, int number, const http::Response& response) {
  if (visit->tries != number) return;
  if (response.status >= 500 || response.status == 429) return;  // until the till's patience ends
  const auto step = visit->left.back();
  visit->left.pop_back();
  note(visit, step, response);
  ++visit->tries;
  around_.schedule.after(around_.random.between(milliseconds(200), between_steps), nobody, [this, visit] { attempt(visit); });
}

void Tills::note(const VisitPtr& visit, const Step& step, const http::Response& response) {
  const bool is_taken = response.status == 200;
  switch (step.kind) {
    case Step::Kind::register_:
      if (is_taken) return take_registered(visit, std::string(parse_json(response.body)->as_string()));
      visit->left.push_back({Step::Kind::find, "", 0});  // an earlier try has come through
      return;
    case Step::Kind::find: {
      const auto found = is_taken ? *parse_json(response.body) : json::value(json::array());
      if (!found.as_array().empty()) return take_registered(visit, text_member(found.at(0).as_object(), "contactid"));
      visit->left.push_back({Step::Kind::register_, "", 0});
      return;
    }
    case Step::Kind::buy:
      if (is_taken) told_.accepted_orders.insert(step.id);
      return;
    case Step::Kind::redeem:
      if (is_taken) told_.redeemed_minor[check_of(visit->customer) + " " + step.id] = step.amount_minor;
      return;
  }
}

// Two more tills are opened, that want more of the customer's check than it is worth.
void Tills::take_registered(const VisitPtr& visit, const std::string& contact_id) {
  visit->contact_id = contact_id;
  told_.accepted_emails.insert(visit->email);
  give_check(*visit);
  for (int till = 0; till < 2; ++till) {
    auto other = std::make_shared<Visit>(*visit);
    other->left.clear();
    for (int i = 0; i < 2; ++i)
      other->left.push_back(
          {Step::Kind::redeem, fmt::format("c{}t{}r{}", visit->customer, till, i), 100 * (20 + around_.random.below(41))});
    begin(other, around_.random.between(milliseconds(1), seconds(20)));
  }
}

void Tills::give_check(const Visit& visit) {
  domain::BonusCheck check;
  check.id = check_of(visit.customer);
  check.name = "Bonus";
  check.value_minor = check.remaining_minor = check_minor;
  check.currency = "SEK";
  const auto contact = std::stoll(visit.contact_id);
  store::sql::Writer::Work work = [&](app::Tables& tables, store::sql::Connection&) {
    const app::Origin origin{"import", "", "", ""};
    app::BonusLedger ledger(tables, account_, contact, origin, around_.schedule.now());
    if (ledger.find(check.id)) return false;
    ledger.make_own(std::nullopt, {check, domain::BonusEntryKind::issued, check.value_minor});
    ledger.enqueue();
    return true;
  };
  const auto faults = std::exchange(around_.database.faults, {});
  around_.database.transact(work);
  around_.database.faults = faults;
}

}  // namespace kassabro::simulation
