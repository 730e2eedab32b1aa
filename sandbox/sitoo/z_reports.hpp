#pragma once

#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// Closes a till: adds up the completed orders since it was closed last. `{"store":1,"register":1,"at":"…"}`, counted from 1;
// `at` is now unless it says otherwise. Errors name the member.
Result<ZReport> close_register(Books& books, const json::object& body, Timestamp now);

json::object z_report_json(const Books& books, const ZReport& report);

}  // namespace kassabro::sandbox::sitoo
