#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "app/tables.hpp"
#include "base/json.hpp"

namespace kassabro::jobs {

// Job::report as an object; empty when it says nothing yet.
json::object report_of(const app::Job& job);

// Adds to the counts of a job's report and to the job itself, in the transaction of the work. `orders` are ids that a person
// may want to look at: the report keeps the first hundred.
void add_to_report(app::Tables& tables, app::AccountId account, std::string_view kind,
                   std::initializer_list<std::pair<std::string_view, std::int64_t>> counts, app::JobAdvance advance,
                   Timestamp now, std::span<const std::string> orders = {});

}  // namespace kassabro::jobs
