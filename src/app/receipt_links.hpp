#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/secret_string.hpp"

namespace kassabro::app {

// The address of one order's receipt, for whoever has its token.
struct ReceiptLink {
  AccountId account = 0;
  std::string order_id;
  Timestamp created_at;
  Timestamp expires_at;
  friend bool operator==(const ReceiptLink&, const ReceiptLink&) = default;
};

// Where links are kept. A token is found by its digest and kept sealed, so that a copy of the database opens no receipt.
class ReceiptLinkStore {
 public:
  virtual ~ReceiptLinkStore() = default;
  // The token of the order's link that lives at `link.created_at`; where there is none, `fresh` becomes it. One transaction.
  virtual Async<SecretString> find_or_keep(ReceiptLink link, SecretString fresh) = 0;
  // Expired ones too, until they are forgotten.
  virtual Async<std::optional<ReceiptLink>> find(SecretString token) = 0;
  // Forgets the account's links that expired before `at`; returns how many.
  virtual Async<std::size_t> forget_expired(AccountId account, Timestamp at) = 0;
};

enum class ReceiptLinkState { unknown, expired, open };

struct FoundReceipt {
  ReceiptLinkState state = ReceiptLinkState::unknown;
  ReceiptLink link;
};

class ReceiptLinks {
 public:
  struct Options {
    std::chrono::days lifetime{90};
    std::chrono::days remembered{365};  // how long an expired link is told from one that never was
  };

  ReceiptLinks(ReceiptLinkStore& store, const Clock& clock, Options options)
      : store_(store), clock_(clock), options_(options) {}

  // The token of the order's receipt: one an order, as long as it lives. 22 characters that a URL takes as they are.
  Async<SecretString> token_for(AccountId account, std::string order_id);
  // What a text that may be a token opens. The same work whatever the text is.
  Async<FoundReceipt> find(std::string_view token);
  Async<std::size_t> forget_old(AccountId account);

 private:
  ReceiptLinkStore& store_;
  const Clock& clock_;
  Options options_;
};

// "https://shop.example" and a token: the page's address. `public_base_url` may end with a slash.
std::string receipt_address(std::string_view public_base_url, const SecretString& token);

}  // namespace kassabro::app
