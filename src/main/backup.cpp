#include "main/backup.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "base/whole_file.hpp"
#include "main/data_folder.hpp"
#include "main/run_now.hpp"
#include "store/sqlite/backup.hpp"
#include "store/sqlite/store.hpp"

namespace kassabro::main {
namespace {

namespace fs = std::filesystem;

constexpr const char* database_name = "/kassabro.db";
constexpr const char* key_name = "/secret.key";

void refuse_postgres(const Config& config) {
  if (!config.store_url.empty())
    throw InfrastructureFailure(
        "The data is in PostgreSQL (store.url): back it up and restore it with PostgreSQL's own tools, and keep " +
        config.data_dir + key_name + " too.");
}

void copy_file(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (error) throw InfrastructureFailure("The file " + to + " cannot be written: " + error.message() + ".");
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
}

// The key of before stays for back-ups of before: beside others that have been put aside already, never in place of one.
void put_key_aside(const std::string& key) {
  const auto first = key + ".before";
  auto aside = first;
  for (int number = 2; fs::exists(aside); ++number) {
    if (read_whole_file(aside) == read_whole_file(key)) return;
    aside = first + "." + std::to_string(number);
  }
  copy_file(key, aside);
}

// A copy on its way into the data folder: whatever happens, it does not stay there beside the store.
class Incoming {
 public:
  explicit Incoming(std::string path) : path_(std::move(path)) {}
  ~Incoming() {
    std::error_code ignored;
    for (const auto* rest : {"", "-wal", "-shm"}) fs::remove(path_ + rest, ignored);
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  const std::string& path() const { return path_; }

 private:
  const std::string path_;
};

// With a wrong key the accounts' secrets cannot be read.
void check_key_opens(const std::string& database, const std::string& key) {
  if (!fs::exists(key)) throw InfrastructureFailure("The key file " + key + " is missing: without it the copy cannot be read.");
  store::sqlite::SqliteStore store(database, store::Vault::open_or_create(key));
  run_now(store.accounts().list());
}

}  // namespace

void back_up(const Config& config, const std::string& folder, bool with_key) {
  refuse_postgres(config);
  std::error_code error;
  if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  store::sqlite::back_up(config.data_dir + database_name, folder + database_name);
  if (with_key) copy_file(config.data_dir + key_name, folder + key_name);
}

void restore(const Config& config, const std::string& folder, bool replace) {
  refuse_postgres(config);
  store::sqlite::check_backup(folder + database_name);
  const DataFolder data(config.data_dir);  // nobody else's while this lasts
  if (fs::exists(data.database_path()) && !replace)
    throw InfrastructureFailure("There is a store in " + config.data_dir +
                                " already: say --replace to put this one in its place.");
  const Incoming incoming(data.database_path() + ".incoming");
  copy_file(folder + database_name, incoming.path());
  const bool brings_key = fs::exists(folder + key_name);
  store::sqlite::doubt_deliveries(incoming.path());
  check_key_opens(incoming.path(), brings_key ? folder + key_name : data.key_path());
  if (brings_key && fs::exists(data.key_path()) && read_whole_file(data.key_path()) != read_whole_file(folder + key_name))
    put_key_aside(data.key_path());
  if (brings_key) copy_file(folder + key_name, data.key_path());
  for (const auto* rest : {"-wal", "-shm"}) fs::remove(data.database_path() + rest);
  fs::rename(incoming.path(), data.database_path());
}

}  // namespace kassabro::main
