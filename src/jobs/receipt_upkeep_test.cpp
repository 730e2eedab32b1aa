#include "jobs/receipt_upkeep.hpp"

#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using testing::run;

class ReceiptUpkeepTest : public testing::JobShop {
 protected:
  ReceiptUpkeepTest() { make_engine({&upkeep}); }
  app::ReceiptLinks links{file->receipt_links(), clock, {}};
  ReceiptUpkeep upkeep{links, file->unit_of_work(), clock, {}};
};

TEST_F(ReceiptUpkeepTest, forgets_old_links_and_requests_that_were_in_vain) {
  run(links.token_for(account.id, "1"));
  file.write([&](app::Tables& tables) { tables.receipt_requests.ask(account.id, "2", clock.now()); });
  clock.advance(24h);
  run_on();
  EXPECT_EQ(count("receipt_links") + count("receipt_requests"), 2) << "both are young";
  clock.advance(std::chrono::days(8));
  run_on();
  EXPECT_EQ(count("receipt_requests"), 0);
  EXPECT_EQ(count("receipt_links"), 1);
  clock.advance(std::chrono::days(90 + 366));
  run_on();
  EXPECT_EQ(count("receipt_links"), 0);
}

}  // namespace
}  // namespace kassabro::jobs
