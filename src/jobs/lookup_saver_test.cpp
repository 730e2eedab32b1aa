#include "jobs/lookup_saver.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <thread>

#include "testing/shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using testing::noon;

// A context with its thread, as the server's background has them.
class Background {
 public:
  ~Background() {
    context.stop();
    thread_.join();
  }
  boost::asio::io_context context;

 private:
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_{context.get_executor()};
  std::thread thread_{[this] { context.run(); }};
};

class LookupSaverTest : public testing::Shop {
 protected:
  LookupSaverTest() { insert(testing::sample_contact(7)); }

  void see(const std::string& register_id) { lookups.note(account.id, 7, {"sitoo_v1", "17", "kim", register_id}, clock.now()); }

  app::LookupLog lookups{file->lookups(), {}};
  Background background;
};

TEST_F(LookupSaverTest, saves_what_is_left_when_it_stops) {
  LookupSaver saver(background.context, lookups, {.every = 1h, .stop_patience = 60s});
  saver.start();
  see("1");
  EXPECT_EQ(count("lookups"), 0);
  saver.stop();
  EXPECT_EQ(count("lookups"), 1);
  saver.stop();
}

TEST_F(LookupSaverTest, saves_again_and_again) {
  LookupSaver saver(background.context, lookups, {.every = 1ms});
  saver.start();
  for (const char* register_id : {"1", "2"}) {
    const auto before = count("lookups");
    see(register_id);
    while (count("lookups") == before) std::this_thread::yield();
  }
  saver.stop();
  EXPECT_EQ(count("lookups"), 2);
}

}  // namespace
}  // namespace kassabro::jobs
