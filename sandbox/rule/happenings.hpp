#pragma once

#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// What happens in Rule without an API call: {"event":"opted-in"|"bounced"|"unsubscribe"|"resubscribed","email" or "phone",
// "message_type":"email"|"text_message","type":"hard"|"soft"}. Changes the subscriber and fires the webhook. A hard bounce
// suppresses (contract, section 6). The caller holds the state's mutex. Errors name the field.
Result<void> happen(State& state, Account& account, const json::object& body, Timestamp now);

}  // namespace kassabro::sandbox::rule
