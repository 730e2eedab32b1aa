#pragma once

#include "app/order_archive.hpp"
#include "app/readers.hpp"

namespace kassabro::main {

// Wrong login details are told when the work is asked for; a Sitoo that cannot be reached is waited for. Errors name the account's member.
Async<Result<void>> check_source(app::AccountReader& accounts, app::OrderArchive& archive, app::AccountId id);

}  // namespace kassabro::main
