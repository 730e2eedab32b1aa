#include "store/sql/writer.hpp"

#include "base/error.hpp"

namespace kassabro::store::sql {

std::exception_ptr too_much_waits() {
  return std::make_exception_ptr(InfrastructureFailure("The database has more to write than it can take just now."));
}

Async<void> write(Writer& writer, app::AccountId account, Writer::Work work) {
  const auto ended = co_await wait_for_callback<Writer::Ended>(
      [&writer, account, work = std::move(work)](Resume<Writer::Ended> resume) mutable {
        writer.submit(account, std::move(work), std::move(resume));
      });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

}  // namespace kassabro::store::sql
