#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/account_registry.hpp"
#include "app/sending_queue.hpp"
#include "app/unit_of_work.hpp"

namespace kassabro::app {

inline constexpr std::size_t endpoints_max = 20;
// As long a secret that was rotated signs as well.
inline constexpr std::chrono::hours old_secret_signs{24};

struct EndpointDraft {
  std::string url;
  std::string description;
  MessageTypes types;  // empty: everything
  bool enabled = true;
};

// What is to be different; what is absent stays.
struct EndpointChange {
  std::optional<std::string> url;
  std::optional<std::string> description;
  std::optional<MessageTypes> types;
  std::optional<bool> enabled;
};

// "whsec_" and the base64 of 32 bytes of chance.
SecretString new_endpoint_secret();

// What an operator does with endpoints and what was sent to them. Errors: not_found with the field "account", "endpoint" or "message".
class ManageEndpoints {
 public:
  // May this address be called at all? The error's field is "url".
  using CheckUrl = std::function<Result<void>(std::string_view url)>;

  struct Parts {
    MessageReader& reader;
    AccountReader& accounts;
    AccountRegistry& registry;
    UnitOfWork& unit;
    const Clock& clock;
    CheckUrl check_url;
    std::function<void()> wake = [] {};  // something is to be sent
  };

  explicit ManageEndpoints(Parts parts) : parts_(std::move(parts)) {}

  Async<Result<std::vector<Endpoint>>> list(AccountId account);
  Async<Result<Endpoint>> get(AccountId account, EndpointId id);
  // Errors name the member, as those of change(); conflict when there are endpoints_max.
  Async<Result<Endpoint>> add(AccountId account, EndpointDraft draft);
  Async<Result<Endpoint>> change(AccountId account, EndpointId id, EndpointChange change);
  Async<Result<void>> remove(AccountId account, EndpointId id);
  Async<Result<Endpoint>> rotate_secret(AccountId account, EndpointId id);
  // The message's id. Error: conflict when it is disabled.
  Async<Result<std::string>> send_test(AccountId account, EndpointId id);
  // How many are sent again. Error: conflict when the endpoint is disabled.
  Async<Result<std::size_t>> recover(AccountId account, EndpointId id, Timestamp since);
  // To all endpoints that it was for, or to this one.
  Async<Result<std::size_t>> replay(AccountId account, std::string message, std::optional<EndpointId> endpoint);

 private:
  template <class T, class Work>
  Async<Result<T>> changed(AccountId account, EndpointId id, Work work);

  Parts parts_;
};

}  // namespace kassabro::app
