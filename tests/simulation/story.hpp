#pragma once

#include <optional>

#include "tests/simulation/checker.hpp"
#include "tests/simulation/node.hpp"
#include "tests/simulation/tills.hpp"

namespace kassabro::simulation {

struct StoryEnd {
  Findings findings;
  std::chrono::milliseconds lasted{0};  // of imitated time, until everything had come to rest
  std::uint64_t digest = 0;
  std::uint64_t calls = 0;
  int kills = 0;
  int times_blocked = 0;          // by Rule, for too many errors
  double worst_error_percent = 0;
  Told told;
};

// One shop, two nodes on one database and one Rule account, and everything that chance does to them: nodes are killed and frozen,
// both believe that they lead, Rule is slow, loses calls and answers, fails, limits, is down; the disk is full. The seed decides all.
class Story : private Nodes {
 public:
  enum class Trouble { much, none };
  explicit Story(std::uint64_t seed, Trouble trouble = Trouble::much);
  ~Story() override;

  // For faults of the reader's own, until all is made good after half an hour.
  Network& network() { return network_; }
  Database& database() { return database_; }
  rule::FakeRule& rule() { return rule_; }

  void set_reader(std::function<void(double, const std::string&)> reader) { schedule_.on_note = std::move(reader); }
  StoryEnd run();

 private:
  static constexpr int node_count = 2;

  Node* any() override;
  bool leads(NodeId id) const;
  void start(NodeId id);
  void expect_trouble();
  void trouble();
  void kill(NodeId id);
  void freeze(NodeId id);
  void jump_clock(NodeId id);
  void change_weather();
  void fill_disk();
  void heal();
  bool is_at_rest();

  const bool has_trouble_;
  Random random_;
  Schedule schedule_;
  rule::FakeRule rule_;
  Network network_{schedule_, random_, rule_};
  Database database_;
  app::Account account_;
  Surroundings around_{schedule_, random_, network_, database_};
  std::vector<std::unique_ptr<Node>> nodes_{node_count};
  NodeId leader_ = 0;
  Timestamp all_lead_until_;
  Tills tills_;
  bool is_healed_ = false;
  int kills_ = 0;
};

}  // namespace kassabro::simulation
