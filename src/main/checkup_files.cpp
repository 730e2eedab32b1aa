#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <optional>

#include "base/error.hpp"
#include "http/tls_certificate.hpp"
#include "main/checkup.hpp"

namespace kassabro::main {
namespace {

constexpr mode_t mode_bits = 0777, others_bits = 077, world_bits = 007;
constexpr auto renewed_by = std::chrono::days(14);  // a certificate; the alert rule's, too
constexpr std::uint64_t mebibyte = 1 << 20;
constexpr std::uint64_t scarce_bytes = 2'048 * mebibyte, critical_bytes = 200 * mebibyte;
constexpr double scarce_share = 0.05;

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

void check_mode(const std::string& path, mode_t forbidden, mode_t wanted, const char* why, Troubles& out) {
  const auto status = status_of(path);
  if (!status || (status->st_mode & forbidden) == 0) return;
  out.push_back({"file_open", Severity::error, path,
                 fmt::format("Other users of this machine may reach it (mode {:04o}): {}.", status->st_mode & mode_bits, why),
                 fmt::format("chmod {:04o} {}", wanted, path)});
}

void check_folder_files(const std::string& folder, uid_t owner, Troubles& out) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto path = entry.path().string();
    const auto status = status_of(path);
    if (status && status->st_uid != owner)
      out.push_back({"file_of_another_user", Severity::error, path,
                     "It belongs to another user than the data folder: the server may not be able to read or write it.",
                     fmt::format("chown --reference={} {}; and run commands as the service's user", folder, path)});
  }
  check_mode(folder + "/secret.key", others_bits, 0600, "it opens all API keys and passwords", out);
  check_mode(folder + "/admin.token", others_bits, 0600, "it opens the admin API", out);
  check_mode(folder + "/admin.password", others_bits, 0600, "it holds the hash of the pages' password", out);
}

void check_readable(std::string_view setting, const std::string& path, Troubles& out) {
  if (path.empty() || ::access(path.c_str(), R_OK) == 0) return;
  out.push_back({"file_missing", Severity::error, path,
                 fmt::format("{} names it, and it cannot be read: {}.", setting, std::strerror(errno)),
                 fmt::format("Put the file there, readable for the service's user, or correct {}.", setting)});
}

bool holds_password(const Config& config) {
  return config.store_url.contains('@') || config.alerts_smtp.contains('@') || !config.alerts_webhook.empty();
}

// What access() says is not what a full or a read-only disk does.
bool takes_a_file(const std::string& folder) {
  auto path = folder + "/doctor.XXXXXX";
  const int file = ::mkstemp(path.data());
  if (file < 0) return false;
  const std::string text(4'096, 'x');
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  ::unlink(path.c_str());
  return written;
}

}  // namespace

Troubles check_files(const Config& config, const std::string& config_file) {
  Troubles out;
  check_readable("public.tls_certificate", config.public_tls_certificate, out);
  check_readable("public.tls_key", config.public_tls_key, out);
  if (!config.public_tls_key.empty()) check_mode(config.public_tls_key, world_bits, 0640, "it is the certificate's key", out);
  if (!config_file.empty() && holds_password(config)) check_mode(config_file, world_bits, 0640, "it holds a password", out);
  const auto folder = status_of(config.data_dir);
  if (!folder || !S_ISDIR(folder->st_mode)) {
    out.push_back({"data_folder_missing", Severity::error, config.data_dir, "There is no such data folder.",
                   "Start the server once, which makes it; or give the right one: --config FILE, or --set data.dir=FOLDER."});
    return out;
  }
  if (::access(config.data_dir.c_str(), R_OK | W_OK | X_OK) != 0) {
    out.push_back(
        {"data_folder_shut", Severity::error, config.data_dir, "This user may not read and write the data folder.",
         "Run commands as the service's user (sudo -u kassabro kassabro ...), or give the folder to that user (chown)."});
    return out;
  }
  check_mode(config.data_dir, others_bits, 0700, "the database with all customers lies there", out);
  check_folder_files(config.data_dir, folder->st_uid, out);
  return out;
}

