#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/json.hpp"
#include "http/client.hpp"
#include "main/config.hpp"
#include "main/data_folder.hpp"

namespace kassabro::main {

// What `kassabro doctor` looks at besides the data: settings, files, disk, store, clock, and the systems that it speaks to. Nothing is
// changed, and nothing of the shop is sent anywhere.

enum class Severity {
  warning,  // it works, but not as it should, or not for long
  error,  // it does not work, or secrets lie open
};

struct Trouble {
  std::string_view code;  // docs/operations.md explains each
  Severity severity = Severity::warning;
  std::string subject;  // the setting, file, address or account
  std::string text;  // what is wrong; no secrets, no personal data
  std::string fix;  // what helps
};
using Troubles = std::vector<Trouble>;

bool has_error(const Troubles& troubles);
json::array to_json(const Troubles& troubles);

// Values that contradict each other, or that a server could not use or should not.
Troubles check_settings(const Config& config);

// `config` gets what the server says that it runs with; secrets are not among it. A trouble when that differs.
Troubles adopt_settings(Config& config, const RunningServer& server);
// False: the server's store is another one than that of `config`, and of its address no more is known than was told.
bool names_store_of(const Config& config, const RunningServer& server);

// The data folder and the files that settings name: there, whose, readable, closed to others. `config_file`: empty, or what holds the settings.
Troubles check_files(const Config& config, const std::string& config_file);
Troubles check_certificate(const Config& config, const Clock& clock);

struct Space {
  std::uint64_t bytes_free = 0, bytes_total = 0;
  std::uint64_t files_free = 0, files_total = 0;  // total 0: the disk does not count files
};
Troubles judge_space(const std::string& folder, const Space& space);
// A folder of each disk that holds something of ours: the data folder, and the database file's if that lies elsewhere.
std::vector<std::string> disk_folders(const Config& config);
std::optional<Space> space_of(const std::string& folder);
// All of these disks.
Troubles check_disks(const Config& config);

// The store without a server: its schema, whether it takes writes, whether the key opens it.
struct StoreLook {
  Troubles troubles;
  std::vector<app::Account> accounts;  // the first `accounts_max`
  bool is_usable = false;  // by this program, as it stands
};
inline constexpr std::size_t accounts_max = 50;
StoreLook look_at_store(const Config& config);

// Do Rule and Sitoo answer, do they take the accounts' credentials, and does their time agree with this machine's? Reads only.
Async<Troubles> check_remotes(const Config& config, const std::vector<app::Account>& accounts, http::Send send,
                              const Clock& clock);

// Time zones, ours and the accounts'.
Troubles check_zones(const Config& config, const std::vector<app::Account>& accounts);

}  // namespace kassabro::main
