#include "rule/news_source.hpp"

#include "rule/news_wire.hpp"

namespace kassabro::rule {
namespace {

constexpr std::chrono::milliseconds list_timeout{30'000};

Error error_of(const CallError& error) {
  switch (error.kind) {
    case CallErrorKind::unauthorized: return {ErrorCode::unauthorized, "Rule does not take the account's key.", ""};
    case CallErrorKind::not_found:
    case CallErrorKind::invalid: return {ErrorCode::not_found, "Rule does not list opt-outs: " + error.message + ".", ""};
    default: return {ErrorCode::unavailable, error.message + ".", ""};
  }
}

}  // namespace

Async<Result<app::RemoteNewsPage>> RuleNewsSource::list(const app::Account& account, Timestamp from, Timestamp until,
                                                        std::string cursor) {
  auto call = list_statistics_call(from, until, cursor);
  const auto answer = co_await client_.send(account, CallClass::background, std::move(call), list_timeout);
  if (!answer) co_return fail(error_of(answer.error()));
  auto page = parse_statistics(answer->body);
  if (page.next == cursor) page.next.clear();  // a page that names itself as the next one would never end
  co_return page;
}

}  // namespace kassabro::rule
