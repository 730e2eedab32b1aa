#include "app/manage_endpoints.hpp"

#include <sodium.h>

#include <array>

#include "app/message_payload.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::app {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t description_bytes_max = 200;
constexpr std::size_t rows_at_once = 2'000;  // a transaction of some ten milliseconds

Error no_account() { return not_found("account", "There is no account with this id."); }
Error no_endpoint() { return not_found("endpoint", "There is no endpoint with this id."); }
Error disabled_fault() { return conflict("endpoint", "The endpoint is disabled: enable it first."); }

std::optional<Error> description_fault(const std::string& description) {
  if (description.size() > description_bytes_max) return invalid("description", "This is longer than 200 bytes.");
  if (!is_utf8(description) || has_control_characters(description))
    return invalid("description", "The description holds control characters.");
  return std::nullopt;
}

void enable(Endpoint& endpoint, bool enabled) {
  if (enabled == !endpoint.disabled) return;
  if (enabled) endpoint.health.failing_since.reset();
  endpoint.disabled = enabled ? std::nullopt : std::optional(Disabled::by_hand);
}

}  // namespace

SecretString new_endpoint_secret() {
  std::array<unsigned char, secret_bytes> raw{};
  randombytes_buf(raw.data(), raw.size());
  std::string text(sodium_base64_encoded_len(secret_bytes, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the zero at its end
  sodium_memzero(raw.data(), raw.size());
  return SecretString("whsec_" + text);
}

Async<Result<std::vector<Endpoint>>> ManageEndpoints::list(AccountId account) {
  auto endpoints = co_await parts_.reader.list_endpoints(account);
  if (endpoints.empty() && !co_await parts_.accounts.find(account)) co_return fail(no_account());
  co_return std::move(endpoints);
}

Async<Result<Endpoint>> ManageEndpoints::get(AccountId account, EndpointId id) {
  auto endpoint = co_await parts_.reader.find_endpoint(account, id);
  if (endpoint) co_return std::move(*endpoint);
  if (!co_await parts_.accounts.find(account)) co_return fail(no_account());
  co_return fail(no_endpoint());
}

Async<Result<Endpoint>> ManageEndpoints::add(AccountId account, EndpointDraft draft) {
  if (auto checked = parts_.check_url(draft.url); !checked) co_return fail(checked.error());
  if (auto fault = description_fault(draft.description)) co_return fail(std::move(*fault));
  const auto now = parts_.clock.now();
  Endpoint endpoint;
  endpoint.account = account;
  endpoint.id = new_id(now);
  endpoint.url = std::move(draft.url);
  endpoint.description = trimmed(draft.description);
  endpoint.types = draft.types;
  if (!draft.enabled) endpoint.disabled = Disabled::by_hand;
  endpoint.secret = new_endpoint_secret();
  endpoint.created_at = endpoint.updated_at = now;
  auto added = co_await in_transaction<Endpoint>(parts_.unit, account, [&](Tables& tables) -> Result<Endpoint> {
    if (!tables.accounts.find(account)) return fail(no_account());
    if (tables.endpoints.list(account).size() >= endpoints_max)
      return fail(conflict("endpoint", "There are 20 endpoints already."));
    tables.endpoints.insert(endpoint);
    return endpoint;
  });
  if (added) parts_.registry.forget(account);
  co_return added;
}

// `work` may change the endpoint that it is given.
template <class T, class Work>
Async<Result<T>> ManageEndpoints::changed(AccountId account, EndpointId id, Work work) {
  auto done = co_await in_transaction<T>(parts_.unit, account, [&](Tables& tables) -> Result<T> {
    auto endpoint = tables.endpoints.find(account, id);
    if (!endpoint) return fail(tables.accounts.find(account) ? no_endpoint() : no_account());
    return work(tables, *endpoint);
  });
  if (done) parts_.registry.forget(account);
  co_return done;
}

Async<Result<Endpoint>> ManageEndpoints::change(AccountId account, EndpointId id, EndpointChange change) {
  if (change.url)
    if (auto checked = parts_.check_url(*change.url); !checked) co_return fail(checked.error());
  if (change.description)
    if (auto fault = description_fault(*change.description)) co_return fail(std::move(*fault));
  const auto now = parts_.clock.now();
  auto done = co_await changed<Endpoint>(account, id, [&](Tables& tables, Endpoint& endpoint) -> Result<Endpoint> {
    if (change.url) endpoint.url = *change.url;
    if (change.description) endpoint.description = trimmed(*change.description);
    if (change.types) endpoint.types = *change.types;
    if (change.enabled) enable(endpoint, *change.enabled);
    endpoint.updated_at = now;
    tables.endpoints.update(endpoint);
    return endpoint;
  });
  parts_.wake();
  co_return done;
}

// What was to be sent goes step by step, so that no till waits for it; what a crash leaves is given up when it is due.
Async<Result<void>> ManageEndpoints::remove(AccountId account, EndpointId id) {
  const auto removed = co_await changed<bool>(
      account, id, [&](Tables& tables, Endpoint&) -> Result<bool> { return tables.endpoints.remove(account, id); });
  if (!removed) co_return fail(removed.error());
  for (std::size_t count = rows_at_once; count == rows_at_once;)
    co_await parts_.unit.run(account, [&](Tables& tables) {
      count = tables.messages.forget_sendings(account, id, rows_at_once);
      return true;
    });
  co_return Result<void>{};
}

Async<Result<Endpoint>> ManageEndpoints::rotate_secret(AccountId account, EndpointId id) {
  const auto now = parts_.clock.now();
  co_return co_await changed<Endpoint>(account, id, [&](Tables& tables, Endpoint& endpoint) -> Result<Endpoint> {
    endpoint.old_secret = endpoint.secret;
    endpoint.old_secret_ends_at = now + old_secret_signs;
    endpoint.secret = new_endpoint_secret();
    endpoint.updated_at = now;
    tables.endpoints.update(endpoint);
    return endpoint;
  });
}

Async<Result<std::string>> ManageEndpoints::send_test(AccountId account, EndpointId id) {
  const auto now = parts_.clock.now();
  auto sent = co_await changed<std::string>(account, id, [&](Tables& tables, Endpoint& endpoint) -> Result<std::string> {
    if (endpoint.disabled) return fail(disabled_fault());
    const auto known = tables.accounts.find(account);
    OutgoingMessage message{account, new_message_id(now), MessageType::endpoint_test, 0, {}, now};
    message.payload = payload_text(message.type, now, test_data(*known, id));
    tables.messages.tell_one(message, id);
    return message.id;
  });
  parts_.wake();
  co_return sent;
}

Async<Result<std::size_t>> ManageEndpoints::recover(AccountId account, EndpointId id, Timestamp since) {
  const auto now = parts_.clock.now();
  std::size_t all = 0;
  for (std::size_t count = rows_at_once; count == rows_at_once; all += count) {
    const auto done =
        co_await changed<std::size_t>(account, id, [&](Tables& tables, Endpoint& endpoint) -> Result<std::size_t> {
          if (endpoint.disabled) return fail(disabled_fault());
          return tables.messages.recover(account, id, since, rows_at_once, now);
        });
    if (!done) co_return fail(done.error());
    count = *done;
  }
  parts_.wake();
  co_return all;
}

Async<Result<std::size_t>> ManageEndpoints::replay(AccountId account, std::string message, std::optional<EndpointId> endpoint) {
  const auto now = parts_.clock.now();
  auto replayed = co_await in_transaction<std::size_t>(parts_.unit, account, [&](Tables& tables) -> Result<std::size_t> {
    if (!tables.accounts.find(account)) return fail(no_account());
    if (endpoint) {
      const auto wanted = tables.endpoints.find(account, *endpoint);
      if (!wanted) return fail(not_found("endpoint_id", "There is no endpoint with this id."));
      if (wanted->disabled) return fail(conflict("endpoint_id", "The endpoint is disabled: enable it first."));
    }
    const auto count = tables.messages.replay(account, message, endpoint, now);
    if (!count) return fail(not_found("message", "There is no message with this id."));
    return *count;
  });
  parts_.wake();
  co_return replayed;
}

}  // namespace kassabro::app
