#include "base/together.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

namespace kassabro {
namespace {

// Tasks that end when the test says so.
class Together : public ::testing::Test {
 protected:
  using Waiting = std::vector<Resume<bool>>;

  Async<void> wait() {
    co_await wait_for_callback<bool>([this](Resume<bool> resume) { waiting.push_back(std::move(resume)); });
    ++ended;
  }
  Async<void> fail() {
    co_await wait();
    throw std::runtime_error("a bug");
  }
  void start(std::vector<Async<void>> tasks) {
    boost::asio::co_spawn(
        context,
        [](std::vector<Async<void>> all, std::shared_ptr<int> held) -> Async<void> {
          co_await run_together(std::move(all));
          *held = 1;
        }(std::move(tasks), life),
        [this](const std::exception_ptr& failure) { failed = failure != nullptr; });
    run();
  }
  void run() {
    context.restart();
    context.poll();
  }
  void end_next() {
    auto resume = std::move(waiting.front());
    waiting.erase(waiting.begin());
    resume(true);
    run();
  }
  std::vector<Async<void>> tasks(int count) {
    std::vector<Async<void>> all;
    for (int i = 0; i < count; ++i) all.push_back(wait());
    return all;
  }

  boost::asio::io_context context;
  Waiting waiting;
  int ended = 0;
  std::shared_ptr<int> life = std::make_shared<int>(0);
  std::optional<bool> failed;
};

TEST_F(Together, all_begin_at_once_and_the_last_end_goes_on) {
  start(tasks(3));
  EXPECT_EQ(waiting.size(), 3U);
  end_next();
  end_next();
  EXPECT_FALSE(failed) << "it waits for the third";
  end_next();
  EXPECT_EQ(failed, false);
  EXPECT_EQ(ended, 3);
}

TEST_F(Together, none_are_done_at_once) {
  start({});
  EXPECT_EQ(failed, false);
}

TEST_F(Together, a_failure_is_thrown_on_when_the_others_have_ended) {
  auto all = tasks(1);
  all.push_back(fail());
  start(std::move(all));
  end_next();
  EXPECT_FALSE(failed);
  end_next();
  EXPECT_EQ(failed, true);
  EXPECT_EQ(ended, 2);
}

TEST_F(Together, whoever_waits_is_taken_apart_with_the_tasks) {
  start(tasks(2));
  EXPECT_EQ(life.use_count(), 2);
  waiting.clear();
  run();
  EXPECT_EQ(life.use_count(), 1);
  EXPECT_FALSE(failed) << "it has not ended";
}

}  // namespace
}  // namespace kassabro
