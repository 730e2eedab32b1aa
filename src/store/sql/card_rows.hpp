#pragma once

#include "app/readers.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// What the customer card shows besides the contact itself.
app::ContactExtras get_contact_extras(Connection& connection, domain::AccountId account, domain::ContactId contact);
// Ids of the promotions of which a use stands.
std::vector<std::string> list_used_promotions(Connection& connection, domain::AccountId account, domain::ContactId contact);
// Newest first.
std::vector<domain::Order> list_channel_purchases(Connection& connection, domain::AccountId account, domain::ContactId contact,
                                                  std::size_t count_max);

app::PurchaseSummary summarise_purchases(Connection& connection, domain::AccountId account, domain::ContactId contact,
                                         app::SummaryDepth depth);

class SqlContactExtrasTable final : public app::ContactExtrasTable {
 public:
  explicit SqlContactExtrasTable(Connection& connection) : connection_(connection) {}
  app::ContactExtras get(app::AccountId account, domain::ContactId contact) override;
  void save(app::AccountId account, domain::ContactId contact, const app::ContactExtras& extras) override;

 private:
  Connection& connection_;
};

class SqlChannelPurchaseTable final : public app::ChannelPurchaseTable {
 public:
  explicit SqlChannelPurchaseTable(Connection& connection) : connection_(connection) {}
  void replace(app::AccountId account, domain::ContactId contact, const std::vector<domain::Order>& purchases) override;

 private:
  Connection& connection_;
};

}  // namespace kassabro::store::sql
