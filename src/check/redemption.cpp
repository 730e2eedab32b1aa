#include "check/redemption.hpp"

#include <fmt/format.h>

#include "http/url.hpp"

namespace kassabro::check {
namespace {

std::string text_or_empty(const json::object& object, std::string_view member) {
  const auto* value = object.if_contains(member);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// Which status says so is nowhere published. 401 and 429 are about who calls, and how often.
bool is_refusal(int status) { return status >= 400 && status < 500 && status != 401 && status != 429; }

bool is_used_up(const json::object& check) {
  const auto* value = check.if_contains("redeemed");
  return value != nullptr && value->is_bool() && value->get_bool();
}

}  // namespace

Redemption::Redemption(Session& session, RedemptionWords words, FindHolder find)
    : session_(session), words_(std::move(words)), find_(std::move(find)) {}

Async<void> Redemption::run() {
  co_await use();
  co_await use_again();
  co_await show_used();
  co_await give_back();
}

Async<void> Redemption::use() {
  co_await session_.run(
      Weight::should, fmt::format("POST {}{{id}}/redeem uses a bonus check", words_.customers), [this] -> Async<void> {
        const auto holder = co_await find_();
        const auto* checks = holder.if_contains(words_.checks);
        if (checks != nullptr && checks->is_array())
          for (const auto& item : checks->get_array())
            if (item.is_object() && check_.empty() && !is_used_up(item.get_object()))
              check_ = text_or_empty(item.get_object(), words_.check_id);
        if (check_.empty())
          throw CannotBeTried(
              fmt::format("The card shows no bonus check with a {} that can be used: name a customer who has one with "
                          "--bonus-check-customer.",
                          words_.check_id));
        holder_ = std::string(expect_text(holder, words_.customer));
        expect_status(co_await ask("redeem", "1"), 200);
        is_used_ = true;
      });
}

Async<void> Redemption::use_again() {
  co_await session_.run(Weight::must, "the same redemption again is 200: the till may not have heard the answer",
                        [this] -> Async<void> {
                          need_use();
                          expect_status(co_await ask("redeem", "1"), 200);
                        });
  co_await session_.run(Weight::must, "a used bonus check is refused (4xx) to another receipt: nobody spends it twice",
                        [this] -> Async<void> {
                          need_use();
                          const auto reply = co_await ask("redeem", "2");
                          expect(is_refusal(reply.status), fmt::format("The status is {}.", reply.status));
                        });
}

Async<void> Redemption::show_used() {
  co_await session_.run(Weight::must, "a used bonus check is shown as redeemed, or no more", [this] -> Async<void> {
    need_use();
    const auto holder = co_await find_();
    expect(!is_offered(holder), "The card still offers it.");
  });
}

Async<void> Redemption::give_back() {
  co_await session_.run(Weight::should, "undo-redeem gives the bonus check back", [this] -> Async<void> {
    need_use();
    expect_status(co_await ask("undo-redeem", "1"), 200);
    const auto holder = co_await find_();
    expect(is_offered(holder), "The card does not offer it again.");
  });
  co_await session_.run(Weight::should, "undo-redeem once more is 200, and changes nothing", [this] -> Async<void> {
    need_use();
    expect_status(co_await ask("undo-redeem", "1"), 200);
    const auto holder = co_await find_();
    expect(is_offered(holder), "The card does not offer it any more.");
  });
}

Async<Reply> Redemption::ask(std::string_view what, std::string receipt) {
  return session_.call(http::Method::post, fmt::format("{}{}/{}", words_.customers, http::percent_encode(holder_), what),
                       json::object{{words_.check_ids, json::array{json::string(check_)}},
                                    {words_.receipt, fmt::format("check-{}-{}", session_.unique(), receipt)}});
}

void Redemption::need_use() const {
  if (!is_used_) throw CannotBeTried("No bonus check could be used.");
}

bool Redemption::is_offered(const json::object& holder) const {
  const auto* checks = holder.if_contains(words_.checks);
  if (checks == nullptr || !checks->is_array()) return false;
  for (const auto& item : checks->get_array())
    if (item.is_object() && text_or_empty(item.get_object(), words_.check_id) == check_) return !is_used_up(item.get_object());
  return false;
}

}  // namespace kassabro::check
