#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

Result<std::string> read_no_request(const json::object& wanted) {
  if (!wanted.empty()) return fail(invalid(wanted.begin()->key(), "This kind of job has no settings."));
  return std::string("{}");
}

}  // namespace kassabro::jobs
