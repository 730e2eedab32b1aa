#pragma once

#include <functional>
#include <map>
#include <memory>

#include "app/readers.hpp"
#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

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
// the purchases of other channels. A step is a page, one transaction together with the cursor, so a kill loses nothing and
// repeats a page at most. Every active account has a pass at once and then every `Options::every`.
//
// Polite: whoever holds the platform's limits makes it wait, and it waits between pages. One person that cannot be read holds
// nobody up.
class MirrorCustomers final : public JobKind {
 public:
  struct Parts {
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
    std::chrono::milliseconds wait_min{5'000};     // after a page that could not be read; doubled each time
    std::chrono::milliseconds wait_max{60'000};
    std::chrono::milliseconds patience{30'000};    // with one person
    std::size_t people_at_once = 3;
    int attempts_max = 3;  // with a person, while the platform answers otherwise
  };
  using IsSwitchedOn = std::function<bool(const app::Account&)>;
  using OnPage = std::function<void(const MirroredPage&)>;

  MirrorCustomers(Parts parts, Options options, IsSwitchedOn is_switched_on, OnPage on_page);
  ~MirrorCustomers() override;

  std::string_view name() const override { return mirror_kind; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  // What is known of an account's page until it is written; a restart may forget it.
  struct Page;

  Async<void> read(const app::Account& account, Page& page, std::vector<std::int64_t> ids);
  Async<MirroredPage> write(const app::Account& account, const Page& page, const app::RemotePage& listed);
  StepEnd give_up(app::AccountId account, std::string reason);
  StepEnd postpone(Page& page, std::string reason) const;
  Page& page_of(app::AccountId account, const std::string& cursor);

  Parts parts_;
  Options options_;
  IsSwitchedOn is_switched_on_;
  OnPage on_page_;
  std::map<app::AccountId, std::unique_ptr<Page>> pages_;
};

}  // namespace kassabro::jobs
