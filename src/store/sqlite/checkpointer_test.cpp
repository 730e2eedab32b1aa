// The log begins anew while somebody writes and somebody reads, or it would grow for ever.
#include "store/sqlite/checkpointer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>

#include "testing/sqlite_store.hpp"

namespace kassabro::store::sqlite {
namespace {

constexpr int rows_min = 3'000;
constexpr int rows_max = 30'000;  // should the disk be busy with something else
constexpr int row_bytes = 20'000;

class CheckpointerTest : public ::testing::Test {
 protected:
  CheckpointerTest() { write("CREATE TABLE filling (content BLOB)"); }

  void write(const char* sql) {
    std::promise<void> end;
    writer_.submit(
        1,
        [sql](app::Tables&, sql::Connection& connection) {
          connection.prepare(sql)->run();
          return true;
        },
        [&end](sql::Writer::Ended) { end.set_value(); });
    end.get_future().wait();
  }
  // The file is never cut, so it is as long as the log was at its longest.
  bool is_log_long(int rows) const {
    return std::filesystem::file_size(path_ + "-wal") > static_cast<std::uintmax_t>(rows) * row_bytes / 2;
  }
  std::int64_t count() {
    Connection reading(path_, OpenMode::read_only);
    auto query = reading.prepare("SELECT count(*) FROM filling");
    query->step();
    return query->integer(0);
  }

  kassabro::testing::TemporaryFolder folder_;
  std::string path_ = folder_.file("kassabro.db");
  Vault vault_{Digest{}};
  Writer writer_{path_, vault_, {}};
  Checkpointer checkpointer_{
      path_,
      writer_,
      {.rest_min = std::chrono::milliseconds(1), .rest_max = std::chrono::milliseconds(1), .restart_above_pages = 1'000}};
};

TEST(Checkpointer, leaves_half_of_a_slow_disk_to_the_writer) {
  using namespace std::chrono_literals;
  EXPECT_EQ(Checkpointer::rest_after(1ms, {}), 20ms);
  EXPECT_EQ(Checkpointer::rest_after(70ms, {}), 70ms);
  EXPECT_EQ(Checkpointer::rest_after(30s, {}), 500ms);
}

TEST_F(CheckpointerTest, the_log_stays_short_while_one_writes_and_others_read) {
  std::atomic<bool> ends = false;
  auto reader = std::async(std::launch::async, [&] {
    while (!ends) count();
  });
  const auto insert = "INSERT INTO filling VALUES (randomblob(" + std::to_string(row_bytes) + "))";
  int rows = 0;
  while (rows < rows_min || (rows < rows_max && is_log_long(rows))) {
    write(insert.c_str());
    ++rows;
  }
  ends = true;
  reader.get();
  EXPECT_EQ(count(), rows);
  EXPECT_FALSE(is_log_long(rows));
}

}  // namespace
}  // namespace kassabro::store::sqlite
