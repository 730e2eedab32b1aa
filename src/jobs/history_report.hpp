#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include "app/tables.hpp"

namespace kassabro::jobs {

// Adds to the counts of a job's report (Job::report) and to the job itself, in the transaction of the work.
void add_to_report(app::Tables& tables, app::AccountId account, std::string_view kind,
                   std::initializer_list<std::pair<std::string_view, std::int64_t>> counts, app::JobAdvance advance,
                   Timestamp now);

}  // namespace kassabro::jobs
