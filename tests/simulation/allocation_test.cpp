// The first, the second, the third ... piece of memory that a till's request asks for, its database work included, is not to be had, until a request needs no more: the
// caller gets an answer, or its failure, nothing is half done, and the same request succeeds afterwards.
#include <fmt/format.h>

#include <gtest/gtest.h>

#include <boost/asio/use_future.hpp>
#include <cstdlib>
#include <new>

#include "http/router.hpp"
#include "testing/fakes.hpp"
#include "testing/samples.hpp"
#include "tests/simulation/node.hpp"

namespace {

thread_local int allocations_left = 0;  // 0: any number

void* allocate(std::size_t size) {
  if (allocations_left > 0 && --allocations_left == 0) throw std::bad_alloc();
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace kassabro::simulation {
namespace {

using http::Method;
using testing::noon;

// A till and its shop, all on one thread: the works of the database as well.
class AllocationTest : public ::testing::Test {
 protected:
  AllocationTest() {
    write([this](app::Tables& tables) { return tables.accounts.insert(account, 0).has_value(); });
  }

  void write(std::function<bool(app::Tables&)> change) {
    store::sql::Writer::Work work = [&](app::Tables& tables, store::sql::Connection&) { return change(tables); };
    EXPECT_FALSE(database.transact(work).failure);
  }
  std::int64_t count(const char* sql) {
    auto query = database.connection().prepare(sql);
    EXPECT_TRUE(query->step());
    return query->integer(0);
  }

  http::Response call(Method method, const std::string& target, const std::string& body) {
    bool was_enough = false;
    return call_with_memory(0, method, target, body, was_enough);
  }
  std::string register_anna() {
    return std::string(parse_json(call(Method::post, "/contacts", R"({"email":"anna@shop.se"})").body)->as_string());
  }

  // As the listener does it: what fails is answered 503.
  Async<http::Response> guarded(http::Request& request, const std::string& path) {
    try {
      co_return co_await api.handle(request, path);
    } catch (const std::exception&) {
    }
    co_return http::json_response("", 503);
  }

  // The answer when the n-th piece is not to be had; `was_enough`: it needed fewer.
  http::Response call_with_memory(int n, Method method, const std::string& target, const std::string& body, bool& was_enough) {
    http::Request request;
    request.method = method;
    request.method_text = http::method_name(method);
    request.target = target;
    request.headers.emplace_back("Authorization", "Bearer kt_shop_1");
    request.body = body;
    request.peer = "10.0.0.1";
    const auto path = http::normal_path(request.path());
    boost::asio::io_context context;
    auto answer = boost::asio::co_spawn(context, guarded(request, path), boost::asio::use_future);
    allocations_left = n;
    try {
      context.run();
    } catch (const std::bad_alloc&) {  // where a coroutine is made or resumed: the connection ends
    }
    was_enough = allocations_left > 0;
    allocations_left = 0;
    if (answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return http::json_response("", 0);
    try {
      return answer.get();
    } catch (const std::exception&) {
      return http::json_response("", 0);
    }
  }

  void fail_each(Method method, const std::function<std::string(int)>& target, const std::function<std::string(int)>& body,
                 int already_done = 200) {
    int n = 0;
    for (bool was_enough = false; !was_enough;) {
      ++n;
      const auto answer = call_with_memory(n, method, target(n), body(n), was_enough);
      if (was_enough)
        EXPECT_EQ(answer.status, 200) << n << answer.body;
      else  // 200: something that can do without
        EXPECT_TRUE(answer.status == 0 || answer.status == 200 || answer.status >= 500)
            << n << " " << answer.status << answer.body;
      if (answer.status == 200 && method == Method::post) continue;
      const int afterwards = call(method, target(n), body(n)).status;
      EXPECT_TRUE(afterwards == 200 || afterwards == already_done) << "afterwards, piece " << n << ": " << afterwards;
    }
    fmt::print("{} pieces of memory\n", n);
    EXPECT_GT(n, 20);
  }

  Database database;
  ManualClock clock{noon};
  app::Account account = testing::sample_account(1);
  store::sql::SqlStore store{std::make_unique<NodeBackend>(
      database,
      WriteDelay{[] { return std::chrono::milliseconds(0); }, [] { return std::chrono::milliseconds(0); },
                 [](std::chrono::milliseconds, std::move_only_function<void()> then) { then(); }},
      [] { return true; })};
  testing::FakeDirectory directory;
  testing::FakeKeyProbe probe;
  app::ProbeGuard guard{clock};
  app::AccountRegistry registry{store.accounts()};
  app::Authenticate authenticate{registry, probe, store.unit_of_work(), guard, clock, {}};
  app::FindCustomer find_customer{store.contacts(), directory, store.unit_of_work(), clock, {}, {}};
  app::SaveCustomer save_customer{store.unit_of_work(), clock};
  app::AcceptOrders accept_orders{store.unit_of_work(), clock};
  app::ShowPurchases show_purchases{store.contacts(), store.orders(), store.channel_purchases()};
  app::ShowCard show_card{{find_customer, store.contacts(), store.cards(), directory, store.unit_of_work(), clock},
                          std::chrono::milliseconds(700)};
  app::LookupLog lookups{store.lookups(), {}};
  app::RedeemBonusChecks redeem{store.unit_of_work(), clock};
  app::UndoRedemption undo{store.unit_of_work(), clock};
  sitoo::spi::v1::Api api{
      {authenticate, find_customer, save_customer, accept_orders, show_purchases, show_card, lookups, redeem, undo, clock},
      [](const http::Request&, std::string_view) {}};
};

TEST_F(AllocationTest, of_a_search) {
  register_anna();
  fail_each(Method::get, [](int) { return "/contacts?key=anna%40shop.se&include_extended=true"; }, [](int) { return ""; });
}

// What fails after the commit is done all the same, and the next try is told that the customer is there.
TEST_F(AllocationTest, of_a_registration) {
  fail_each(
      Method::post, [](int) { return "/contacts"; }, [](int n) { return fmt::format(R"({{"email":"c{}@shop.se"}})", n); }, 409);
  EXPECT_EQ(count("SELECT count(*) FROM contacts"), count("SELECT count(*) FROM outbox WHERE kind = 'contact_registered'"));
}

TEST_F(AllocationTest, of_a_purchase) {
  register_anna();
  fail_each(
      Method::post, [](int) { return "/transactions"; },
      [](int n) {
        return fmt::format(R"({{"orderid":"o{}","email":"anna@shop.se","currencycode":"SEK","moneytotal_gross_all":"100.00"}})",
                           n);
      });
  EXPECT_EQ(count("SELECT count(*) FROM orders"), count("SELECT count(*) FROM outbox WHERE kind = 'order_completed'"));
}

TEST_F(AllocationTest, of_a_redemption) {
  const auto id = register_anna();
  constexpr int checks = 300;
  for (int n = 1; n <= checks; ++n) {
    domain::BonusCheck check;
    check.id = fmt::format("b{}", n);
    check.value_minor = check.remaining_minor = 10'000;
    check.currency = "SEK";
    write([&](app::Tables& tables) {
      tables.bonus.save(account.id, std::stoll(id), check, clock.now());
      return true;
    });
  }
  fail_each(
      Method::post, [&](int) { return "/contacts/" + id + "/redeem"; },
      [](int n) { return fmt::format(R"({{"bonuschecks":["b{}"],"receiptid":"r{}"}})", n, n); });
  EXPECT_EQ(count("SELECT count(*) FROM bonus_redemptions"),
            count("SELECT count(*) FROM bonus_checks WHERE remaining_minor = 0"));
}

}  // namespace
}  // namespace kassabro::simulation
