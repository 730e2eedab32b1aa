#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/message_type.hpp"
#include "base/clock.hpp"
#include "base/secret_string.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

using domain::AccountId;
using EndpointId = std::int64_t;

enum class Disabled { by_hand, gone, failing };
std::string_view to_text(Disabled why);  // "by_hand", "gone", "failing"
std::optional<Disabled> parse_disabled(std::string_view text);

// How it went lately.
struct EndpointHealth {
  std::optional<Timestamp> failing_since;  // absent: the latest attempt succeeded, or there was none
  std::optional<Timestamp> last_failure_at;
  std::optional<Timestamp> last_success_at;
  friend bool operator==(const EndpointHealth&, const EndpointHealth&) = default;
};

// Where an integrator is told what happens.
struct Endpoint {
  AccountId account = 0;
  EndpointId id = 0;
  std::string url;
  std::string description;
  MessageTypes types;  // empty: everything, also what later versions tell
  std::optional<Disabled> disabled;  // absent: it is enabled
  SecretString secret;               // "whsec_" and base64
  SecretString old_secret;           // signs besides until `old_secret_ends_at`
  std::optional<Timestamp> old_secret_ends_at;
  EndpointHealth health;
  Timestamp created_at;
  Timestamp updated_at;
};

// All that it is told of.
inline MessageTypes wanted_by(const Endpoint& endpoint) {
  return endpoint.types.empty() ? MessageTypes::all() : endpoint.types;
}

// What happened, as every endpoint is told it: the same bytes at each attempt.
struct OutgoingMessage {
  AccountId account = 0;
  std::string id;  // "msg_" and 32 hexadecimal digits; later ones are greater
  MessageType type = MessageType::endpoint_test;
  domain::ContactId contact = 0;  // of whom it tells; 0: of nobody who is known
  std::string payload;
  Timestamp created_at;
};

std::string new_message_id(Timestamp at);
// All ids of before `at` are smaller.
std::string first_message_id(Timestamp at);
bool is_message_id(std::string_view text);

class EndpointTable {
 public:
  virtual ~EndpointTable() = default;
  // The oldest first.
  virtual std::vector<Endpoint> list(AccountId account) = 0;
  virtual std::optional<Endpoint> find(AccountId account, EndpointId id) = 0;
  // Each of these also writes down what the account is asked to tell (Account::told_types).
  virtual void insert(const Endpoint& endpoint) = 0;
  virtual void update(const Endpoint& endpoint) = 0;
  virtual bool remove(AccountId account, EndpointId id) = 0;
};

class MessageTable {
 public:
  virtual ~MessageTable() = default;
  // Keeps it, to be sent at once to each enabled endpoint that wants its type. False: none does, and nothing is kept.
  virtual bool tell(const OutgoingMessage& message) = 0;
  virtual void tell_one(const OutgoingMessage& message, EndpointId endpoint) = 0;
  // To be sent again at once, whatever became of it: to each enabled endpoint that it was for, or to this one, if it is enabled.
  // How many; absent: there is no such message.
  virtual std::optional<std::size_t> replay(AccountId account, std::string_view message, std::optional<EndpointId> endpoint,
                                            Timestamp now) = 0;
  // The same of what has failed and was made since; at most so many.
  virtual std::size_t recover(AccountId account, EndpointId endpoint, Timestamp since, std::size_t count_max,
                              Timestamp now) = 0;
  // What was to be sent to an endpoint; at most so many.
  virtual std::size_t forget_sendings(AccountId account, EndpointId endpoint, std::size_t count_max) = 0;
};

}  // namespace kassabro::app
