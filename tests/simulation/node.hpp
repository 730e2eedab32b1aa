#pragma once

#include "app/accept_orders.hpp"
#include "app/authenticate.hpp"
#include "app/customer_card.hpp"
#include "app/merge_bonus_checks.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/save_customer.hpp"
#include "app/show_purchases.hpp"
#include "http/router.hpp"
#include "outbox/worker.hpp"
#include "rule/channel.hpp"
#include "rule/directory.hpp"
#include "sitoo/spi/v1/api.hpp"
#include "testing/fakes.hpp"
#include "tests/simulation/memory_store.hpp"
#include "tests/simulation/network.hpp"

namespace kassabro::simulation {

// What all nodes share.
struct Surroundings {
  Schedule& schedule;
  Random& random;
  Network& network;
  Database& database;
};

// One of our processes: the parts of main/core.hpp that have to do with tills and deliveries, on imitated time. Its end is a kill.
class Node {
 public:
  Node(Surroundings around, NodeId id, std::function<bool()> leads);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  // The node's wall clock jumps: it stands so far from the true time from now on.
  void set_clock_error(std::chrono::milliseconds error) { clock_.error = error; }

  // A till's call, until its answer is written. Throws what the listener would answer 503 for.
  Async<http::Response> call(std::string token, http::Method method, std::string target, std::string body);

 private:
  struct WallClock final : Clock {
    explicit WallClock(const Clock& true_time_in) : true_time(true_time_in) {}
    Timestamp now() const override { return true_time.now() + error; }
    const Clock& true_time;
    std::chrono::milliseconds error{0};
  };
  WriteDelay delay();

  Surroundings around_;
  NodeId id_;
  store::sql::SqlStore store_;
  std::shared_ptr<WallClock> wall_clock_ = std::make_shared<WallClock>(around_.schedule.clock());
  WallClock& clock_ = *wall_clock_;
  outbox::WakingUnitOfWork unit_{store_.unit_of_work()};
  app::AccountRegistry registry_{store_.accounts()};
  rule::RuleClient rule_client_;
  rule::GroupNames rule_groups_{clock_};
  rule::RuleDirectory directory_{rule_client_, rule_groups_, clock_};
  rule::RuleKeyProbe probe_{rule_client_};
  app::MergeBonusChecks bonus_edits_{unit_, clock_};
  rule::RuleChannel channel_{rule_client_, store_.remote_memory(), bonus_edits_, clock_,
                             [](app::AccountId, const std::string&) {}};
  testing::FakeReceipts receipts_;
  app::ProbeGuard guard_{clock_};
  app::Authenticate authenticate_{registry_, probe_, unit_, guard_, clock_, {}};
  app::FindCustomer find_customer_{store_.contacts(), directory_, unit_, clock_, {}, {}};
  app::SaveCustomer save_customer_{unit_, clock_};
  app::AcceptOrders accept_orders_{unit_, clock_};
  app::ShowPurchases show_purchases_{store_.contacts(), store_.orders(), store_.channel_purchases()};
  app::ShowCard show_card_{{find_customer_, store_.contacts(), store_.cards(), directory_, unit_, clock_},
                           std::chrono::milliseconds(700)};
  app::LookupLog lookups_{store_.lookups(), {}};
  app::RedeemBonusChecks redeem_{unit_, clock_};
  app::UndoRedemption undo_{unit_, clock_};
  sitoo::spi::v1::Api api_{{authenticate_, find_customer_, save_customer_, accept_orders_, show_purchases_, show_card_,
                            lookups_, redeem_, undo_, clock_},
                           [](const http::Request&, std::string_view) {}};
  outbox::Worker worker_;
};

}  // namespace kassabro::simulation
