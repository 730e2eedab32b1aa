#pragma once

#include <optional>
#include <string>

#include "base/secret_string.hpp"

namespace kassabro::main {

// data.dir: the database, the key file, the admin token and the lock. One process at a time holds it.
// Throws InfrastructureFailure with a text for the shop owner when the folder cannot be made, written or locked.
class DataFolder {
 public:
  explicit DataFolder(std::string path);
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  std::string database_path() const { return path_ + "/kassabro.db"; }
  std::string password_path() const { return path_ + "/admin.password"; }
  std::string uploads_path() const { return path_ + "/uploads"; }
  std::string key_path() const { return path_ + "/secret.key"; }
  SecretString admin_token() const { return admin_token_; }
  // Written into the lock for the command line to find: where the server answers, and which settings it runs with (told_settings).
  void announce(const std::string& admin_url, const std::string& settings = {});

 private:
  void forget_address() const;

  std::string path_;
  int lock_ = -1;
  SecretString admin_token_;
};

// The server that runs on a data folder, as the command line sees it.
struct RunningServer {
  std::string admin_url;
  SecretString admin_token;
  std::string settings;  // JSON; empty when the server tells none
};
std::optional<RunningServer> find_running_server(const std::string& data_dir);

}  // namespace kassabro::main
