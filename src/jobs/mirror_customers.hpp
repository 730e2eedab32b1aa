#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

#include "app/jobs.hpp"
#include "app/readers.hpp"
#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/wake_timer.hpp"

namespace kassabro::jobs {

inline constexpr const char* mirror_kind = "mirror";

// One page that was taken over, for the log and the metrics.
struct MirroredPage {
  app::Job job;             // as it stands now
  std::int64_t written = 0;  // people who were read and taken over
  std::int64_t fresh = 0;    // our copy was new enough
  std::int64_t faults = 0;   // could not be read or taken over
};

// Takes everybody over who is on the marketing platform, so that a till finds them without asking there, with bonus checks and
// the purchases of other channels. Page by page; a page is one transaction together with the cursor, so a kill loses nothing
// and repeats a page at most. Every active account has a pass at once and then every `Options::every`.
//
// Polite: whoever holds the platform's limits makes it wait, and it waits between pages. One person that cannot be read holds
// nobody up. Lives on one io_context that one thread runs; only wake(), ask() and stop() may be called from elsewhere.
class MirrorCustomers {
 public:
  struct Parts {
    app::AccountReader& accounts;
    app::RemoteCatalogue& catalogue;
    app::RemoteDirectory& directory;  // one that waits behind tills and deliveries
    app::LinkReader& links;
    app::JobReader& jobs;
    app::UnitOfWork& unit;
    const Clock& clock;
  };
  struct Options {
    std::chrono::milliseconds every{24 * 3'600'000};
    std::chrono::milliseconds page_pause{250};
    std::chrono::milliseconds idle_wait{10'000};   // until it looks again whether a pass is due
    std::chrono::milliseconds wait_min{5'000};     // after a page that could not be read; doubled each time
    std::chrono::milliseconds wait_max{60'000};
    std::chrono::milliseconds patience{30'000};    // with one person
    std::size_t people_at_once = 3;
    std::size_t accounts_at_once = 4;
    int attempts_max = 3;  // with a person, while the platform answers otherwise
  };
  using IsSwitchedOn = std::function<bool(const app::Account&)>;
  using OnPage = std::function<void(const MirroredPage&)>;

  MirrorCustomers(boost::asio::io_context& context, Parts parts, Options options, IsSwitchedOn is_switched_on, OnPage on_page);
  ~MirrorCustomers();

  // One step of the loop: a page of every account that is due and does not wait. How many accounts there was work for.
  Async<std::size_t> run_once();
  // Asks for a pass now, whatever the time; one that runs goes on.
  Async<void> ask(app::AccountId account);

  void start();
  void stop();
  void wake();

 private:
  // What is known of an account's page until it is written.
  struct Page;

  Async<void> run();
  Async<bool> is_due(const app::Account& account);
  Async<void> step(app::Account account);
  Async<void> step_alone(app::Account account);
  Async<app::Job> begin_or_go_on(const app::Account& account);
  Async<void> read(const app::Account& account, Page& page, std::vector<std::int64_t> ids);
  Async<MirroredPage> write(const app::Account& account, app::Job job, const Page& page, const app::RemotePage& listed);
  Async<void> fail_job(app::Job job, std::string reason);
  void postpone(app::AccountId account);
  Page& page_of(app::AccountId account, const std::string& cursor);

  boost::asio::io_context& context_;
  Parts parts_;
  Options options_;
  IsSwitchedOn is_switched_on_;
  OnPage on_page_;
  WakeTimer timer_;
  std::map<app::AccountId, std::unique_ptr<Page>> pages_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::jobs
