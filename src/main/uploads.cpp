#include "main/uploads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <filesystem>

#include "base/clock.hpp"
#include "base/ids.hpp"

namespace kassabro::main {
namespace {

namespace fs = std::filesystem;

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(file, content.data(), content.size());
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The path's file goes with the last copy.
std::shared_ptr<const void> keeper_of(const std::string& path) {
  return {new std::string(path), [](const std::string* kept) {
            ::unlink(kept->c_str());
            delete kept;
          }};
}

Result<app::KeptFile> write_file(const std::string& path, std::string_view content) {
  constexpr int owner_only = 0600;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only);
  if (file < 0) return fail({ErrorCode::unavailable, "The file cannot be kept: no place on the disk for " + path, "file"});
  app::KeptFile kept{path, keeper_of(path)};
  const bool is_written = write_all(file, content);
  ::close(file);
  if (!is_written) return fail({ErrorCode::unavailable, "The file cannot be kept: the disk does not take it.", "file"});
  return kept;
}

}  // namespace

Uploads::Uploads(std::string folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::remove_all(folder_, error);
  fs::create_directory(folder_, error);
  if (error) throw InfrastructureFailure("The folder " + folder_ + " cannot be made: " + error.message());
  fs::permissions(folder_, fs::perms::owner_all, error);
}

Async<Result<app::KeptFile>> Uploads::keep(std::string_view content) {
  const auto path = folder_ + "/" + std::to_string(new_id(SystemClock().now()));
  co_return co_await wait_for_callback<Result<app::KeptFile>>([&](Resume<Result<app::KeptFile>> resume) {
    boost::asio::post(writers_, [path, content, resume = std::move(resume)]() mutable { resume(write_file(path, content)); });
  });
}

}  // namespace kassabro::main
