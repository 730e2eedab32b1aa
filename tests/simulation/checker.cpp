#include "tests/simulation/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kassabro::simulation {
namespace {

constexpr const char* sql_deliveries =
    "SELECT d.delivery_id, d.kind, d.state, d.order_id, d.reason, c.email FROM outbox d "
    "LEFT JOIN contacts c ON c.account_id = d.account_id AND c.contact_id = d.contact_id ORDER BY d.delivery_id";

std::string order_id_of(const rule::FakeRule::Content& record) {
  const auto found = record.find("orderid");
  return found == record.end() ? std::string() : text_of(found->second).value_or("");
}

struct Row {
  std::int64_t id = 0;
  std::string kind;
  std::string state;
  std::string email;
  std::string order_id;
  std::string reason;
};

class Check {
 public:
  Check(Database& database, const Told& told, const rule::FakeRule& rule) : database_(database), told_(told), rule_(rule) {}

  Findings run() {
    read();
    check_people();
    check_orders();
    check_sequence();
    check_bonus();
    return std::move(findings_);
  }

 private:
  template <class... Values>
  void fault(fmt::format_string<Values...> text, Values&&... values) {
    findings_.faults.push_back(fmt::format(text, std::forward<Values>(values)...));
  }

  void read() {
    auto query = database_.connection().prepare(sql_deliveries);
    while (query->step()) {
      Row row{query->integer(0), query->text(1), query->text(2), query->text(5), query->text(3), query->text(4)};
      if (row.state == "pending" || row.state == "leased") fault("delivery {} ({}) is still {}", row.id, row.kind, row.state);
      findings_.delivered += row.state == "delivered" ? 1 : 0;
      if (row.state == "parked") {
        ++findings_.parked;
        ++findings_.parked_why[row.kind + ": " + row.reason];
      }
      rows_.push_back(std::move(row));
    }
    for (const auto& [id, person] : rule_.people) {
      people_[person.email].push_back(&person);
      if (const auto found = person.records.find("Sitoo-Order"); found != person.records.end())
        for (const auto& record : found->second) records_[order_id_of(record)].push_back(person.email);
    }
  }

  bool is_parked(std::string_view kind, std::string_view email, std::string_view order) const {
    return std::ranges::any_of(rows_, [&](const Row& row) {
      return row.state == "parked" && row.kind == kind && row.email == email && row.order_id == order;
    });
  }

  void check_people() {
    for (const auto& email : told_.accepted_emails)
      if (!people_.contains(email) && !is_parked("contact_registered", email, ""))
        fault("{} was registered and is not in Rule", email);
    for (const auto& [email, people] : people_) {
      if (!told_.sent_emails.contains(email)) fault("{} is in Rule and no till has sent it", email);
      if (people.size() > 1) fault("{} is {} times in Rule", email, people.size());
    }
  }

  void check_orders() {
    for (const auto& id : told_.accepted_orders)
      if (!records_.contains(id) && !is_parked("order_completed", told_.sent_orders.at(id), id))
        fault("order {} was taken and is not in Rule", id);
    for (const auto& [id, owners] : records_) {
      const auto sent = told_.sent_orders.find(id);
      if (sent == told_.sent_orders.end())
        fault("order {} is in Rule and no till has sent it", id);
      else if (owners.front() != sent->second)
        fault("order {} of {} stands with {}", id, sent->second, owners.front());
      if (owners.size() > 1) fault("order {} is {} times in Rule", id, owners.size());
    }
    std::map<std::string, int> rows;
    for (const auto& row : rows_)
      if (row.kind == "order_completed" && ++rows[row.order_id] > 1) fault("order {} was to be told twice", row.order_id);
  }

  // The orders of a customer that stand in Rule, by the order in which their deliveries were made.
  void check_sequence() {
    std::map<std::string, std::vector<std::string>> wanted;
    for (const auto& row : rows_)
      if (row.kind == "order_completed" && row.state == "delivered") wanted[row.email].push_back(row.order_id);
    for (const auto& [email, orders] : wanted) {
      if (!people_.contains(email)) continue;
      std::vector<std::string> found;
      for (const auto& record : people_[email].front()->records.at("Sitoo-Order")) {
        auto id = order_id_of(record);
        if (std::ranges::find(orders, id) != orders.end()) found.push_back(std::move(id));
      }
      if (found != orders)
        fault("the orders of {} stand in another order than they were made: {}", email, fmt::join(found, " "));
    }
  }

  void check_bonus() {
    std::map<std::string, std::int64_t> used;
    auto query = database_.connection().prepare(
        "SELECT check_id, receipt, amount_minor FROM bonus_redemptions WHERE state = 'redeemed' ORDER BY check_id, receipt");
    std::map<std::string, std::int64_t> kept;
    while (query->step()) {
      used[query->text(0)] += query->integer(2);
      kept[query->text(0) + " " + query->text(1)] = query->integer(2);
    }
    for (const auto& [name, amount] : told_.redeemed_minor)
      if (!kept.contains(name) || kept[name] != amount) fault("redemption {} was accepted and is not kept", name);
    auto checks =
        database_.connection().prepare("SELECT check_id, value_minor, remaining_minor FROM bonus_checks ORDER BY check_id");
    while (checks->step()) {
      const auto id = checks->text(0);
      const auto value = checks->integer(1);
      const auto remaining = checks->integer(2);
      if (remaining < 0 || used[id] + remaining != value)
        fault("check {}: {} of {} used and {} left", id, used[id], value, remaining);
    }
  }

  Database& database_;
  const Told& told_;
  const rule::FakeRule& rule_;
  Findings findings_;
  std::vector<Row> rows_;
  std::map<std::string, std::vector<const rule::FakeRule::Person*>> people_;
  std::map<std::string, std::vector<std::string>> records_;  // order id -> e-mails of those who have it
};

}  // namespace

Findings check(Database& database, const Told& told, const rule::FakeRule& rule) { return Check(database, told, rule).run(); }

}  // namespace kassabro::simulation
