#include "admin/access_text.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"

namespace kassabro::admin {
namespace {

Result<User> parse_user(const json::object& object) {
  const auto role = parse_role(text_member(object, "role"));
  if (!role) return fail(invalid("users.role", "There is no such role."));
  const auto created_at = parse_timestamp(text_member(object, "created_at"));
  return User{text_member(object, "name"), *role, text_member(object, "password_hash"), created_at.value_or(Timestamp{})};
}

Result<ApiToken> parse_token(const json::object& object) {
  ApiToken token{text_member(object, "name"), {}, text_member(object, "digest"), {}, std::nullopt};
  if (const auto* scopes = find_member(object, "scopes"); scopes != nullptr && scopes->is_array())
    for (const auto& item : scopes->get_array()) {
      const auto scope = parse_scope(text_of(item).value_or(""));
      if (!scope) return fail(invalid("tokens.scopes", "There is no such scope."));
      token.scopes.add(*scope);
    }
  token.created_at = parse_timestamp(text_member(object, "created_at")).value_or(Timestamp{});
  const auto ends = text_member(object, "expires_at");
  if (ends.empty()) return token;
  token.expires_at = parse_timestamp(ends);
  // Or a token would live for ever because of a misspelt time.
  if (!token.expires_at) return fail(invalid("tokens.expires_at", "This is not a time."));
  return token;
}

// Each object of the array `name`, by `parse`.
template <class Item>
Result<std::vector<Item>> parse_list(const json::object& object, std::string_view name,
                                     Result<Item> (*parse)(const json::object&)) {
  std::vector<Item> items;
  const auto* list = find_member(object, name);
  if (list == nullptr) return items;
  if (!list->is_array()) return fail(invalid(std::string(name), "This must be an array."));
  for (const auto& entry : list->get_array()) {
    if (!entry.is_object()) return fail(invalid(std::string(name), "This must be an array of objects."));
    auto item = parse(entry.get_object());
    if (!item) return fail(item.error());
    items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace

json::array scope_array(const Scopes& scopes) {
  const auto texts = scopes.texts();
  return json::array(texts.begin(), texts.end());
}

std::string access_text(const std::vector<User>& users, const std::vector<ApiToken>& tokens) {
  json::array user_list, token_list;
  for (const auto& user : users)
    user_list.push_back(json::object{{"name", user.name},
                                     {"role", role_text(user.role)},
                                     {"password_hash", user.password_hash},
                                     {"created_at", to_iso(user.created_at)}});
  for (const auto& token : tokens) {
    json::object out{{"name", token.name},
                     {"scopes", scope_array(token.scopes)},
                     {"digest", token.digest},
                     {"created_at", to_iso(token.created_at)}};
    if (token.expires_at) out["expires_at"] = to_iso(*token.expires_at);
    token_list.push_back(std::move(out));
  }
  return pretty_json(to_json_text(json::object{{"users", std::move(user_list)}, {"tokens", std::move(token_list)}})) + "\n";
}

Result<Access> parse_access(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return fail(value.error());
  if (!value->is_object()) return fail(invalid("body", "This must be an object."));
  auto users = parse_list<User>(value->get_object(), "users", &parse_user);
  if (!users) return fail(users.error());
  auto tokens = parse_list<ApiToken>(value->get_object(), "tokens", &parse_token);
  if (!tokens) return fail(tokens.error());
  return Access{std::move(*users), std::move(*tokens)};
}

}  // namespace kassabro::admin
