#pragma once

#include "app/imports.hpp"
#include "app/tables.hpp"
#include "base/result.hpp"

namespace kassabro::app {

// What the job of an import is asked for: {"import":"7"}.
std::string import_request(ImportId id);
// Absent: it names none.
std::optional<ImportId> parse_import_request(std::string_view request);

// Opens the account's job for an import that is being applied or undone, unless it is open for this one already. What is left
// of a job that was for an earlier step of the same import, paused or failed, goes on with this one. Error `conflict`: the job
// is open for another import.
Result<Import> with_job(Tables& tables, Import import, Timestamp now);

}  // namespace kassabro::app
