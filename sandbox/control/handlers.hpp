#pragma once

#include <span>

#include "http/router.hpp"
#include "sandbox/control/world.hpp"

namespace kassabro::sandbox::control {

// One call of /control. The whole API on one screen: routes.cpp.
struct ControlCall {
  World& world;
  const http::Request& request;
  const http::PathParams& params;
  const json::object& body;
};

using Answer = Async<http::Response>;
using Handler = Answer (*)(ControlCall);

std::span<const http::Route<Handler>> routes();

http::Response done();  // {"ok":true}

// control_api.cpp: the sandbox itself.
Answer reset(ControlCall), add_fault(ControlCall), list_faults(ControlCall), clear_faults(ControlCall);
Answer get_calls(ControlCall), clear_calls(ControlCall);

// sitoo_control.cpp: Sitoo's data, settings, switches and events.
Answer seed_sitoo(ControlCall), get_settings(ControlCall), put_settings(ControlCall);
Answer get_sitoo_switches(ControlCall), put_sitoo_switches(ControlCall);
Answer get_pending(ControlCall), list_events(ControlCall), send_events(ControlCall);

// pos_control.cpp: the till and the life of an order.
Answer sell(ControlCall), book(ControlCall), refund(ControlCall), exchange(ControlCall), close_register(ControlCall);
Answer close_order(ControlCall), cancel_order(ControlCall), update_order(ControlCall), convert_order(ControlCall);

// rule_control.cpp: Rule.
Answer get_rule_switches(ControlCall), put_rule_switches(ControlCall);
Answer set_key(ControlCall), list_webhooks(ControlCall), add_webhook(ControlCall), clear_webhooks(ControlCall);
Answer dump(ControlCall), put_group(ControlCall), put_fields(ControlCall), let_happen(ControlCall), seed_rule(ControlCall);

// mail_control.cpp: what Rule sends, and when.
Answer get_clock(ControlCall), advance_clock(ControlCall);
Answer list_mailbox(ControlCall), list_sms(ControlCall), list_passes(ControlCall);

}  // namespace kassabro::sandbox::control
