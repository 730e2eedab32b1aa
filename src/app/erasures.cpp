#include "app/erasures.hpp"

#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<RemoteErasure, 3> remote_names{
    {{RemoteErasure::unknown, "unknown"}, {RemoteErasure::waiting, "waiting"}, {RemoteErasure::done, "done"}}};

}  // namespace

std::string_view to_text(RemoteErasure state) { return name_in(remote_names, state); }
std::optional<RemoteErasure> parse_remote_erasure(std::string_view text) { return value_in(remote_names, text); }

}  // namespace kassabro::app
