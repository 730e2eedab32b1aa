#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "http/message.hpp"
#include "http/router.hpp"
#include "http/url.hpp"
#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

enum class Version { v2, v3 };

// What Rule says when it refuses. v2: {"error","message","fields"}, v3: {"message","errors":{field:[text]}} (contract, 1).
struct Refusal {
  int status = 400;
  std::string code;
  std::string message;
  std::vector<std::pair<std::string, std::string>> fields;
};

using Answer = std::expected<http::Response, Refusal>;
template <class T>
using OrRefusal = std::expected<T, Refusal>;

std::unexpected<Refusal> refuse(int status, std::string code, std::string message);
std::unexpected<Refusal> refuse_field(int status, std::string code, std::string field, std::string message);
inline std::unexpected<Refusal> refuse(Refusal refusal) { return std::unexpected(std::move(refusal)); }
http::Response render(const Refusal& refusal, Version version);

// One call as a handler sees it; the state's mutex is held.
struct Call {
  State& state;
  Account& account;
  const http::Request& request;
  const http::Query& query;
  const http::PathParams& params;
  const json::object& body;
  Version version;
  Timestamp now;
  std::string base_url;  // scheme, host and root as the caller wrote them, for meta.next
};

using Handler = Answer (*)(Call&);

// A page of a list: v2 `limit` (at most 100) and `page`; v3 `per_page` and `page`.
struct Page {
  std::size_t number = 1, size = 100;
  std::size_t first() const { return (number - 1) * size; }
};
OrRefusal<Page> parse_page_v2(const Call& call);
Page parse_page_v3(const Call& call);
// v2's {"next": absolute URL or null}; `total` items exist.
json::object page_meta(const Call& call, const Page& page, std::size_t total);

OrRefusal<IdentifiedBy> parse_identified_by(const Call& call);
// The subscriber named by the path's first place and ?identified_by=. `reading` honours the read delay.
enum class Sees { now, after_delay };
OrRefusal<Subscriber*> named_subscriber(Call& call, Sees sees = Sees::now);

// The tags of `body.tags`, created where a name is new. Refuses: no list, an empty one, the same tag twice, unknown ids.
OrRefusal<std::vector<Tag*>> parse_tags(Call& call);
OrRefusal<AutomationMode> parse_automation(const Call& call);

// The bodies every list shares.
json::array tags_json(Call& call, const Subscriber& subscriber, Sees sees = Sees::now);
json::array suppressions_json(const Subscriber& subscriber);
json::object subscriber_v2(Call& call, const Subscriber& subscriber, Sees sees = Sees::now);
json::object webhook_subscriber(const Subscriber& subscriber);
// Null instead of "".
json::value text_or_null(std::string_view text);
bool is_visible(const Call& call, Timestamp written_at);

// Tags one subscriber, runs the automation and tells the webhooks.
void tag_subscriber(Call& call, Subscriber& subscriber, const std::vector<Tag*>& tags, AutomationMode mode);
void untag_subscriber(Call& call, Subscriber& subscriber, const Tag& tag);
// The one place that suppresses or lifts it, so that the webhooks of section 10 are told every time.
void suppress_subscriber(Call& call, Subscriber& subscriber, std::string_view dispatcher, std::string_view message,
                         std::string_view source);
void unsuppress_subscriber(Call& call, Subscriber& subscriber, std::string_view dispatcher, std::string_view message);
// What an async v3 call does when it is done and was given a callback_url.
void call_back(Call& call);

http::Response success();  // 200 {"message":"Success"}
// v2: 200 with JSON; v3 204.
http::Response no_content();

}  // namespace kassabro::sandbox::rule
