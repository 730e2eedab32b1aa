// The first, the second, the third ... write or sync of a store's files fails, once or from then on, until a story comes to its
// end without: whatever was answered is there afterwards, and a failed work has left nothing.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <set>

#include "testing/fault_stride.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::store::sqlite {
namespace {

enum class DiskCall { write, sync };

// A disk below SQLite, all calls of which go on to the machine's own, but for those that fail.
class Disk {
 public:
  using Fails = std::function<bool(DiskCall)>;

  static void set(Fails fails) {
    static const bool is_there = stand_between();
    ASSERT_TRUE(is_there);
    const std::scoped_lock lock(mutex());
    current() = std::move(fails);
  }
  static bool fails(DiskCall call) {
    const std::scoped_lock lock(mutex());
    return current() && current()(call);
  }

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  static Fails& current() {
    static Fails one;
    return one;
  }
  static bool stand_between();
};

sqlite3_vfs* machine = nullptr;
sqlite3_vfs watched;
sqlite3_io_methods methods;

struct File {
  sqlite3_file base;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<File*>(file)->below(); }

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  if (Disk::fails(DiskCall::write)) return SQLITE_FULL;
  return below(file)->pMethods->xWrite(below(file), bytes, count, at);
}
int sync_file(sqlite3_file* file, int flags) {
  if (Disk::fails(DiskCall::sync)) return SQLITE_IOERR_FSYNC;
  return below(file)->pMethods->xSync(below(file), flags);
}

// Hands a call to the file below.
template <auto Method>
struct Forward;
template <class Result, class... Rest, Result (*sqlite3_io_methods::*Method)(sqlite3_file*, Rest...)>
struct Forward<Method> {
  static Result call(sqlite3_file* file, Rest... rest) { return (below(file)->pMethods->*Method)(below(file), rest...); }
};

void forward_all() {
  using M = sqlite3_io_methods;
  methods.iVersion = 2;
  methods.xClose = &Forward<&M::xClose>::call;
  methods.xRead = &Forward<&M::xRead>::call;
  methods.xWrite = &write_file;
  methods.xTruncate = &Forward<&M::xTruncate>::call;
  methods.xSync = &sync_file;
  methods.xFileSize = &Forward<&M::xFileSize>::call;
  methods.xLock = &Forward<&M::xLock>::call;
  methods.xUnlock = &Forward<&M::xUnlock>::call;
  methods.xCheckReservedLock = &Forward<&M::xCheckReservedLock>::call;
  methods.xFileControl = &Forward<&M::xFileControl>::call;
  methods.xSectorSize = &Forward<&M::xSectorSize>::call;
  methods.xDeviceCharacteristics = &Forward<&M::xDeviceCharacteristics>::call;
  methods.xShmMap = &Forward<&M::xShmMap>::call;
  methods.xShmLock = &Forward<&M::xShmLock>::call;
  methods.xShmBarrier = &Forward<&M::xShmBarrier>::call;
  methods.xShmUnmap = &Forward<&M::xShmUnmap>::call;
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int code = machine->xOpen(machine, name, below(file), flags, out_flags);
  if (code == SQLITE_OK) file->pMethods = &methods;
  return code;
}

bool Disk::stand_between() {
  machine = sqlite3_vfs_find(nullptr);
  watched = *machine;
  watched.zName = "watched";
  watched.szOsFile = static_cast<int>(sizeof(File)) + machine->szOsFile;
  watched.xOpen = &open_file;
  forward_all();
  return sqlite3_vfs_register(&watched, 1) == SQLITE_OK;
}

constexpr int customers = 6;

// What became of a story on such a disk.
struct Account {
  std::set<domain::ContactId> answered;
  bool opened = false;
};

// Registers customers, each with an order in the same transaction, until the end or as far as the store opens.
Account live_on(const std::string& path, const std::string& key) {
  Account account;
  try {
    SqliteStore store(path, Vault::open_or_create(key));
    account.opened = true;
    for (domain::ContactId id = 1; id <= customers; ++id) {
      try {
        testing::run(store.unit_of_work().run(1, [&](app::Tables& tables) {
          if (!tables.contacts.insert(1, testing::sample_contact(id, "c" + std::to_string(id)))) return false;
          tables.orders.save(1, {testing::sample_order("o" + std::to_string(id)), true}, testing::noon);
          tables.deliveries.enqueue(testing::sample_delivery(1, id, id), testing::noon);
          return true;
        }));
        account.answered.insert(id);
      } catch (const InfrastructureFailure&) {  // the till is told, and asks again
      }
    }
  } catch (const InfrastructureFailure&) {  // it does not open on such a disk
  }
  return account;
}

void expect_whole(const std::string& path, const std::string& key, const Account& before, const std::string& what) {
  SqliteStore store(path, Vault::open_or_create(key));
  for (domain::ContactId id = 1; id <= customers; ++id) {
    const bool has_contact = testing::run(store.contacts().find(1, id)) != nullptr;
    const bool has_order = testing::run(store.orders().find(1, "o" + std::to_string(id))).has_value();
    EXPECT_EQ(has_contact, has_order) << what << ": half of customer " << id;
    if (before.answered.contains(id)) EXPECT_TRUE(has_contact) << what << ": customer " << id << " was answered and is lost";
  }
  EXPECT_TRUE(testing::run(store.deliveries().list({})).size() >= before.answered.size()) << what;
  EXPECT_NO_THROW(testing::run(store.check_ready())) << what;
}

enum class Lasting { once, for_good };

void fail_each(DiskCall kind, Lasting lasting, int stride) {
  int failed = 0;
  for (int n = 1;; n += stride) {
    const testing::TemporaryFolder folder;
    std::atomic<int> count = 0;
    Disk::set([&](DiskCall call) {
      const int now = call == kind ? ++count : count.load();
      return call == kind && (lasting == Lasting::once ? now == n : now >= n);
    });
    const auto account = live_on(folder.file("kassabro.db"), folder.file("key"));
    Disk::set({});
    const auto what = fmt::format("call {} number {}", static_cast<int>(kind), n);
    expect_whole(folder.file("kassabro.db"), folder.file("key"), account, what);
    if (count < n) {
      EXPECT_EQ(account.answered.size(), static_cast<std::size_t>(customers)) << what;
      break;
    }
    ++failed;
  }
  fmt::print("{} calls failed, one in a story\n", failed);
  EXPECT_GT(failed, 3);
}

TEST(FailingDisk, a_write_fails_once) { fail_each(DiskCall::write, Lasting::once, testing::fault_stride(29)); }
TEST(FailingDisk, from_a_write_on_none_succeeds) { fail_each(DiskCall::write, Lasting::for_good, testing::fault_stride(29)); }
TEST(FailingDisk, a_sync_fails_once) { fail_each(DiskCall::sync, Lasting::once, testing::fault_stride(3)); }
TEST(FailingDisk, from_a_sync_on_none_succeeds) { fail_each(DiskCall::sync, Lasting::for_good, testing::fault_stride(3)); }

}  // namespace
}  // namespace kassabro::store::sqlite
