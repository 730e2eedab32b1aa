#pragma once

#include <string_view>
#include <vector>

#include "app/readers.hpp"

namespace kassabro::app {

// The latest purchases on the customer card.
class ShowPurchases {
 public:
  static constexpr std::size_t count_max = 50;

  ShowPurchases(ContactReader& contacts, OrderReader& orders) : contacts_(contacts), orders_(orders) {}

  // Newest first, completed ones only. Error: not_found (field "contactid").
  Async<Result<std::vector<domain::Order>>> operator()(const Account& account, std::string_view contact_id);

 private:
  ContactReader& contacts_;
  OrderReader& orders_;
};

}  // namespace kassabro::app
