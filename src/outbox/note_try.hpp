#pragma once

#include "app/delivery.hpp"
#include "app/delivery_try.hpp"

namespace kassabro::outbox {

// What is kept of a try. Absent: nobody wants to know, or nothing was sent because we were asked to wait.
std::optional<app::DeliveryTry> note_of(const app::DeliveryJob& job, const app::Outcome& outcome, Timestamp start,
                                        Timestamp end);

}  // namespace kassabro::outbox
