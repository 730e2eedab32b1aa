#pragma once

#include "app/remote_directory.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// Makes a customer of the marketing platform ours. Whoever already has the e-mail or the phone here is that customer:
// they are linked, not doubled.
Result<domain::Contact> adopt_contact(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now);

}  // namespace kassabro::app
