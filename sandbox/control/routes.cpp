#include "sandbox/control/handlers.hpp"

namespace kassabro::sandbox::control {
namespace {

using enum http::Method;

constexpr http::Route<Handler> table[] = {
    {post, "/reset", &reset},
    {post, "/seed", &seed_sitoo},
    {get, "/clock", &get_clock},
    {post, "/clock", &advance_clock},
    {get, "/faults", &list_faults},
    {post, "/faults", &add_fault},
    {delete_, "/faults", &clear_faults},
    {get, "/calls", &get_calls},
    {delete_, "/calls", &clear_calls},
    {post, "/pos/sell", &sell},
    {post, "/pos/book", &book},
    {post, "/pos/refund", &refund},
    {post, "/pos/exchange", &exchange},
    {post, "/pos/z-report", &close_register},
    {get, "/pos/pending", &get_pending},
    {post, "/orders/{order}/close", &close_order},
    {post, "/orders/{order}/cancel", &cancel_order},
    {post, "/orders/{order}/update", &update_order},
    {post, "/orders/{order}/convert", &convert_order},
    {get, "/events", &list_events},
    {post, "/events/send", &send_events},
    {get, "/settings", &get_settings},
    {put, "/settings", &put_settings},
    {get, "/sitoo/switches", &get_sitoo_switches},
    {put, "/sitoo/switches", &put_sitoo_switches},
    {get, "/rule/switches", &get_rule_switches},
    {put, "/rule/switches", &put_rule_switches},
    {post, "/rule/seed", &seed_rule},
    {get, "/rule/accounts/{key}/dump", &dump},
    {put, "/rule/accounts/{key}/fields", &put_fields},
    {put, "/rule/accounts/{key}/groups", &put_group},
    {post, "/rule/accounts/{key}/events", &let_happen},
    {get, "/rule/accounts/{key}/mailbox", &list_mailbox},
    {get, "/rule/accounts/{key}/sms", &list_sms},
    {get, "/rule/accounts/{key}/passes", &list_passes},
    {post, "/keys", &set_key},
    {get, "/webhooks", &list_webhooks},
    {post, "/webhooks", &add_webhook},
    {delete_, "/webhooks", &clear_webhooks},
};

}  // namespace

std::span<const http::Route<Handler>> routes() { return table; }

}  // namespace kassabro::sandbox::control
