#include "observability/line_buffer.hpp"

#include <gmock/gmock.h>
#include <spdlog/logger.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace kassabro::observability {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe(ends.data()), 0); }
  ~Pipe() { ::close(ends[0]); }
  std::string read_to_end() {
    ::close(ends[1]);
    std::string text;
    std::array<char, 4096> part{};
    for (ssize_t size = 0; (size = ::read(ends[0], part.data(), part.size())) > 0;)
      text.append(part.data(), static_cast<std::size_t>(size));
    return text;
  }
  std::array<int, 2> ends{};
};

TEST(LineBuffer, WritesEveryLineInOrderBeforeItEnds) {
  Pipe pipe;
  {
    spdlog::logger logger("test", std::make_shared<LineBuffer>(pipe.ends[1]));
    logger.set_pattern("%v");
    logger.info("first");
    logger.info("second");
  }
  EXPECT_EQ(pipe.read_to_end(), "first\nsecond\n");
}

TEST(LineBuffer, WritesAtOnceWhatIsUrgent) {
  Pipe pipe;
  spdlog::logger logger("test", std::make_shared<LineBuffer>(pipe.ends[1]));
  logger.set_pattern("%v");
  logger.flush_on(spdlog::level::warn);
  logger.warn("disk full");
  std::array<char, 64> part{};
  ASSERT_GT(::read(pipe.ends[0], part.data(), part.size()), 0);
  EXPECT_STREQ(part.data(), "disk full\n");
}

TEST(LineBuffer, TellsHowManyLinesItLostWhenNobodyReads) {
  Pipe pipe;
  {
    spdlog::logger logger("test", std::make_shared<LineBuffer>(pipe.ends[1], 0));
    for (int i = 0; i < 3; ++i) logger.info("too much");
  }
  EXPECT_THAT(pipe.read_to_end(), testing::MatchesRegex("(log_lines_lost count=[123]\n)+"));
}

}  // namespace
}  // namespace kassabro::observability
