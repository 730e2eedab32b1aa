#include "tests/simulation/story.hpp"

#include <fmt/format.h>

#include "testing/samples.hpp"

namespace kassabro::simulation {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr minutes troubled{30};
constexpr seconds doubt_max{4};  // how long a node may not notice that it leads no more (store/postgres/node.hpp)
constexpr milliseconds clock_error_max = std::chrono::hours(2);
constexpr int customers_max = 10;
constexpr int crowd = 80;
constexpr double share_of_crowds = 0.03;
constexpr std::chrono::hours patience{24 * 3};  // for coming to rest once all is well

}  // namespace

Story::Story(std::uint64_t seed, Trouble trouble)
    : has_trouble_(trouble == Trouble::much),
      random_(seed),
      schedule_(testing::noon),
      account_(testing::sample_account(1)),
      tills_(around_, *this, account_) {
  store::sql::Writer::Work open = [this](app::Tables& tables, store::sql::Connection&) {
    return tables.accounts.insert(account_, 0).has_value();
  };
  database_.transact(open);
  for (NodeId id = 0; id < node_count; ++id) start(id);
}

Story::~Story() {
  schedule_.run_until(schedule_.now());  // lets begin what has just been started
  for (auto& node : nodes_) node.reset();
  schedule_.run_until(schedule_.now());  // takes their coroutines apart
}

StoryEnd Story::run() {
  const bool is_crowd = has_trouble_ && random_.chance(share_of_crowds);
  const int customers = is_crowd ? crowd : 2 + random_.below(customers_max - 1);
  const milliseconds they_come_within = is_crowd ? seconds(20) : minutes(20);
  for (int number = 0; number < customers; ++number)
    tills_.expect_customer(number, random_.between(milliseconds(1), they_come_within));
  if (has_trouble_) expect_trouble();
  schedule_.run_until(testing::noon + troubled);
  heal();
  const auto end = schedule_.now() + patience;
  while (schedule_.now() < end && !is_at_rest()) schedule_.run_until(schedule_.now() + seconds(30));
  StoryEnd result;
  result.findings = check(database_, tills_.told(), rule_);
  if (!tills_.is_done()) result.findings.faults.emplace_back("somebody still waits at a till");
  result.lasted = schedule_.now() - testing::noon;
  result.digest = network_.digest;
  result.calls = network_.calls;
  result.kills = kills_;
  result.times_blocked = network_.times_blocked;
  result.worst_error_percent = network_.worst_error_percent;
  result.told = tills_.told();
  return result;
}

Node* Story::any() {
  const int first = random_.below(node_count);
  for (int i = 0; i < node_count; ++i)
    if (auto* node = nodes_[static_cast<std::size_t>((first + i) % node_count)].get()) return node;
  return nullptr;
}

bool Story::leads(NodeId id) const { return id == leader_ || schedule_.now() < all_lead_until_; }

void Story::start(NodeId id) {
  auto& node = nodes_[static_cast<std::size_t>(id)];
  if (node) return;
  schedule_.note([&] { return fmt::format("node {} starts", id); });
  node = std::make_unique<Node>(around_, id, [this, id] { return leads(id); });
}

void Story::expect_trouble() {
  schedule_.after(random_.between(seconds(1), seconds(90)), nobody, [this] {
    if (is_healed_) return;
    trouble();
    expect_trouble();
  });
}

void Story::trouble() {
  const auto id = random_.below(node_count);
  switch (random_.below(9)) {
    case 0:
    case 1: return kill(id);
    case 2: return freeze(id);
    case 3:
      all_lead_until_ = schedule_.now() + random_.between(seconds(1), doubt_max);
      schedule_.note([] { return "all believe that they lead"; });
      return;
    case 4:
      leader_ = id;
      schedule_.note([&] { return fmt::format("node {} leads", id); });
      return;
    case 5: return fill_disk();
    case 6: return jump_clock(id);
    default: return change_weather();
  }
}

// Another one leads as soon as the database has noticed.
void Story::kill(NodeId id) {
  ++kills_;
  schedule_.note([&] { return fmt::format("node {} is killed", id); });
  nodes_[static_cast<std::size_t>(id)].reset();
  schedule_.after(random_.between(milliseconds(100), seconds(8)), nobody, [this, id] {
    if (leader_ == id) leader_ = (id + 1) % node_count;
    schedule_.note([&] { return fmt::format("node {} leads", leader_); });
  });
  schedule_.after(random_.between(milliseconds(200), seconds(60)), nobody, [this, id] { start(id); });
}

void Story::freeze(NodeId id) {
  const auto time = random_.between(seconds(1), seconds(25));
  schedule_.note([&] { return fmt::format("node {} is frozen for {} ms", id, time.count()); });
  schedule_.freeze(id, schedule_.now() + time);
}

void Story::jump_clock(NodeId id) {
  auto* node = nodes_[static_cast<std::size_t>(id)].get();
  if (node == nullptr) return;
  const auto error = random_.chance(0.3) ? milliseconds(0) : random_.between(-clock_error_max, clock_error_max);
  schedule_.note([&] { return fmt::format("the clock of node {} is {} ms wrong", id, error.count()); });
  node->set_clock_error(error);
}

void Story::change_weather() {
  Weather weather;
  switch (random_.below(7)) {
    case 6: weather.orders_failed = 0.95; break;
    case 0: weather.is_down = true; break;
    case 1:
      weather.lost_before = 0.2;
      weather.lost_after = 0.2;
      break;
    case 2:
      weather.failed_before = 0.3;
      weather.failed_after = 0.2;
      break;
    case 3: weather.rate_limited = 0.4; break;
    case 4: weather.slowest = seconds(20); break;
    default: break;
  }
  network_.weather = weather;
}

void Story::fill_disk() {
  database_.faults.transaction = [this] { return random_.chance(0.5); };
  schedule_.after(random_.between(seconds(1), seconds(30)), nobody, [this] { database_.faults = {}; });
}

void Story::heal() {
  is_healed_ = true;
  network_.weather = {};
  database_.faults = {};
  for (NodeId id = 0; id < node_count; ++id) start(id);
}

bool Story::is_at_rest() {
  if (!tills_.is_done()) return false;
  auto query = database_.connection().prepare("SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')");
  return query->step() && query->integer(0) == 0;
}

}  // namespace kassabro::simulation
