#pragma once

#include "rule/automations/memory.hpp"
#include "rule/automations/report.hpp"
#include "rule/automations/survey.hpp"

namespace kassabro::rule::automations {

// Deletes what Kassabro has made of a flow. Rule deletes in cascades (a dynamic set takes its template along, a message its sets), so
// a flow of which a person has edited or added anything stays whole, unless `force`.
class FlowRemoval {
 public:
  FlowRemoval(Desk desk, app::RemoteMemory& memory, Flow flow, bool force)
      : desk_(desk), memory_(memory), flow_(flow), force_(force) {}

  // Error: Rule cannot be asked now.
  Async<Done> run();
  FlowReport report;

 private:
  Async<Done> look(Part part);
  Async<Done> look_for_others(Part part, std::int64_t own_id, Call list, std::string_view what);
  Async<Done> remove(Part part, Step& step);

  Desk desk_;
  app::RemoteMemory& memory_;
  Flow flow_;
  bool force_;
  Made made_;
  bool is_kept_ = false;
};

}  // namespace kassabro::rule::automations
