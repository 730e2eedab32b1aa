#include "rule/eraser.hpp"

#include <algorithm>

#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

using domain::KeyKind;

// A phone may be a family's, so it only counts where there is nothing better.
std::optional<Call> removal_of(std::optional<std::int64_t> remote_id, const std::vector<domain::CustomerKey>& keys) {
  if (remote_id) return remove_subscriber_call(IdentifiedBy::id, std::to_string(*remote_id));
  for (const auto& [kind, by] :
       {std::pair{KeyKind::email, IdentifiedBy::email}, std::pair{KeyKind::phone, IdentifiedBy::phone_number}}) {
    const auto key = std::ranges::find(keys, kind, &domain::CustomerKey::kind);
    if (key != keys.end()) return remove_subscriber_call(by, key->text);
  }
  return std::nullopt;
}

}  // namespace

Async<Result<bool>> RuleEraser::erase(const app::Account& account, std::optional<std::int64_t> remote_id,
                                      const std::vector<domain::CustomerKey>& keys) {
  auto call = removal_of(remote_id, keys);
  if (!call) co_return false;
  const auto answer = co_await client_.deliver(account, std::move(*call));
  if (answer) co_return true;
  const auto& error = answer.error();
  // 404: nobody; 400: a number that Rule cannot read is nobody's there.
  if (error.kind == CallErrorKind::not_found || error.kind == CallErrorKind::invalid) co_return false;
  if (error.kind == CallErrorKind::unauthorized)
    co_return fail({ErrorCode::unauthorized, "Rule does not take the account's key.", ""});
  co_return fail({ErrorCode::unavailable, error.message + ".", ""});
}

}  // namespace kassabro::rule
