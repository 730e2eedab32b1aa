#pragma once

#include <string>
#include <vector>

#include "app/remote_consent.hpp"

namespace kassabro::app {

struct RemoteNewsPage {
  std::vector<RemoteNews> news;  // by time, as the platform lists them
  std::string next;              // where the next page begins; "" after the last
};

// What the marketing platform can be asked to tell again of opt-outs and opt-ins.
class RemoteNewsSource {
 public:
  virtual ~RemoteNewsSource() = default;
  // Of `from` to `until`; `cursor`: "" for the first page, else a page's `next`. Errors: `unauthorized` when the key is refused,
  // `not_found` when the platform tells no such thing, `unavailable` otherwise.
  virtual Async<Result<RemoteNewsPage>> list(const Account& account, Timestamp from, Timestamp until, std::string cursor) = 0;
};

}  // namespace kassabro::app
