#pragma once

#include "admin/api.hpp"

namespace kassabro::admin {

// The audit log's view of one call: noted are all that change something, and those that show a person's data, or an account's secrets.
// The entry is made when the call has ended, whatever its answer. When it cannot be kept, that is an alert, and the call has been done.
// `actor` is who called as it was known before: signing out forgets it.
Async<void> note_call(const Call& call, const http::Route<Handler>& route, std::string actor, int status);

// "pages", "command_line" or "nobody".
std::string actor_of(const Call& call);

}  // namespace kassabro::admin
