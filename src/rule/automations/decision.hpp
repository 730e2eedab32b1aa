#pragma once

#include <optional>
#include <string>

#include "base/json.hpp"

namespace kassabro::rule::automations {

// What is remembered of a part that Kassabro has made. Digests of contents; id 0: nothing was made.
struct Kept {
  std::int64_t id = 0;
  std::string name;
  std::string wrote;    // what was wanted when it was last written
  std::string read;     // what Rule showed right after that
  std::string writing;  // what is wanted by a write whose end was not seen
};

enum class State {
  absent,    // not made yet
  current,   // as it should be
  outdated,  // as Kassabro left it, but something else is wanted now
  edited,    // a person has changed it in Rule: it stays
  gone,      // made once, deleted in Rule
  found,     // made by Kassabro, but not remembered: a kill between the call and the note of it
  foreign,   // somebody else's stands in its place: it stays
};

// What plan and apply go by. `found` is what Rule shows under the remembered id; absent: nothing.
State state_of(const json::object& wanted, const Kept& kept, const std::optional<json::object>& found);

// Equal for equal contents, whatever the order of their members.
std::string digest_of(const json::object& content);
// Whether `found` has all that is wanted. What is not wanted (null) may be anything: Rule's own default, say.
bool fits(const json::value& found, const json::value& wanted);

}  // namespace kassabro::rule::automations
