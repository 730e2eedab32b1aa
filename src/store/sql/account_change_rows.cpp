#include "store/sql/account_change_rows.hpp"

#include "base/error.hpp"

namespace kassabro::store::sql {
namespace {

#define KASSABRO_CHANGES "SELECT change_id, account_id, at, author, members, undoes FROM account_changes WHERE account_id = ?1 "

constexpr const char* sql_save =
    "INSERT INTO account_changes (account_id, change_id, at, author, members, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr const char* sql_find = KASSABRO_CHANGES "AND change_id = ?2";
constexpr const char* sql_list = KASSABRO_CHANGES "ORDER BY change_id DESC LIMIT ?2";
constexpr const char* sql_latest = "SELECT max(change_id) FROM account_changes WHERE account_id = ?1";

std::string text_of_members(const std::vector<app::ChangedMember>& members) {
  json::array list;
  for (const auto& member : members)
    list.push_back(json::object{{"path", json::array(member.path.begin(), member.path.end())},
                                {"before", member.before},
                                {"after", member.after},
                                {"secret", member.secret}});
  return to_json_text(list);
}

app::ChangedMember member_of(const json::object& object) {
  app::ChangedMember member;
  for (const auto& name : object.at("path").as_array()) member.path.emplace_back(name.as_string());
  member.before = object.at("before");
  member.after = object.at("after");
  member.secret = object.at("secret").as_bool();
  return member;
}

app::AccountChanged read_change(const Statement& row) {
  app::AccountChanged change;
  change.id = row.integer(0);
  change.account = row.integer(1);
  change.at = from_epoch_ms(row.integer(2));
  change.author = row.text(3);
  const auto members = parse_json(row.text_view(4));
  if (!members || !members->is_array()) throw InfrastructureFailure("A kept change of an account is damaged.");
  for (const auto& member : members->get_array()) change.members.push_back(member_of(member.as_object()));
  if (!row.is_null(5)) change.undoes = row.integer(5);
  return change;
}

}  // namespace

void save_account_change(Connection& connection, const app::AccountChanged& change) {
  auto save = connection.prepare(sql_save);
  save->bind(1, change.account).bind(2, change.id).bind(3, to_epoch_ms(change.at)).bind(4, change.author);
  save->bind(5, text_of_members(change.members));
  if (change.undoes) save->bind(6, *change.undoes);
  save->run();
}

std::optional<app::AccountChanged> find_account_change(Connection& connection, app::AccountId account, app::ChangeId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_change(*query);
}

app::ChangeId latest_account_change(Connection& connection, app::AccountId account) {
  auto query = connection.prepare(sql_latest);
  query->bind(1, account);
  return query->step() ? query->integer(0) : 0;
}

std::vector<app::AccountChanged> list_account_changes(Connection& connection, app::AccountId account, std::size_t count_max) {
  std::vector<app::AccountChanged> changes;
  auto query = connection.prepare(sql_list);
  query->bind(1, account).bind(2, static_cast<std::int64_t>(count_max));
  while (query->step()) changes.push_back(read_change(*query));
  return changes;
}

}  // namespace kassabro::store::sql
