#pragma once

#include <optional>
#include <string>

#include "app/account_registry.hpp"
#include "app/readers.hpp"
#include "receipt/receipt.hpp"

namespace kassabro::receipt {

// The receipt of a stored order, with what is known of its shop and customer now.
class ReadReceipt {
 public:
  struct Ports {
    app::AccountRegistry& accounts;
    app::OrderReader& orders;
    app::ContactReader& contacts;
    app::BonusReader& bonus_checks;
  };

  explicit ReadReceipt(Ports ports) : ports_(ports) {}

  // Without a language: the one of the account's country. Absent: there is no such account or order.
  Async<std::optional<Receipt>> by_order(app::AccountId account, std::string order_id, std::optional<Language> language);
  // The same for an account that is not stored as it is here: with settings that are being tried.
  Async<std::optional<Receipt>> as_of(const app::Account& account, std::string order_id, std::optional<Language> language);

 private:
  Ports ports_;
};

// What an account says of itself on its receipts: its name, or what its settings say (settings.hpp).
Surroundings surroundings_of(const app::Account& account, std::optional<Language> language);

}  // namespace kassabro::receipt
