#pragma once

#include <string>
#include <string_view>

#include "app/erasures.hpp"

namespace kassabro::store {

// The parts of a certificate that the stores keep as JSON texts. Reading what is damaged throws InfrastructureFailure.
std::string to_stored_text(const app::ErasureCounts& counts);
app::ErasureCounts erasure_counts_from(std::string_view text);

// "" for one without: who it was is forgotten.
std::string to_stored_text(const app::PersonTraces& traces);
app::PersonTraces traces_from(std::string_view text);

}  // namespace kassabro::store
