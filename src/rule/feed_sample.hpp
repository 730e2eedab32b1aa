#pragma once

#include "app/delivery.hpp"
#include "rule/feeds.hpp"

namespace kassabro::rule {

// What a test call of a feed tells: the marked customer with a purchase, a return or a bonus check.
app::DeliveryJob sample_job(const app::Account& account, Feed feed, Timestamp now);

}  // namespace kassabro::rule
