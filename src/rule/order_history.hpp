#pragma once

#include "domain/order.hpp"
#include "rule/writer.hpp"

namespace kassabro::rule {

// The records of purchases in Rule: finds, appends and changes them by order number, and learns whether their group keeps one
// record a purchase. Rule does not notice when a record is written twice (contracts section 5).
class OrderHistory {
 public:
  OrderHistory(RuleClient& client, Writer& writer, FieldSetup& setup, Facts& facts,
               std::function<void(app::AccountId, std::string)>& on_notice)
      : client_(client), writer_(writer), setup_(setup), facts_(facts), on_notice_(on_notice) {}

  // `historical`: a purchase can be told in one call. `flat`: Rule says the group is not historical, so each record is appended
  // by v3, whose write says that it is to be one, and looked at again: the owner may have switched it on. `unknown`: no
  // purchase has been told yet.
  enum class Standing { unknown, historical, flat };
  Async<Standing> standing(Shop shop);

  Async<std::expected<bool, CallError>> has_record(Shop shop, std::int64_t subscriber_id, const std::string& order_id);
  Async<Done> append(Shop shop, std::int64_t subscriber_id, const domain::Order& order);
  // False: there is no such record.
  Async<std::expected<bool, CallError>> change(Shop shop, std::int64_t subscriber_id, const domain::Order& order);
  // Reads a record back that has just been appended, and remembers what it tells of the group.
  Async<Done> learn_standing(Shop shop, std::int64_t subscriber_id, const std::string& order_id);

 private:
  Async<std::expected<bool, CallError>> search_record(Shop shop, std::int64_t subscriber_id, const std::string& order_id);

  RuleClient& client_;
  Writer& writer_;
  FieldSetup& setup_;
  Facts& facts_;
  std::function<void(app::AccountId, std::string)>& on_notice_;
};

}  // namespace kassabro::rule
