#pragma once

#include <span>
#include <vector>

#include "app/delivery.hpp"

namespace kassabro::rule {

using JobPlaces = std::vector<std::size_t>;

// Notes calls that were for several jobs with each of them: of the subscribers in the body only its own.
void share_out(const app::SentCalls& calls, std::span<const app::DeliveryJob> jobs, const JobPlaces& batch);

}  // namespace kassabro::rule
