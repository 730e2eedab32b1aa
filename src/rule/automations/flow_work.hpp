#pragma once

#include "rule/automations/letter.hpp"
#include "rule/automations/memory.hpp"
#include "rule/automations/preparation.hpp"
#include "rule/automations/report.hpp"
#include "rule/automations/survey.hpp"

namespace kassabro::rule::automations {

enum class Mode { plan, apply };

// What the work on the flows of one account shares.
struct Workshop {
  Desk desk;
  const RuleNames& names;
  app::RemoteMemory& memory;
  Survey& survey;
  Preparation& preparation;
  const Request& request;
  Mode mode;
};

// One flow, from its tag to its switch: looks at each part, says what is to be done, and in mode `apply` does it. Both modes take
// the same way, so a plan is what apply does. What was made is noted after each call: a kill leaves nothing twice.
class FlowWork {
 public:
  FlowWork(Workshop shop, Flow flow) : shop_(shop), flow_(flow) {}

  // Error: Rule cannot be asked now; other flows need not be tried. What was done by then is in `report`.
  Async<Done> run();
  FlowReport report;

 private:
  // A part as it is found.
  struct Sight {
    State state = State::absent;
    std::int64_t id = 0;
    json::object shown;
    std::string detail;
  };
  using Seen = std::expected<Sight, CallError>;

  Async<Done> work();
  Async<std::expected<bool, CallError>> look_at_trigger();
  Async<std::expected<bool, CallError>> prepare();
  Async<std::expected<bool, CallError>> do_part(Part part, json::object wanted);
  Async<Done> switch_on();

  Async<Seen> look(Part part, json::object& wanted);
  Async<Seen> search(Part part, json::object& wanted);
  Async<Seen> search_by_name(Part part, json::object& wanted, const std::vector<json::object>& all);
  Async<Seen> search_message(const json::object& wanted);
  Async<Seen> search_dynamic_set(const json::object& wanted);
  Async<std::expected<std::optional<json::object>, CallError>> show(Part part, std::int64_t id);

  Async<Done> perform(Part part, const Sight& sight, const json::object& wanted);
  Async<Done> create(Part part, const json::object& wanted);
  Async<Done> update(Part part, const Sight& sight, const json::object& wanted);
  Async<Done> settle(Part part, const json::object& wanted);
  Async<void> save();

  std::int64_t tag_id() const;
  std::vector<const json::object*> rivals() const;
  void note_rivals();
  Letter letter() const;
  void forget(Part part);

  Workshop shop_;
  Flow flow_;
  Made made_;
  std::optional<json::object> automail_;  // as Rule shows it, when it was made before
  std::string renamed_;  // what its tag is called in Rule now; empty: as ever
  bool is_whole_ = true;  // all its parts are there
};

}  // namespace kassabro::rule::automations
