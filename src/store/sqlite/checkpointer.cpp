#include "store/sqlite/checkpointer.hpp"

#include <algorithm>

namespace kassabro::store::sqlite {
namespace {

constexpr int backlog_pages_max = 2'000;  // what the writer may be made to move
constexpr int readers_wait_ms = 2;

// A log that is never moved whole grows for ever, and while tills sell something always comes after what was moved. Between two
// transactions the rest is moved, and the next one begins at the log's front again, which is written quicker than a new end, too. The file is
// not cut: giving back hundreds of megabytes takes as many milliseconds. Who reads an old state, a backup for one, is hardly waited for.
void restart_log(Connection& writing) {
  sqlite3_busy_timeout(writing.handle(), readers_wait_ms);
  sqlite3_wal_checkpoint_v2(writing.handle(), nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
  sqlite3_busy_timeout(writing.handle(), busy_timeout_ms);
}

}  // namespace

Checkpointer::Checkpointer(const std::string& path, Writer& writer, Options options)
    : options_(options), connection_(path, OpenMode::read_write), writer_(writer) {
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

bool Checkpointer::cut_log() {
  const std::scoped_lock lock(mutex_);
  move_log();  // nearly all of it while nobody waits
  bool is_cut = false;
  writer_.between_batches([&is_cut](Connection& writing) {
    sqlite3_busy_timeout(writing.handle(), readers_wait_ms);
    is_cut = sqlite3_wal_checkpoint_v2(writing.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
    sqlite3_busy_timeout(writing.handle(), busy_timeout_ms);
  });
  moved_ = 0;
  return is_cut;
}

std::chrono::steady_clock::duration Checkpointer::rest_after(std::chrono::steady_clock::duration took, const Options& options) {
  return std::clamp<std::chrono::steady_clock::duration>(took, options.rest_min, options.rest_max);
}

// A failing checkpoint (disk full) loses nothing: the log stays, and the writer tells whoever wants to write.
void Checkpointer::run() {
  std::unique_lock lock(mutex_);
  // At once at the start: a server that is killed again and again within the rest would have ever more log to read.
  std::chrono::steady_clock::duration took;
  do {
    const auto began = std::chrono::steady_clock::now();
    if (move_log().pages > options_.restart_above_pages) begin_log_anew();
    took = std::chrono::steady_clock::now() - began;
  } while (!wake_.wait_for(lock, rest_after(took, options_), [this] { return stopping_; }));
}

void Checkpointer::begin_log_anew() {
  const auto log = move_log();  // what came while the last was moved, which is little
  if (log.pages - log.moved < backlog_pages_max) writer_.between_batches(&restart_log);
}

Checkpointer::Log Checkpointer::move_log() {
  Log log;
  sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &log.pages, &log.moved);
  if (log.moved != moved_) sync_file();
  moved_ = log.moved;
  return log;
}

// SQLite makes durable what it has moved only when nothing was written meanwhile, so under load all of it would be left for the moment
// when the writer waits. A failure shows there.
void Checkpointer::sync_file() {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection_.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file != nullptr && file->pMethods != nullptr) file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

}  // namespace kassabro::store::sqlite
