#pragma once

#include "app/erase_customer.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

// What an erasure leaves to do: the person on the marketing platform, tried until it is done, and all that once came in, read through
// for the person. Begun by each erasure, and every hour in case one began while a pass was ending.
class EraseTraces final : public JobKind {
 public:
  struct Parts {
    app::ErasureReader& erasures;
    app::RemoteEraser& remote;
    app::StoreFiles& files;
    app::UnitOfWork& unit;
    const Clock& clock;
  };
  struct Options {
    std::chrono::minutes every{60};
    std::chrono::milliseconds first_wait{5'000};  // after a refusal by the platform; doubled each time
    std::chrono::milliseconds wait_max{std::chrono::minutes(10)};
    std::size_t step_rows_max = 200;  // some ten milliseconds of reading
  };

  EraseTraces(Parts parts, Options options) : parts_(parts), options_(options) {}

  std::string_view name() const override { return app::erasures_kind; }
  bool calls_platform() const override { return false; }  // reading goes on while the platform refuses the key
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Async<void> erase_remotely(const app::Account& account, app::Erasure erasure);
  Async<void> read_on(const app::Account& account, app::Erasure erasure);
  Async<void> note_forgotten(const app::Account& account);
  Async<void> save(const app::Account& account, app::Erasure erasure, std::vector<app::SourcePlace> remove);

  Parts parts_;
  Options options_;
};

}  // namespace kassabro::jobs
