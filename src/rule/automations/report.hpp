#pragma once

#include <string>
#include <vector>

#include "rule/automations/decision.hpp"
#include "rule/automations/flow.hpp"
#include "rule/automations/settings.hpp"

namespace kassabro::rule::automations {

// What is asked for.
struct Request {
  std::vector<Flow> flows{all_flows.begin(), all_flows.end()};
  std::optional<Language> language = std::nullopt;  // absent: the settings', else that of last time, else the country's
  bool activate = false;             // flows that are switched off are switched on
  bool recreate = false;             // what was deleted in Rule is made again
  bool force = false;                // of remove: what was edited goes too
};

enum class Action { none, create, adopt, update, keep, leave, activate, remove };

// One thing of a flow: what it is, how it stands, and what is done about it.
struct Step {
  std::string what;  // "tag", "fields", "automail", "message", "template", "dynamic-set", "activity"
  std::string name = {};
  State state = State::absent;
  Action action = Action::none;
  std::string detail = {};
  bool failed = false;
};

struct FlowReport {
  Flow flow = Flow::thank_you;
  std::string tag = {};
  Language language = Language::swedish;
  bool active = false;
  std::vector<Step> steps = {};
  std::vector<std::string> notes = {};  // for the marketer
};

struct Report {
  bool done = true;  // nothing failed
  std::vector<FlowReport> flows;
};

std::string_view to_text(State state);
std::string_view to_text(Action action);
// What is done about a part in this state.
Action action_for(State state);

}  // namespace kassabro::rule::automations
