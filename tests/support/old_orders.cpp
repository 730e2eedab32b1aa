#include "tests/support/old_orders.hpp"

#include <gtest/gtest.h>

#include "http/basic_credentials.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {

Totals old_orders_in_sitoo(System& system) {
  Totals totals;
  Caller caller;
  const auto authorization = http::to_basic_header({"1500-1", SecretString("sandbox")});
  for (std::int64_t from = 0;;) {
    const auto answer = caller.call(http::Method::get,
                                    system.sandbox_url() +
                                        "/sitoo/v2/accounts/1500/orders.json?orderstate=10&sort=orderid&num=1000"
                                        "&fields=orderid,email,phone,moneytotal_gross_all&orderidfrom=" +
                                        std::to_string(from),
                                    {}, {{"Authorization", authorization}});
    const auto body = answer.json();
    if (!body.is_object()) throw std::runtime_error("no orders: " + answer.body);
    const auto& items = body.at("items").as_array();
    if (items.empty()) return totals;
    for (const auto& item : items) {
      const auto& order = item.as_object();
      from = int_member(order, "orderid").value() + 1;
      if (!text_member(order, "email").empty() || !text_member(order, "phone").empty())
        totals[text_member(order, "orderid")] = text_member(order, "moneytotal_gross_all");
    }
  }
}

Totals old_orders_in_rule(System& system) {
  const RuleView rule(system.rule_dump());
  for (const auto& subscriber : rule.subscribers())
    for (const auto& [tag, mode] : subscriber.automations()) ADD_FAILURE() << "started " << tag << " " << mode;
  return orders_in_rule(system);
}

Totals orders_in_rule(System& system) {
  Totals totals;
  const RuleView rule(system.rule_dump());
  for (const auto& subscriber : rule.subscribers())
    for (const auto& record : subscriber.records("Sitoo-Order"))
      EXPECT_TRUE(totals.emplace(record.at("orderid"), record.at("total")).second) << record.at("orderid") << " is there twice";
  return totals;
}

json::object find_job(System& system, const std::string& kind) {
  const auto listed = system.command({"jobs", "list"});
  const auto body = parse_json(listed.output);
  if (listed.status != 0 || !body) return {};
  for (const auto& item : body->at("items").as_array())
    if (text_member(item.as_object(), "kind") == kind) return item.as_object();
  return {};
}

bool wait_for_job(System& system, const std::string& kind, std::chrono::seconds patience) {
  return eventually(
      [&] {
        const auto state = text_member(find_job(system, kind), "state");
        return state == "finished" || state == "failed" || state == "cancelled";
      },
      patience);
}

}  // namespace kassabro::tests
