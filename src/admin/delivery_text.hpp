#pragma once

#include "app/delivery_queue.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

json::object delivery_object(const app::DeliveryRow& row);
json::object try_object(const app::DeliveryTry& tried);

// Null: there is none.
json::value trace_id_of(const Trace& trace);

// With milliseconds: much happens within a second, and a list goes on where it ended.
std::string precise_iso(Timestamp at);

}  // namespace kassabro::admin
