#include "store/sqlite/checkpointer.hpp"

#include <chrono>

namespace kassabro::store::sqlite {
namespace {

constexpr std::chrono::milliseconds interval{500};
constexpr int truncate_above_pages = 32'768;  // 128 MiB of log: worth making the writer wait for a moment

}  // namespace

Checkpointer::Checkpointer(const std::string& path) : connection_(path, OpenMode::read_write) {
  // Who still reads an old state, a backup for one, is not waited for: the writer would wait, too.
  sqlite3_busy_timeout(connection_.handle(), 0);
  connection_.execute("PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL;");
  thread_ = std::thread([this] { run(); });
}

Checkpointer::~Checkpointer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

// A failing checkpoint (disk full) loses nothing: the log stays, and the writer tells whoever wants to write.
void Checkpointer::run() {
  std::unique_lock lock(mutex_);
  // At once at the start: a server that is killed again and again within the interval would have ever more log to read.
  do {
    int log_pages = 0;
    int moved_pages = 0;
    sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &log_pages, &moved_pages);
    if (log_pages > truncate_above_pages)
      sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  } while (!wake_.wait_for(lock, interval, [this] { return stopping_; }));
}

}  // namespace kassabro::store::sqlite
