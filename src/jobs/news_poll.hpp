#pragma once

#include "app/remote_news_source.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* news_kind = "consents";

// Asks the marketing platform for opt-outs and opt-ins that no webhook has told. By itself once an hour, from a while before
// the last pass began: what is heard twice changes nothing. A request may go back to a day: {"from":"2026-11-01"}.
class NewsPoll final : public JobKind {
 public:
  struct Parts {
    app::RemoteNewsSource& source;
    app::TakeRemoteNews& take;
    app::UnitOfWork& unit;
    const Clock& clock;
  };
  struct Options {
    std::chrono::minutes every{60};
    std::chrono::hours overlap{3};    // clocks differ, and rows may be listed late
    std::chrono::hours window{24};    // of one call (contracts section 9 knows such a limit)
    std::chrono::days back_max{366};
    std::chrono::minutes wait{10};    // while the platform cannot be asked
  };

  NewsPoll(Parts parts, Options options) : parts_(parts), options_(options) {}

  std::string_view name() const override { return news_kind; }
  Result<std::string> read_request(const json::object& wanted) const override;
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Async<void> note(const app::Account& account, const app::TakeRemoteNews::Result& counts, std::string cursor);

  Parts parts_;
  Options options_;
};

}  // namespace kassabro::jobs
