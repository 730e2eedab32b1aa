#include "store/postgres/read_session.hpp"

#include "base/error.hpp"

namespace kassabro::store::postgres {
namespace {

// Until the server that writes is looked for again.
constexpr std::chrono::seconds spare_time{2};

std::string standby_url(const std::string& url) {
  if (!url.contains(',')) return {};
  return url + (url.contains('?') ? '&' : '?') + "target_session_attrs=any";
}

}  // namespace

ReadSession::ReadSession(std::string url) : url_(std::move(url)), spare_url_(standby_url(url_)) {}

Connection& ReadSession::ready() {
  if (is_spare_ && std::chrono::steady_clock::now() > spare_until_) {
    connection_.reset();
    is_spare_ = false;
  }
  try {
    if (!connection_) connection_ = std::make_unique<Connection>(is_spare_ ? spare_url_ : url_);
    connection_->ready();
    return *connection_;
  } catch (const InfrastructureFailure&) {
    if (spare_url_.empty()) throw;
    return spare();
  }
}

Connection& ReadSession::spare() {
  connection_ = std::make_unique<Connection>(spare_url_);
  is_spare_ = true;
  spare_until_ = std::chrono::steady_clock::now() + spare_time;
  return *connection_;
}

}  // namespace kassabro::store::postgres
