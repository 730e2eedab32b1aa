#include "main/read_sheet.hpp"

#include <sodium.h>

#include <array>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "sheets/read_file.hpp"

namespace kassabro::main {
namespace {

constexpr std::size_t batch_rows = 500;

// What the reading thread hands over: what the file is, then rows; the last one has none.
struct Part {
  std::optional<app::Sheet> about{};
  std::string digest{};  // with `about`
  std::vector<app::Row> rows{};
  std::optional<Error> failure{};
};

// One part at a time between the reading thread and the coroutine that takes them.
class Feed {
 public:
  // On the reading thread; waits until the part before was taken. False: nobody takes any more.
  bool put(Part part) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return abandoned_ || !waiting_part_; });
    if (abandoned_) return false;
    if (resume_) {
      auto resume = std::exchange(resume_, nullptr);
      lock.unlock();
      resume(std::move(part));
    } else {
      waiting_part_ = std::move(part);
    }
    return true;
  }

  Async<Part> take() {
    return wait_for_callback<Part>([this](Resume<Part> resume) {
      std::unique_lock lock(mutex_);
      if (!waiting_part_) {
        resume_ = std::move(resume);
        return;
      }
      auto part = std::move(*waiting_part_);
      waiting_part_.reset();
      lock.unlock();
      taken_.notify_one();
      resume(std::move(part));
    });
  }

  void abandon() {
    const std::scoped_lock lock(mutex_);
    abandoned_ = true;
    taken_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable taken_;
  std::optional<Part> waiting_part_;
  Resume<Part> resume_;
  bool abandoned_ = false;
};

// Ends the reading when nobody takes rows any more.
struct Taker {
  explicit Taker(std::shared_ptr<Feed> feed_in) : feed(std::move(feed_in)) {}
  ~Taker() { feed->abandon(); }
  Taker(const Taker&) = delete;
  Taker& operator=(const Taker&) = delete;
  std::shared_ptr<Feed> feed;
};

// Absent: the file cannot be read, or is a folder, a pipe or a device, which may have no end.
std::optional<std::string> sha256_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::array<char, 1 << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0)
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                              static_cast<unsigned long long>(in.gcount()));
  if (in.bad()) return std::nullopt;
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state, digest.data());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return std::string(hex.data());
}

void read_into(Feed& feed, const std::string& path, const sheets::ReadOptions& options) {
  const auto digest = sha256_of(path);
  if (!digest) {
    feed.put({.failure = invalid("path", "The file cannot be opened: " + path)});
    return;
  }
  std::vector<app::Row> rows;
  const auto flush = [&] { return feed.put({.rows = std::exchange(rows, {})}); };
  std::optional<Error> failure;
  try {
    const auto read = sheets::read_file(
        path, options, [&](const app::Sheet& about) { feed.put({.about = about, .digest = *digest}); },
        [&](app::Row&& row) {
          rows.push_back(std::move(row));
          return rows.size() < batch_rows || flush() ? sheets::Next::go_on : sheets::Next::stop;
        });
    if (!read) failure = read.error();
  } catch (const std::exception& error) {
    failure = Error{ErrorCode::unavailable, error.what(), "file"};
  }
  if (!failure && !rows.empty()) flush();
  feed.put({.failure = std::move(failure)});
}

}  // namespace

Async<Result<app::OpenSheet>> read_sheet(std::string path, app::ImportOptions options) {
  auto feed = std::make_shared<Feed>();
  auto taker = std::make_shared<Taker>(feed);
  sheets::ReadOptions reading;
  reading.encoding = options.encoding;
  reading.sheet = options.sheet;
  std::thread([feed, path, reading] { read_into(*feed, path, reading); }).detach();
  auto first = co_await feed->take();
  if (first.failure) co_return fail(std::move(*first.failure));
  if (!first.about) co_return fail(invalid("file", "The file holds no rows."));
  const auto next = [taker]() -> Async<Result<std::vector<app::Row>>> {
    const auto keeps = taker;
    auto part = co_await keeps->feed->take();
    if (part.failure) co_return fail(std::move(*part.failure));
    co_return std::move(part.rows);
  };
  co_return app::OpenSheet{std::move(*first.about), next, std::move(first.digest)};
}

}  // namespace kassabro::main
