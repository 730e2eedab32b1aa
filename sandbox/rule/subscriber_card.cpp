#include "sandbox/rule/subscriber_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ranges>

#include "base/time_text.hpp"
#include "sandbox/rule/field_value.hpp"

namespace kassabro::sandbox::rule {
namespace {

// Many records are written in the same second: the wall clock of the last one is kept.
class ClockText {
 public:
  std::string_view of(Timestamp at) {
    const auto second = std::chrono::floor<std::chrono::seconds>(at);
    if (text_.empty() || second != second_) {
      second_ = second;
      text_ = to_rule_time(at);
    }
    return text_;
  }

 private:
  std::chrono::sys_seconds second_{};
  std::string text_;
};

class CardWriter {
 public:
  CardWriter(std::string& out, Account& account, Timestamp now) : out_(out), account_(account), now_(now) {}

  void write(const Subscriber& subscriber) {
    fmt::format_to(end(), R"({{"id":{},"email":)", subscriber.id);
    text_or_null(subscriber.email);
    out_ += R"(,"phone_number":)";
    text_or_null(subscriber.phone);
    out_ += R"(,"custom_identifier":)";
    text_or_null(subscriber.custom_identifier);
    out_ += R"(,"language":)";
    append_json_string(out_, subscriber.language);
    fmt::format_to(end(), R"(,"status":"{}","opted_in":{},"created_at":"{}")", to_text(subscriber.status),
                   subscriber.status != Status::pending, clock_.of(subscriber.created_at));
    fmt::format_to(end(), R"(,"updated_at":"{}","suppressed":)", clock_.of(subscriber.updated_at));
    list(subscriber.suppressions, [&](const Suppression& entry) { suppression(entry); });
    out_ += R"(,"tags":)";
    list(subscriber.tags, [&](const TagLink& link) { tag(link); });
    out_ += R"(,"groups":)";
    list(subscriber.groups, [&](const GroupData& data) { group(data); });
    out_ += R"(,"automations":)";
    // A pass that a reset cancelled never happened; /passes shows it all the same.
    const auto happened = [this](const AutomationPass& entry) { return state_of(entry, now_) != "cancelled"; };
    list(subscriber.passes | std::views::filter(happened), [&](const AutomationPass& entry) { pass(entry); });
    out_ += '}';
  }

 private:
  std::back_insert_iterator<std::string> end() { return std::back_inserter(out_); }

  template <class Range, class Write>
  void list(Range&& range, Write write_one) {
    out_ += '[';
    bool first = true;
    for (const auto& entry : range) {
      if (!std::exchange(first, false)) out_ += ',';
      write_one(entry);
    }
    out_ += ']';
  }

  void text_or_null(std::string_view text) {
    if (text.empty())
      out_ += "null";
    else
      append_json_string(out_, text);
  }

  void suppression(const Suppression& entry) {
    fmt::format_to(end(), R"({{"dispatcher_type":"{}","message_type":"{}","suppressed_source_type":"{}","created_at":"{}"}})",
                   entry.dispatcher_type, entry.message_type, entry.source, clock_.of(entry.created_at));
  }

  void tag(const TagLink& link) {
    const auto* known = account_.find_tag(link.tag_id);
    fmt::format_to(end(), R"({{"id":{},"name":)", link.tag_id);
    append_json_string(out_, known == nullptr ? "" : known->name);
    fmt::format_to(end(), R"(,"added_at":"{}"}})", clock_.of(link.added_at));
  }

  void pass(const AutomationPass& entry) {
    const auto* known = account_.find_tag(entry.tag_id);
    out_ += R"({"tag":)";
    append_json_string(out_, known == nullptr ? "" : known->name);
    fmt::format_to(end(), R"(,"mode":"{}","state":"{}","at":"{}"}})", entry.mode, state_of(entry, now_), clock_.of(entry.at));
  }

  void group(const GroupData& data) {
    const auto* known = account_.find_group(data.group_id);
    if (known == nullptr) {
      out_ += "{}";
      return;
    }
    fmt::format_to(end(), R"({{"id":{},"name":)", known->id);
    append_json_string(out_, known->name);
    fmt::format_to(end(), R"(,"historical":{},"fields":)", known->historical);
    if (!known->historical && !data.records.empty()) {
      values(*known, data.records.back());
    } else {
      list(known->fields, [&](const Field& field) {
        out_ += R"({"name":)";
        append_json_string(out_, field.name);
        fmt::format_to(end(), R"(,"type":"{}"}})", to_text(field.type));
      });
      out_ += R"(,"records":)";
      list(data.records, [&](const Record& entry) { record(*known, entry); });
    }
    out_ += '}';
  }

  void record(const Group& known, const Record& entry) {
    fmt::format_to(end(), R"({{"id":{},"created_at":"{}","values":)", entry.id, clock_.of(entry.created_at));
    values(known, entry);
    out_ += '}';
  }

  void values(const Group& known, const Record& entry) {
    list(entry.values, [&](const FieldValue& value) {
      const auto field = std::ranges::find(known.fields, value.field_id, &Field::id);
      const auto type = field == known.fields.end() ? FieldType::text : field->type;
      out_ += R"({"name":)";
      append_json_string(out_, field == known.fields.end() ? "" : field->name);
      fmt::format_to(end(), R"(,"type":"{}","value":)", to_text(type));
      append_field_value_json(out_, value.is_broken ? FieldType::text : type, value.text);
      out_ += '}';
    });
  }

  std::string& out_;
  Account& account_;
  Timestamp now_;
  ClockText clock_;
};

json::array schema_json(const Account& account) {
  json::array groups;
  for (const auto& [_, group] : account.groups()) {
    json::array fields;
    for (const auto& field : group.fields) fields.push_back(json::object{{"name", field.name}, {"type", to_text(field.type)}});
    groups.push_back(json::object{{"name", group.name}, {"historical", group.historical}, {"fields", std::move(fields)}});
  }
  return groups;
}

json::array transactionals_json(const Account& account) {
  json::array list;
  for (const auto& sent : account.transactionals)
    list.push_back(json::object{{"id", sent.id}, {"created_at", to_rule_time(sent.created_at)}, {"body", sent.body}});
  return list;
}

}  // namespace

std::string subscriber_card(Account& account, const Subscriber& subscriber, Timestamp now) {
  std::string out;
  CardWriter(out, account, now).write(subscriber);
  return out;
}

std::string dump_account(Account& account, std::string_view only, Timestamp now) {
  std::string out = R"({"account":)" + to_json_text(json::object{{"id", account.id}, {"name", account.name}});
  out += R"(,"groups":)" + to_json_text(schema_json(account));
  out += R"(,"transactionals":)" + to_json_text(transactionals_json(account));
  out += R"(,"subscribers":[)";
  CardWriter writer(out, account, now);
  if (!only.empty()) {
    const auto* subscriber = account.find_subscriber(IdentifiedBy::email, only);
    if (subscriber == nullptr) subscriber = account.find_subscriber(IdentifiedBy::phone_number, only);
    if (subscriber != nullptr) writer.write(*subscriber);
    return out + "]}";
  }
  bool first = true;
  for (const auto& [_, subscriber] : account.subscribers()) {
    if (!std::exchange(first, false)) out += ',';
    writer.write(subscriber);
  }
  out += "]}";
  return out;
}

}  // namespace kassabro::sandbox::rule
