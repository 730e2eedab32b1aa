#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/remote_directory.hpp"
#include "rule/call.hpp"

namespace kassabro::rule {

// A person as Rule tells of them.
struct Subscriber {
  std::int64_t id = 0;
  std::string email;
  std::string phone;
  // Any suppression of campaigns, or not opted in (blocked, or double opt-in not confirmed). Absent: the answer does not say.
  std::optional<bool> blocked;
  std::optional<app::RemoteSuppressed> suppressed = {};  // of campaigns. Absent: the answer does not name channels
};

// From {"subscriber":{…}} of v2 or {"data":{…}} of v3. Absent: no subscriber with an id in it.
std::optional<Subscriber> parse_subscriber(const json::value& body);

// What the link to a person is after an answer; where the answer does not tell of blocks, `known` does, and without that the
// link counts as never checked.
app::RemoteLink link_of(const Subscriber& subscriber, const std::optional<app::RemoteLink>& known, Timestamp now);

// A flat group's field with its present content; several texts for a `multiple`.
struct RemoteField {
  std::string group;
  std::string name;
  json::value value;
};
// From {"groups":[{name, fields:[{name or key, value}]}]}; historical groups hold orders, not the person, and are left out.
std::vector<RemoteField> parse_fields(const json::value& body);

// The number of the next page, out of `meta.next`, which is an address; only its `page` counts (SEEN SDK). Absent: the last one.
std::optional<std::size_t> parse_next_page(const json::value& body);

// Names of the groups in {"groups":[{name}]}.
std::vector<std::string> parse_group_names(const json::value& body);

// People in {"subscribers":[…]}, each with when Rule last changed them.
std::vector<app::RemotePage::Person> parse_people(const json::value& body, Timestamp now);

// A record of a historical group, from {"data":{…}}.
struct Record {
  std::int64_t id = 0;
  bool historical = false;
};
std::optional<Record> parse_record(const json::value& body);

// The tags of a person, from {"subscriber":{"tags":[{id,name}]}}.
std::vector<std::string> parse_tag_names(const json::value& body);

std::optional<app::RemoteOwner> parse_owner(const json::value& body);

// The answer's JSON, or what went wrong: every status and both error envelopes (contracts section 1).
CallResult read_answer(const http::OutboundResponse& response, Timestamp now, Expect expect = Expect::json);
CallError error_of(const http::TransportError& error);

}  // namespace kassabro::rule
