#pragma once

#include "app/control_jobs.hpp"
#include "jobs/engine.hpp"
#include "testing/shop.hpp"

namespace kassabro::testing {

// A shop (testing::Shop or what is made of it) whose jobs run on a real engine, step by step.
template <class Base>
class JobsOf : public Base {
 protected:
  // Also what a restart does: the new engine remembers nothing.
  void make_engine(std::vector<jobs::JobKind*> kinds) {
    engine = std::make_unique<jobs::Engine>(
        context, jobs::Engine::Parts{this->file->accounts(), this->file->jobs(), this->file->unit_of_work(), this->clock},
        jobs::Engine::Options{}, jobs::Engine::Listeners{}, std::move(kinds));
  }
  void ask(const std::string& kind, const std::string& request = "{}") {
    ASSERT_TRUE(run(control.start(this->account.id, kind, request)));
  }
  std::size_t run_once() { return run(engine->run_once()); }
  // Until nothing may go on at this time.
  void run_on() {
    for (int i = 0; i < 1'000 && run_once() > 0; ++i) {
    }
  }
  app::Job job_of(const std::string& kind) { return run(this->file->jobs().find(this->account.id, kind)).value_or(app::Job{}); }

  boost::asio::io_context context;
  app::ControlJobs control{this->file->unit_of_work(), this->clock};
  std::unique_ptr<jobs::Engine> engine;
};
using JobShop = JobsOf<Shop>;

}  // namespace kassabro::testing
