#include "app/account_changes.hpp"

#include <array>
#include <set>

namespace kassabro::app {
namespace {

using Path = std::vector<std::string>;

struct TextMember {
  const char* name;
  std::string Account::* place;
};

constexpr std::array<TextMember, 6> text_members{{{"name", &Account::name},
                                                  {"country", &Account::country},
                                                  {"time_zone", &Account::time_zone},
                                                  {"currency", &Account::currency},
                                                  {"sitoo_base_url", &Account::sitoo_base_url},
                                                  {"sitoo_api_id", &Account::sitoo_api_id}}};
constexpr const char* eshop_member = "eshop_id";
constexpr const char* settings_member = "settings";

const json::object& object_or_empty(const json::value* value) {
  static const json::object empty;
  return value != nullptr && value->is_object() ? value->get_object() : empty;
}

// An object counts as its members, everything else as one value.
void compare(Path& path, const json::value* before, const json::value* after, std::vector<ChangedMember>& out) {
  const bool are_objects = (before == nullptr || before->is_object()) && (after == nullptr || after->is_object());
  const auto& old = object_or_empty(before);
  const auto& now = object_or_empty(after);
  if (are_objects && (!old.empty() || !now.empty())) {
    std::set<std::string> names;
    for (const auto& [name, _] : old) names.emplace(name);
    for (const auto& [name, _] : now) names.emplace(name);
    for (const auto& name : names) {
      path.push_back(name);
      compare(path, old.if_contains(name), now.if_contains(name), out);
      path.pop_back();
    }
    return;
  }
  const auto value_of = [](const json::value* value) { return value == nullptr ? json::value(nullptr) : *value; };
  if (value_of(before) != value_of(after)) out.push_back({path, value_of(before), value_of(after), false});
}

const json::value* find_at(const json::object& root, const Path& path, std::size_t from) {
  const json::object* object = &root;
  for (std::size_t i = from; i < path.size(); ++i) {
    const auto* value = object->if_contains(path[i]);
    if (value == nullptr || i + 1 == path.size()) return value;
    if (!value->is_object()) return nullptr;
    object = &value->get_object();
  }
  return nullptr;
}

// Null takes the member away, and what is empty without it.
void set_at(json::object& object, const Path& path, std::size_t from, const json::value& value) {
  if (from + 1 == path.size()) {
    if (value.is_null())
      object.erase(path[from]);
    else
      object[path[from]] = value;
    return;
  }
  auto& below = object[path[from]];
  if (!below.is_object()) below = json::object();
  set_at(below.get_object(), path, from + 1, value);
  if (below.get_object().empty()) object.erase(path[from]);
}

std::string* text_place(Account& account, const Path& path) {
  for (const auto& member : text_members)
    if (path.size() == 1 && path.front() == member.name) return &(account.*member.place);
  return nullptr;
}

json::value value_at(Account& account, const Path& path) {
  if (const auto* text = text_place(account, path)) return json::value(json::string(*text));
  if (path.front() == eshop_member) return account.eshop_id;
  const auto* value = find_at(account.settings, path, 1);
  return value == nullptr ? json::value(nullptr) : *value;
}

void put(Account& account, const Path& path, const json::value& value) {
  if (auto* text = text_place(account, path))
    *text = text_of(value).value_or("");
  else if (path.front() == eshop_member)
    account.eshop_id = value.to_number<std::int64_t>();
  else
    set_at(account.settings, path, 1, value);
}

}  // namespace

std::vector<ChangedMember> changed_members(const Account& before, const Account& after) {
  std::vector<ChangedMember> out;
  for (const auto& member : text_members)
    if (before.*member.place != after.*member.place)
      out.push_back({{member.name}, json::value(before.*member.place), json::value(after.*member.place), false});
  if (before.eshop_id != after.eshop_id) out.push_back({{eshop_member}, before.eshop_id, after.eshop_id, false});
  if (before.sitoo_password != after.sitoo_password) out.push_back({{"sitoo_password"}, nullptr, nullptr, true});
  if (before.rule_key != after.rule_key) out.push_back({{"rule_api_key"}, nullptr, nullptr, true});
  Path path{settings_member};
  const json::value old = before.settings;
  const json::value now = after.settings;
  compare(path, &old, &now, out);
  return out;
}

json::object settings_before(json::object settings, const AccountChanged& change) {
  for (const auto& member : change.members)
    if (member.path.size() > 1 && member.path.front() == settings_member) set_at(settings, member.path, 1, member.before);
  return settings;
}

std::optional<Account> with_undone(Account account, const AccountChanged& change) {
  for (const auto& member : change.members) {
    if (member.secret || member.path.empty()) return std::nullopt;
    if (value_at(account, member.path) != member.after) return std::nullopt;
  }
  for (const auto& member : change.members) put(account, member.path, member.before);
  return account;
}

}  // namespace kassabro::app
