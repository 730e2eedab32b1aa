#include "main/check_source.hpp"

namespace kassabro::main {

Async<Result<void>> check_source(app::AccountReader& accounts, app::OrderArchive& archive, app::AccountId id) {
  const auto account = co_await accounts.find(id);
  if (!account) co_return fail(not_found("account", "There is no account with this id."));
  const auto checked = co_await archive.check(*account);
  if (checked) co_return Result<void>();
  const auto kind = checked.error().kind;
  if (kind == app::SourceErrorKind::unauthorized) co_return fail(invalid("sitoo_password", checked.error().message));
  if (kind == app::SourceErrorKind::misconfigured) co_return fail(invalid("sitoo_api_id", checked.error().message));
  co_return Result<void>();
}

}  // namespace kassabro::main
