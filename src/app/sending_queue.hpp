#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/endpoint.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// A message on its way to one endpoint.
enum class SendingState { pending, delivered, failed };
std::string_view to_text(SendingState state);  // "pending", "delivered", "failed"
std::optional<SendingState> parse_sending_state(std::string_view text);

struct EndpointKey {
  AccountId account = 0;
  EndpointId endpoint = 0;
  friend auto operator<=>(const EndpointKey&, const EndpointKey&) = default;
};

// One that is to be tried now.
struct SendingJob {
  std::string message;
  MessageType type = MessageType::endpoint_test;
  std::string payload;
  Timestamp created_at;
  int attempts = 0;        // since it was made or replayed, this one not counted
  Timestamp leased_until;  // nobody else tries it until then, and only who has this very lease may settle it
};

// The endpoint, absent when it is gone, and what is due of it.
struct LeasedSendings {
  std::optional<Endpoint> endpoint;
  std::vector<SendingJob> jobs;
};

inline constexpr int sending_tries_kept_max = 50;
inline constexpr std::size_t answer_bytes_kept_max = 1'024;

// How an attempt went.
struct SendingTry {
  int number = 0;  // given by the store
  Timestamp at;
  std::chrono::milliseconds took{0};
  int status = 0;      // 0: no answer
  std::string reason;  // "" when it succeeded
  std::string answer;  // how its body begins
  friend bool operator==(const SendingTry&, const SendingTry&) = default;
};

// What becomes of a sending.
struct SendingEnd {
  SendingJob job;
  SendingState state = SendingState::pending;
  int attempts = 0;
  Timestamp not_before;  // of a pending one
  std::string reason;
  int status = 0;
  std::optional<SendingTry> tried;  // absent: it was not tried, for its endpoint is disabled or gone
};

struct SendingsEnded {
  EndpointKey key;
  std::vector<SendingEnd> ends;
  std::optional<EndpointHealth> health;
  std::optional<Disabled> disable;
};

struct LeaseSendings {
  Timestamp now;
  Timestamp until;
  std::size_t count_max = 1;
  std::size_t count_when_failing = 1;  // of an endpoint that has not answered well lately
};

// The sendings, as whoever sends them sees them.
class SendingQueue {
 public:
  virtual ~SendingQueue() = default;
  // Endpoints of which something is due.
  virtual Async<std::vector<EndpointKey>> list_due(Timestamp now) = 0;
  virtual Async<LeasedSendings> lease(EndpointKey key, LeaseSendings wanted) = 0;
  // Those that are still leased by the same lease; what was tried is kept of all that are still there.
  virtual Async<void> settle(SendingsEnded ended, Timestamp now) = 0;
  // How many endpoints are enabled and have failed lately.
  virtual Async<std::size_t> count_failing() = 0;
};

// A row of what is shown.
struct SendingRow {
  std::string message;
  EndpointId endpoint = 0;
  MessageType type = MessageType::endpoint_test;
  Timestamp created_at;
  SendingState state = SendingState::pending;
  int attempts = 0;
  Timestamp not_before;
  std::optional<Timestamp> finished_at;
  int last_status = 0;
  std::string reason;
};

struct SendingPlace {
  std::string message;
  EndpointId endpoint = 0;
};

struct SendingFilter {
  std::optional<EndpointId> endpoint;
  std::optional<SendingState> state;
  std::optional<MessageType> type;
  std::optional<SendingPlace> before;
  std::size_t count_max = 100;
};

struct MessageFile {
  struct Sending {
    SendingRow row;
    std::vector<SendingTry> tries;  // the oldest first
  };
  OutgoingMessage message;
  std::vector<Sending> sendings;
};

// What people look at.
class MessageReader {
 public:
  virtual ~MessageReader() = default;
  virtual Async<std::vector<Endpoint>> list_endpoints(AccountId account) = 0;
  virtual Async<std::optional<Endpoint>> find_endpoint(AccountId account, EndpointId id) = 0;
  // Newest first.
  virtual Async<std::vector<SendingRow>> list(AccountId account, SendingFilter filter) = 0;
  virtual Async<std::optional<MessageFile>> find(AccountId account, std::string message) = 0;
  // What integrators were told of a person, the oldest first.
  virtual Async<std::vector<OutgoingMessage>> list_of_contact(AccountId account, domain::ContactId contact) = 0;
};

class MessageUpkeep {
 public:
  virtual ~MessageUpkeep() = default;
  // Messages of before, with what became of them; the oldest first, and at most so many.
  virtual Async<std::size_t> forget_messages(AccountId account, Timestamp before, std::size_t count_max) = 0;
};

}  // namespace kassabro::app
