#pragma once

#include <boost/asio/thread_pool.hpp>
#include <string>
#include <string_view>

#include "app/import_bonus_checks.hpp"

namespace kassabro::main {

// Files that came by HTTP and wait to be read: in a folder of their own, readable by nobody else, each gone when its keeper
// is. What a kill has left is removed by the next start.
class Uploads {
 public:
  // Throws InfrastructureFailure when the folder cannot be made.
  explicit Uploads(std::string folder);

  // Writes on a thread that nothing else waits for; `content` is there until the end. Error `unavailable`: the disk does not take it.
  Async<Result<app::KeptFile>> keep(std::string_view content);

 private:
  std::string folder_;
  boost::asio::thread_pool writers_{2};
};

}  // namespace kassabro::main
