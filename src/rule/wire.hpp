#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/consent_ledger.hpp"
#include "app/receipt_message.hpp"
#include "domain/contact.hpp"
#include "rule/call.hpp"
#include "rule/field.hpp"
#include "rule/tags.hpp"

namespace kassabro::rule {

// A person as they are written: found by e-mail or phone, with what is to be known of them.
struct Entry {
  std::string email;
  std::string phone;     // E.164
  std::string language;  // empty: Rule's
  std::vector<FieldValue> fields;
};

// What of an entry is sent. Rule may refuse a phone number (SEEN WOO) and perhaps empty values (OPEN); then it goes without.
struct Shape {
  bool phone = true;
  bool empty_values = true;
};

// Entries of one call. Up to 19 run their automations; from 20 on they do not, and a large call is only acknowledged and
// carried out later: that is for orders of the past. More than 1,000 are refused (contracts section 2).
inline constexpr std::size_t entries_max = 19;
inline constexpr std::size_t past_entries_max = 1'000;

json::object entry_body(const Entry& entry, Shape shape);

// POST /v2/subscribers: creates or updates, sets tags and fields. One entry goes as an object and is answered with the
// subscriber; several go as an array and are answered without ids.
Call upsert_call(std::span<const Entry> entries, const TagPlan& plan, Shape shape);

enum class IdentifiedBy { email, phone_number, id };
Call get_subscriber_call(IdentifiedBy by, std::string_view identifier);
Call get_fields_call(std::int64_t subscriber_id);
Call remove_subscriber_call(IdentifiedBy by, std::string_view identifier);
Call change_subscriber_call(std::int64_t subscriber_id, const Entry& entry, Shape shape);
Call add_tags_call(std::int64_t subscriber_id, const TagPlan& plan);
Call remove_tag_call(std::int64_t subscriber_id, std::string_view tag);

// /v3/suppressions: marketing by these channels stops, or is allowed again. Carried out later; idempotent.
Call suppress_call(std::int64_t subscriber_id, app::RemoteChannels channels);
Call unsuppress_call(std::int64_t subscriber_id, app::RemoteChannels channels);

// POST /v2/transactionals: one message that is no marketing. `name` is what Rule's statistics count it under.
Call send_receipt_call(const app::ReceiptMessage& message, std::string_view name);

// POST /v2/customizations: creates what is missing of groups and fields, with types; idempotent.
Call create_fields_call(std::span<const FieldKey> keys);

// POST /v3/custom-field-data/{id}: one record in each group of `values`, which are created as historical ones if need be.
Call append_records_call(std::int64_t subscriber_id, std::span<const FieldValue> values);
// The record of a group in which `field` is `value`; 404 when there is none.
Call search_record_call(std::int64_t subscriber_id, std::string_view group, std::string_view field, std::string_view value);
Call change_record_call(std::int64_t subscriber_id, std::string_view group, std::string_view field, std::string_view value,
                        std::span<const FieldValue> values);

// GET /v3/custom-field-data/{id}: the records of these groups.
Call list_records_call(std::int64_t subscriber_id, std::span<const std::string> groups, std::size_t page);
inline constexpr std::size_t records_per_page = 100;

// GET /v2/customizations and /v2/subscribers: a page of all groups or people; pages count from 1.
Call list_groups_call(std::size_t page);
Call list_subscribers_call(std::size_t page);

// The cheapest question that tells whether a key is good, and whose it is.
Call sender_details_call();

}  // namespace kassabro::rule
