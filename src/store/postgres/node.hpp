#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "app/account.hpp"
#include "store/postgres/connection.hpp"

namespace kassabro::store::postgres {

// This node among the others on one database: which of them does the background work (one, by a lock of its session), and the news that
// another has changed an account. A session and a thread of its own; when the session is lost, this node leads no more.
class Node {
 public:
  struct Options {
    std::chrono::milliseconds beat{1'000};  // how often the session is tried
    std::chrono::milliseconds lost_after{3'000};  // without an answer
    std::chrono::seconds doubts_every{60};  // in case news was missed
  };
  // Absent: any account may have changed. On the node's thread.
  using OnChange = std::function<void(std::optional<app::AccountId>)>;

  Node(std::string url, OnChange on_change, Options options);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  // From any thread. Of all nodes one says yes, but for the moment in which one is lost and another takes over.
  bool leads() const;

 private:
  void run();
  void beat(Connection& session);
  void hear(Connection& session);
  void wait_for_news(Connection& session);

  const std::string url_;
  const OnChange on_change_;
  const Options options_;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> has_lock_ = false;
  std::atomic<std::chrono::steady_clock::time_point> answered_at_{};
  std::chrono::steady_clock::time_point doubts_at_;
  std::thread thread_;
};

}  // namespace kassabro::store::postgres
