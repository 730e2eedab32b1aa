#pragma once

#include <array>

#include "app/remote_directory.hpp"
#include "rule/automations/decision.hpp"
#include "rule/automations/editor.hpp"

namespace kassabro::rule::automations {

// What Kassabro has made of a flow in an account.
struct Made {
  std::string tag;       // on which it was hung, by the name of that time
  std::string language;  // of its texts
  std::array<Kept, all_parts.size()> parts;

  Kept& of(Part part) { return parts[static_cast<std::size_t>(part)]; }
  const Kept& of(Part part) const { return parts[static_cast<std::size_t>(part)]; }
};

std::string to_fact(const Made& made);
Made parse_fact(std::string_view text);  // what cannot be read was not made

Async<Made> find_made(app::RemoteMemory& memory, app::AccountId account, Flow flow);
Async<void> save_made(app::RemoteMemory& memory, app::AccountId account, Flow flow, const Made& made);

}  // namespace kassabro::rule::automations
