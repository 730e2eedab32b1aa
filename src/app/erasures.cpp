#include "app/erasures.hpp"

#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<RemoteErasure, 3> remote_names{
    {{RemoteErasure::unknown, "unknown"}, {RemoteErasure::waiting, "waiting"}, {RemoteErasure::done, "done"}}};

constexpr NameTable<ErasureSource, 3> source_names{
    {{ErasureSource::inbox, "inbox"}, {ErasureSource::quarantine, "quarantine"}, {ErasureSource::import_rows, "import_rows"}}};

}  // namespace

std::string_view to_text(ErasureSource source) { return name_in(source_names, source); }

std::optional<ErasureSource> source_after(ErasureSource source) {
  switch (source) {
    case ErasureSource::inbox: return ErasureSource::quarantine;
    case ErasureSource::quarantine: return ErasureSource::import_rows;
    case ErasureSource::import_rows: break;
  }
  return std::nullopt;
}

bool is_about(const SourceRow& row, const PersonTraces& person, std::string_view country) {
  return mentions(row.text, person, country) || (!row.reason.empty() && mentions(row.reason, person, country));
}

std::string_view to_text(RemoteErasure state) { return name_in(remote_names, state); }
std::optional<RemoteErasure> parse_remote_erasure(std::string_view text) { return value_in(remote_names, text); }

}  // namespace kassabro::app
