#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

Async<void> write(Writer& writer, app::AccountId account, Writer::Work work) {
  const auto ended = co_await wait_for_callback<Writer::Ended>(
      [&writer, account, work = std::move(work)](Resume<Writer::Ended> resume) mutable {
        writer.submit(account, std::move(work), std::move(resume));
      });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

}  // namespace kassabro::store::sql
