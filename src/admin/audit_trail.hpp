#pragma once

#include "admin/api.hpp"
#include "admin/noted_views.hpp"

namespace kassabro::admin {

// The audit log's view of one call: noted are all that change something, and those that show a person's data, or an account's secrets.
// The entry is made when the call has ended, whatever its answer. When it cannot be kept, that is an alert, and the call has been done.
// Of who is not signed in only what succeeded and each wrong password are noted: strangers do not fill a table that nothing is removed from.
// Nor do the pages that show a person and ask again while they are open: `views` knows whose look is noted.
Async<void> note_call(const Call& call, const Operation& route, const http::Response& answer, NotedViews& views);

}  // namespace kassabro::admin
