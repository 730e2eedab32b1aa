#include "rule/eraser.hpp"

#include <algorithm>

#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

using domain::KeyKind;

struct Removal {
  IdentifiedBy by;
  std::string text;
};

// By Rule's id, and by the address too: an id may be of earlier, when Rule knew the person by another. A phone may be a family's, so it
// only counts where there is nothing better.
std::vector<Removal> removals_of(std::optional<std::int64_t> remote_id, const std::vector<domain::CustomerKey>& keys) {
  std::vector<Removal> removals;
  if (remote_id) removals.push_back({IdentifiedBy::id, std::to_string(*remote_id)});
  const auto email = std::ranges::find(keys, KeyKind::email, &domain::CustomerKey::kind);
  const auto phone = std::ranges::find(keys, KeyKind::phone, &domain::CustomerKey::kind);
  if (email != keys.end())
    removals.push_back({IdentifiedBy::email, email->text});
  else if (phone != keys.end() && !remote_id)
    removals.push_back({IdentifiedBy::phone_number, phone->text});
  return removals;
}

// 404: nobody. 400 or 422: a number that Rule cannot read is nobody's there; anything else was not done.
bool is_nobody(const CallError& error, IdentifiedBy by) {
  return error.kind == CallErrorKind::not_found || (error.kind == CallErrorKind::invalid && by == IdentifiedBy::phone_number);
}

}  // namespace

Async<Result<bool>> RuleEraser::erase(const app::Account& account, std::optional<std::int64_t> remote_id,
                                      const std::vector<domain::CustomerKey>& keys) {
  bool was_there = false;
  for (const auto& [by, text] : removals_of(remote_id, keys)) {
    const auto answer = co_await client_.deliver(account, remove_subscriber_call(by, text));
    was_there = was_there || answer.has_value();
    if (answer || is_nobody(answer.error(), by)) continue;
    if (answer.error().kind == CallErrorKind::unauthorized)
      co_return fail({ErrorCode::unauthorized, "Rule does not take the account's key.", ""});
    co_return fail({ErrorCode::unavailable, answer.error().message + ".", ""});
  }
  co_return was_there;
}

}  // namespace kassabro::rule
