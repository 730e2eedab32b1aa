#include "app/receipt_links.hpp"

#include <sodium.h>

#include <array>

namespace kassabro::app {
namespace {

// 128 bits: nobody guesses one, and an SMS has room for it.
SecretString random_token() {
  constexpr std::size_t bytes = 16;
  std::array<unsigned char, bytes> chance{};
  randombytes_buf(chance.data(), chance.size());
  std::string text(sodium_base64_ENCODED_LEN(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), chance.data(), chance.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the terminating zero
  return SecretString(std::move(text));
}

}  // namespace

Async<SecretString> ReceiptLinks::token_for(AccountId account, std::string order_id) {
  const auto now = clock_.now();
  ReceiptLink link{account, std::move(order_id), now, now + options_.lifetime};
  co_return co_await store_.find_or_keep(std::move(link), random_token());
}

Async<FoundReceipt> ReceiptLinks::find(std::string_view token) {
  const auto now = clock_.now();
  auto link = co_await store_.find(SecretString(std::string(token)));
  FoundReceipt found;
  if (!link) co_return found;
  found.state = link->expires_at > now ? ReceiptLinkState::open : ReceiptLinkState::expired;
  found.link = std::move(*link);
  co_return found;
}

Async<std::size_t> ReceiptLinks::forget_old(AccountId account) {
  co_return co_await store_.forget_expired(account, clock_.now() - options_.remembered);
}

std::string receipt_address(std::string_view public_base_url, const SecretString& token) {
  while (public_base_url.ends_with('/')) public_base_url.remove_suffix(1);
  return std::string(public_base_url) + "/r/" + token.reveal();
}

}  // namespace kassabro::app
