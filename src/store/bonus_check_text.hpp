#pragma once

#include <string>
#include <string_view>

#include "domain/bonus_check.hpp"

namespace kassabro::store {

// A bonus check as it was at some time, as the stores keep it beside the ledger: one JSON text with our own names. Reading gives
// back an equal check; a text that is not ours throws InfrastructureFailure.
std::string to_stored_text(const domain::BonusCheck& check);
domain::BonusCheck bonus_check_from_stored_text(std::string_view text);

}  // namespace kassabro::store
