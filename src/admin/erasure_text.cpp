#include "admin/erasure_text.hpp"

#include "base/time_text.hpp"

namespace kassabro::admin {
namespace {

json::array counts_array(const app::ErasureCounts& counts) {
  json::array out;
  for (const auto& [what, count] : counts)
    if (count > 0) out.push_back(json::object{{"what", what}, {"count", count}});
  return out;
}

}  // namespace

json::object erasure_object(const app::Erasure& erasure) {
  return {{"erasure_id", std::to_string(erasure.id)},
          {"contact_id", std::to_string(erasure.contact)},
          {"at", to_iso(erasure.at)},
          {"author", erasure.author},
          {"state", erasure.finished_at ? "done" : "running"},
          {"here", "done"},
          {"sources", erasure.place ? "running" : "done"},
          {"identifiers", erasure.traces == app::PersonTraces{} ? "done" : "running"},
          {"rule", app::to_text(erasure.remote)},
          {"rule_problem", erasure.remote_problem},
          {"removed", counts_array(erasure.removed)},
          {"kept", counts_array(erasure.kept)},
          {"finished_at", erasure.finished_at ? json::value(to_iso(*erasure.finished_at)) : json::value(nullptr)}};
}

}  // namespace kassabro::admin