Troubles check_certificate(const Config& config, const Clock& clock) {
  if (config.public_tls_certificate.empty()) return {};
  if (::access(config.public_tls_certificate.c_str(), R_OK) != 0 || ::access(config.public_tls_key.c_str(), R_OK) != 0)
    return {};  // check_files tells
  std::optional<Timestamp> ends_at;
  try {
    http::TlsCertificate({config.public_tls_certificate, config.public_tls_key}, clock,
                         {.on_loaded = [&ends_at](Timestamp at) { ends_at = at; }});
  } catch (const InfrastructureFailure& failure) {
    return {{"certificate_of_no_use", Severity::error, config.public_tls_certificate, failure.what(),
             "Renew the certificate (certbot renew), or correct public.tls_certificate and public.tls_key."}};
  }
  const auto left = std::chrono::floor<std::chrono::days>(ends_at.value_or(Timestamp::max()) - clock.now());
  if (left >= renewed_by) return {};
  return {{"certificate_ends", Severity::warning, config.public_tls_certificate,
           fmt::format("The certificate ends in {} days, and tills stop when it does.", left.count()),
           "Find out why it is not renewed (systemctl list-timers, certbot renew). New files are taken without a restart."}};
}

std::optional<Space> space_of(const std::string& folder) {
  struct statvfs facts{};
  if (::statvfs(folder.c_str(), &facts) != 0) return std::nullopt;
  return Space{facts.f_bavail * facts.f_frsize, facts.f_blocks * facts.f_frsize, facts.f_favail, facts.f_files};
}

Troubles judge_space(const std::string& folder, const Space& space) {
  const auto share =
      space.bytes_total == 0 ? 1.0 : static_cast<double>(space.bytes_free) / static_cast<double>(space.bytes_total);
  const auto text =
      fmt::format("{} MiB are free on its disk, {:.0f} % of it.", space.bytes_free / mebibyte, std::floor(share * 100));
  const auto* fix = "Make room, or put the data folder on a larger disk; on a full one, tills are answered 503.";
  Troubles out;
  if (space.bytes_free < critical_bytes)
    out.push_back({"disk_full", Severity::error, folder, text, fix});
  else if (space.bytes_free < scarce_bytes || share < scarce_share)
    out.push_back({"disk_scarce", Severity::warning, folder, text, fix});
  if (space.files_total != 0 && static_cast<double>(space.files_free) < scarce_share * static_cast<double>(space.files_total))
    out.push_back({"disk_scarce", Severity::warning, folder,
                   fmt::format("The disk takes only {} more files (inodes).", space.files_free),
                   "Remove what has very many small files there."});
  return out;
}

std::vector<std::string> disk_folders(const Config& config) {
  std::error_code error;
  std::vector<std::string> candidates{config.data_dir};
  const auto database = std::filesystem::canonical(config.data_dir + "/kassabro.db", error);
  if (!error && config.store_url.empty()) candidates.push_back(database.parent_path());  // a link to another disk
  std::vector<std::string> folders;
  std::optional<dev_t> seen;
  for (auto& folder : candidates) {
    const auto status = status_of(folder);
    if (!status || seen == status->st_dev) continue;
    seen = status->st_dev;
    folders.push_back(std::move(folder));
  }
  return folders;
}

Troubles check_disks(const Config& config) {
  Troubles out;
  for (const auto& folder : disk_folders(config)) {
    if (const auto space = space_of(folder)) std::ranges::move(judge_space(folder, *space), std::back_inserter(out));
    if (::access(folder.c_str(), W_OK) == 0 && !takes_a_file(folder))
      out.push_back({"disk_not_writable", Severity::error, folder, "A small file could not be written there.",
                     "Make room, or find out why the disk is read-only (dmesg, mount)."});
    else if (::access(folder.c_str(), W_OK) != 0 && errno == EROFS)
      out.push_back({"disk_not_writable", Severity::error, folder, "The disk is mounted read-only.",
                     "Find out why (dmesg), and mount it to be written (mount -o remount,rw)."});
  }
  return out;
}

}  // namespace kassabro::main
