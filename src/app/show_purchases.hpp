#pragma once

#include <string_view>
#include <vector>

#include "app/readers.hpp"

namespace kassabro::app {

// The latest purchases on the customer card.
class ShowPurchases {
 public:
  static constexpr std::size_t count_max = 50;

  ShowPurchases(ContactReader& contacts, OrderReader& orders, ChannelPurchaseReader& channel_purchases)
      : contacts_(contacts), orders_(orders), channel_purchases_(channel_purchases) {}

  // Of every channel, newest first, completed ones only. What a till sold is shown once, also where another channel's
  // group on the marketing platform tells of it again. Error: not_found (field "contactid").
  Async<Result<std::vector<domain::Order>>> operator()(const Account& account, std::string_view contact_id);

 private:
  ContactReader& contacts_;
  OrderReader& orders_;
  ChannelPurchaseReader& channel_purchases_;
};

}  // namespace kassabro::app
