#pragma once

#include <deque>
#include <functional>
#include <unordered_map>
#include <vector>

#include "app/remote_directory.hpp"

// The other side, as a test wants it: it says what it was told to say and remembers what it was asked.
namespace kassabro::testing {

class FakeDirectory final : public app::RemoteDirectory {
 public:
  using Answer = Result<std::optional<app::RemoteContact>>;

  Async<Answer> find(const app::Account&, std::vector<domain::CustomerKey> keys, app::Asker asker) override {
    asked.push_back(std::move(keys));
    note(asker);
    co_return answer;
  }

  Async<Answer> read(const app::Account&, std::int64_t remote_id, app::Asker asker) override {
    read_ids.push_back(remote_id);
    note(asker);
    co_return answer;
  }

  Answer answer = std::nullopt;
  std::vector<std::vector<domain::CustomerKey>> asked;
  std::vector<std::int64_t> read_ids;
  std::size_t questions() const { return asked.size() + read_ids.size(); }
  std::chrono::milliseconds last_patience{0};
  Trace last_trace;

 private:
  void note(const app::Asker& asker) {
    last_patience = asker.patience;
    last_trace = asker.trace == nullptr ? Trace{} : *asker.trace;
  }
};

class FakeKeyProbe final : public app::RemoteKeyProbe {
 public:
  using Answer = Result<std::optional<app::RemoteOwner>>;

  Async<Answer> probe(SecretString key, std::chrono::milliseconds) override {
    asked.push_back(key.reveal());
    if (is_down) co_return fail({ErrorCode::unavailable, "The platform does not answer.", ""});
    const auto found = owners.find(key.reveal());
    if (found == owners.end()) co_return std::nullopt;
    co_return found->second;
  }

  std::unordered_map<std::string, app::RemoteOwner> owners;
  bool is_down = false;
  std::vector<std::string> asked;
};

// Receipts that are known beforehand.
class FakeReceipts final : public app::ReceiptSource {
 public:
  Async<std::optional<app::ReceiptMessage>> message(app::AccountId, std::string order_id, domain::Contact) override {
    const auto found = messages.find(order_id);
    if (found == messages.end()) co_return std::nullopt;
    co_return found->second;
  }
  Async<std::string> address(app::AccountId, std::string order_id) override { co_return base.empty() ? base : base + order_id; }

  std::unordered_map<std::string, app::ReceiptMessage> messages;
  std::string base;  // of addresses; empty: no receipts are sent
};

// Answers each batch by the next line of its script; when the script is over, everything is delivered.
class FakeChannel final : public app::DeliveryChannel {
 public:
  using Script = std::function<std::vector<app::Outcome>(const std::vector<app::DeliveryJob>&)>;

  Async<std::vector<app::Outcome>> deliver(const app::Account&, std::vector<app::DeliveryJob> jobs) override {
    batches.push_back(jobs);
    if (script.empty()) co_return std::vector<app::Outcome>(jobs.size(), app::Delivered{});
    const auto next = std::move(script.front());
    script.pop_front();
    co_return next(jobs);
  }

  // The same outcome for every job of the next batch.
  void then(app::Outcome outcome) {
    script.push_back([outcome](const auto& jobs) { return std::vector<app::Outcome>(jobs.size(), outcome); });
  }
  void then(Script step) { script.push_back(std::move(step)); }

  std::deque<Script> script;
  std::vector<std::vector<app::DeliveryJob>> batches;
};

}  // namespace kassabro::testing
