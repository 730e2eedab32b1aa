#pragma once

#include "app/sending_queue.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

json::object endpoint_object(const app::Endpoint& endpoint);  // without its secrets
json::object secret_object(const app::Endpoint& endpoint, Timestamp now);
json::object sending_object(const app::SendingRow& sending);
json::object message_object(const app::MessageFile& file);
// What was told of a person, and what each endpoint answered, for an export.
json::object answered_object(const app::MessageFile& file);

// Where a list goes on: "msg_….ENDPOINT". Absent: this is no such text.
std::string place_text(const app::SendingRow& last);
std::optional<app::SendingPlace> parse_place(std::string_view text);

}  // namespace kassabro::admin
