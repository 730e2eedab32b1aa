#include "store/sqlite/read_pool.hpp"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "store/sqlite/connection.hpp"

namespace kassabro::store::sqlite {

// Owned by the pool; a thread remembers its connection by the shelf's number, which is never used twice.
struct ReadPool::Shelf {
  std::uint64_t number = 0;
  std::mutex mutex;
  std::unordered_map<std::thread::id, std::unique_ptr<Connection>> connections;
};

ReadPool::ReadPool(std::string path) : path_(std::move(path)), shelf_(std::make_shared<Shelf>()) {
  static std::atomic<std::uint64_t> next_number = 1;
  shelf_->number = next_number++;
}

ReadPool::~ReadPool() = default;

sql::Connection* ReadPool::mine() {
  thread_local std::uint64_t number = 0;
  thread_local Connection* connection = nullptr;
  if (number == shelf_->number) return connection;
  const std::scoped_lock lock(shelf_->mutex);
  auto& place = shelf_->connections[std::this_thread::get_id()];
  if (!place) {
    place = std::make_unique<Connection>(path_, OpenMode::read_only);
    place->execute("PRAGMA cache_size = -16384; PRAGMA query_only = ON;");
  }
  number = shelf_->number;
  connection = place.get();
  return connection;
}

// Never asked for: every thread has its own.
Async<void> ReadPool::run(app::AccountId /*account*/, std::function<void(sql::Connection&)> work) {
  work(*mine());
  co_return;
}

}  // namespace kassabro::store::sqlite
