#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/writer.hpp"

namespace kassabro::store::sqlite {

// Moves the write-ahead log into the database file now and then, off the writer's thread. When the log has become long, the writer begins
// it anew, which is all that it waits for.
class Checkpointer {
 public:
  struct Options {
    std::chrono::milliseconds rest_min{20};  // the disk makes little durable at once, so no commit waits long behind it
    std::chrono::milliseconds rest_max{500};
    int restart_above_pages = 32'768;  // 128 MiB of log
  };

  Checkpointer(const std::string& path, Writer& writer, Options options);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // How long it waits after a move that took so long: no less than that, so that the writer has half of a slow disk.
  static std::chrono::steady_clock::duration rest_after(std::chrono::steady_clock::duration took, const Options& options);

  // Moves all of the log and makes its file empty, so that what was removed does not stand there either. False: somebody reads an old
  // state. The writer waits meanwhile; so does the caller.
  bool cut_log();

 private:
  struct Log {
    int pages = 0;
    int moved = 0;  // of these
  };

  void run();
  void begin_log_anew();
  Log move_log();
  void sync_file();

  Options options_;
  Connection connection_;
  Writer& writer_;
  int moved_ = 0;  // and made durable
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kassabro::store::sqlite
