#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "app/remote_consent.hpp"
#include "base/json.hpp"

namespace kassabro::rule {

// An import in Rule is through: there may be people whom we do not know.
struct ImportFinished {};
// Something that concerns nobody's consents: a soft bounce, an opt-out of transactional messages only.
struct NothingNew {};

using WebhookNews = std::variant<app::RemoteNews, ImportFinished, NothingNew>;

// The event of an address, in any usual spelling ("opted_in", "unsubscribed", "suppress"), as in app::webhook_events. Absent: we
// take no such event.
std::optional<std::string_view> webhook_event(std::string_view segment);

// What the body says, which does not name its event (contracts section 10). Errors name the member.
Result<WebhookNews> parse_webhook(std::string_view event, const json::value& body, Timestamp now);

}  // namespace kassabro::rule
