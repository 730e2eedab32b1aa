#include "store/sqlite/backup.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/schema.hpp"

namespace kassabro::store::sqlite {
namespace {

std::string answer_of(Connection& connection, const char* sql) {
  Statement query(connection.handle(), sql);
  return query.step() ? query.text(0) : "";
}

// SQLite fills an empty file; one that it makes itself would have the umask's rights.
void make_for_owner_only(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw InfrastructureFailure("The file " + path + " cannot be made: " + std::strerror(errno) + ".");
  ::close(file);
}

}  // namespace

void back_up(const std::string& from, const std::string& to) {
  if (std::filesystem::exists(to)) throw InfrastructureFailure("There is a file " + to + " already.");
  make_for_owner_only(to);
  try {
    Connection source(from, OpenMode::read_only);
    Statement copy(source.handle(), "VACUUM INTO ?1");
    copy.bind(1, to).run();
    check_backup(to);
  } catch (const std::exception&) {
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    throw;
  }
}

void check_backup(const std::string& path) {
  if (!std::filesystem::exists(path)) throw InfrastructureFailure("There is no file " + path + ".");
  Connection copy(path, OpenMode::read_only);
  const auto version = stored_version(copy);
  if (version == 0 || (version > schema_version && !is_understood(copy)))
    throw InfrastructureFailure(path + " is no database of this version of Kassabro (schema " + std::to_string(version) +
                                ", this program knows " + std::to_string(schema_version) + ").");
  if (const auto found = answer_of(copy, "PRAGMA integrity_check"); found != "ok")
    throw InfrastructureFailure(path + " is damaged: " + found);
}

void doubt_deliveries(const std::string& path) {
  Connection copy(path, OpenMode::read_write);
  copy.execute("UPDATE outbox SET ambiguous = 1 WHERE state <> 'delivered'");
}

}  // namespace kassabro::store::sqlite
