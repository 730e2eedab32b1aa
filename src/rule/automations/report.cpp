#include "rule/automations/report.hpp"

#include "base/name_table.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr NameTable<State, 7> state_names{{{State::absent, "absent"},
                                           {State::current, "current"},
                                           {State::outdated, "outdated"},
                                           {State::edited, "edited"},
                                           {State::gone, "gone"},
                                           {State::found, "found"},
                                           {State::foreign, "foreign"}}};

constexpr NameTable<Action, 8> action_names{{{Action::none, "none"},
                                             {Action::create, "create"},
                                             {Action::adopt, "adopt"},
                                             {Action::update, "update"},
                                             {Action::keep, "keep"},
                                             {Action::leave, "leave"},
                                             {Action::activate, "activate"},
                                             {Action::remove, "remove"}}};

}  // namespace

std::string_view to_text(State state) { return name_in(state_names, state); }
std::string_view to_text(Action action) { return name_in(action_names, action); }

Action action_for(State state) {
  switch (state) {
    case State::absent: return Action::create;
    case State::current: return Action::none;
    case State::outdated: return Action::update;
    case State::edited: return Action::keep;
    case State::gone:
    case State::foreign: return Action::leave;
    case State::found: return Action::adopt;
  }
  return Action::none;
}

}  // namespace kassabro::rule::automations
