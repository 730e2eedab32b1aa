#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <unordered_map>

#include "app/account_registry.hpp"
#include "app/delivery_queue.hpp"
#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/chance.hpp"
#include "base/clock_watch.hpp"
#include "base/wake_timer.hpp"
#include "outbox/breaker.hpp"
#include "outbox/retry_policy.hpp"

namespace kassabro::outbox {

// One try, for the log and the metrics.
struct Attempt {
  app::Delivery delivery;
  app::Settlement settlement;
  std::chrono::milliseconds took{0};
};

// Delivers the outbox (docs/outbox.md): leases due rows, loads what they tell, hands them to the channel, settles them.
// Lives on one io_context that one thread runs; only wake() may be called from elsewhere.
class Worker {
 public:
  struct Parts {
    app::DeliveryQueue& queue;
    app::ContactReader& contacts;
    app::OrderReader& orders;
    app::BonusReader& bonus_checks;
    app::SilenceReader& silences;
    app::ReceiptSource& receipts;
    app::AccountRegistry& accounts;
    app::UnitOfWork& unit;
    app::DeliveryChannel& channel;
    const Clock& clock;
  };
  struct Options {
    RetryPolicy retry{};
    Breaker::Options breaker{};
    std::size_t batch_rows_max = 64;
    std::chrono::milliseconds lease_time{5 * 60'000};
    std::chrono::milliseconds call_time_max{35'000};  // no call begins later than this before its lease ends
    std::chrono::milliseconds idle_wait{1'000};
    std::chrono::milliseconds gather_time{25};           // after a wake-up: what comes meanwhile goes out together
    std::chrono::milliseconds recover_every{30'000};     // looking for leases that ran out is a transaction of its own
    int runners_per_account = 2;
    bool notes_tries = true;  // keeps what was sent and answered
    std::function<void(app::AccountId)> on_key_refused = [](app::AccountId) {};  // once, until it is taken again
    std::function<bool()> leads = [] { return true; };  // of several nodes one delivers
    // Leases of before this node leads are nobody's by then, and no call of theirs is under way. 0: they are nobody's at once.
    std::chrono::milliseconds takes_over_after{0};
    Chance chance = &random_share;
    Alarms alarms = &steady_alarm;
  };
  using OnAttempt = std::function<void(const Attempt&)>;

  Worker(boost::asio::io_context& context, Parts parts, Options options, OnAttempt on_attempt);
  ~Worker();

  // One step of the loop, waited for: one batch of every account that is due. How many deliveries were tried.
  Async<std::size_t> run_once();

  // Runs until stop(), while this node leads. What was leased before it leads is taken over after Options::takes_over_after.
  void start();
  void stop();
  // Nothing is being tried. From any thread.
  bool is_idle() const { return running_ == 0; }
  // Something was enqueued. From any thread.
  void wake() { timer_.wake(); }
  // Somebody has replayed deliveries, so refused keys, and platforms that did not answer, are tried again at once. From any thread.
  void resume();

 private:
  // An account that nothing is leased of for a while.
  struct Pause {
    Timestamp until;
    std::optional<SecretString> refused_key;  // the pause ends when the account has another,
    bool is_marked = false;  // or when the account, marked for it, is not any more
  };

  Async<void> run();
  Async<void> recover(Timestamp now);
  Async<void> note_time(Timestamp now);
  Async<void> gather();
  void start_runners(app::AccountId account);
  Async<void> run_account(app::AccountId account);
  Async<std::size_t> deliver_batch(app::AccountId id);
  Async<std::optional<app::DeliveryJob>> load_one(const app::Delivery& delivery);
  app::Permit permit(Timestamp leased_until) const;
  Async<void> settle(const std::vector<app::Settlement>& settlements, Timestamp now, Timestamp leased_until);
  Async<bool> is_stored(const app::Delivery& delivery);
  Async<std::vector<app::DeliveryJob>> load(const std::vector<app::Delivery>& deliveries,
                                            std::vector<app::Settlement>& orphans);
  Async<std::vector<app::Outcome>> try_all(const app::Account& account, const std::vector<app::DeliveryJob>& jobs);
  Async<bool> note_key_state(const app::AccountPtr& account, const std::vector<app::Outcome>& outcomes);
  bool is_paused(const app::Account& account, Timestamp now);
  void pause(const app::Account& account, const std::vector<app::Settlement>& settlements,
             const std::vector<app::Outcome>& outcomes, bool is_marked);

  boost::asio::io_context& context_;
  Parts parts_;
  Options options_;
  OnAttempt on_attempt_;
  WakeTimer timer_;
  std::unordered_map<app::AccountId, int> runners_;
  std::atomic<int> running_ = 0;  // of all accounts
  std::unordered_map<app::AccountId, Pause> pauses_;
  std::optional<Timestamp> leads_since_;  // absent: this node does not lead
  bool has_taken_over_ = false;  // since then
  std::uint64_t reigns_ = 0;  // how often this node has ceased to lead
  Timestamp next_recovery_;
  ClockWatch watch_;
  Timestamp settles_until_;  // after the clock was set back
  Breaker breaker_;
  std::atomic<bool> stopped_ = false;
};

// Wakes the worker when a transaction may have enqueued something.
class WakingUnitOfWork final : public app::UnitOfWork {
 public:
  explicit WakingUnitOfWork(app::UnitOfWork& inner) : inner_(inner) {}
  void set_wake(std::function<void()> wake) { wake_ = std::move(wake); }
  Async<void> run(app::AccountId account, std::move_only_function<bool(app::Tables&)> work) override;

 private:
  app::UnitOfWork& inner_;
  std::function<void()> wake_;
};

}  // namespace kassabro::outbox
