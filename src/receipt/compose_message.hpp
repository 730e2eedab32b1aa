#pragma once

#include "app/receipt_links.hpp"
#include "app/receipt_sending.hpp"
#include "receipt/read_receipt.hpp"
#include "receipt/settings.hpp"

namespace kassabro::receipt {

// A receipt as a message: both parts of a mail, or the text of an SMS. `link` may be empty.
app::ReceiptMessage message_of(const Receipt& receipt, const Settings& settings, const app::ReceiptAddress& to,
                               std::string_view link);

// As if a sample order had just been sold to the customer of a test call; there is no page to link to.
app::ReceiptMessage sample_message(const app::Account& account, const domain::Order& order, const domain::Contact& buyer);

// Writes the receipts that accounts send, each with the link to its page.
class ComposeMessage final : public app::ReceiptSource {
 public:
  struct Ports {
    app::AccountRegistry& accounts;
    app::CardReader& cards;
    app::ReceiptLinks& links;
    ReadReceipt& receipts;
  };

  // `public_base_url`: where customers reach us.
  ComposeMessage(Ports ports, std::string public_base_url) : ports_(ports), base_url_(std::move(public_base_url)) {}

  Async<std::optional<app::ReceiptMessage>> message(app::AccountId account, std::string order_id,
                                                    domain::Contact buyer) override;
  Async<std::string> address(app::AccountId account, std::string order_id) override;

 private:
  Ports ports_;
  std::string base_url_;
};

}  // namespace kassabro::receipt
