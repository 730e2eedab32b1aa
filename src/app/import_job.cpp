#include "app/import_job.hpp"

#include "app/control_jobs.hpp"
#include "base/json.hpp"

namespace kassabro::app {

std::string import_request(ImportId id) { return to_json_text(json::object{{"import", std::to_string(id)}}); }

std::optional<ImportId> parse_import_request(std::string_view request) {
  const auto value = parse_json(request);
  return value && value->is_object() ? int_member(value->get_object(), "import") : std::nullopt;
}

Result<Import> with_job(Tables& tables, Import import, Timestamp now) {
  const auto request = import_request(import.id);
  auto known = tables.jobs.find(import.account, import_kind);
  if (!known || !is_open(known->state)) {
    const auto opened = open_job(tables, import.account, import_kind, request, now);
    if (!opened) return fail(opened.error());
    return import;
  }
  if (known->request != request) return fail(conflict("import", "Another import of this account is being applied or undone."));
  if (known->state == JobState::paused) {
    known->state = JobState::running;
    known->updated_at = now;
    tables.jobs.save(*known);
  }
  return import;
}

}  // namespace kassabro::app
