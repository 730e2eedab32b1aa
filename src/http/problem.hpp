#pragma once

#include <string_view>

#include "base/error.hpp"
#include "http/message.hpp"

namespace kassabro::http {

// The one table from an error to an HTTP status.
int status_of(ErrorCode code);

// An error answer that every reader understands: Sitoo REST's `statuscode`/`errortext` and the newer SPIs' `request_id`,
// `error_code`, `error_data` in one object (contracts of Sitoo, part D). `error_data.field` names the field, if one is at fault.
Response problem(const Error& error, std::string_view request_id = {});

// The same for a status that has no ErrorCode (405, 408, 431 ...).
Response problem(int status, std::string_view message, std::string_view field = {}, std::string_view request_id = {});

}  // namespace kassabro::http
