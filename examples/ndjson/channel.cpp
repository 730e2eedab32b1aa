#include "examples/ndjson/channel.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "app/delivery_queue.hpp"
#include "base/json_text.hpp"
#include "store/order_text.hpp"

namespace kassabro::examples {
namespace {

void append_contact(std::string& text, const domain::Contact& contact) {
  JsonMembers out(text);
  out.text("id", std::to_string(contact.id));
  out.text("member_number", contact.member_number);
  out.text("first_name", contact.first_name);
  out.text("last_name", contact.last_name);
  if (contact.email) out.text("email", contact.email->text());
  if (contact.mobile) out.text("mobile", contact.mobile->e164());
  out.flag("accepts_email", contact.consent.email);
  out.flag("accepts_sms", contact.consent.sms);
}

std::string line_of(const app::DeliveryJob& job) {
  std::string line;
  {
    JsonMembers out(line);
    out.text("delivery_id", std::to_string(job.delivery.id));
    out.text("account_id", std::to_string(job.delivery.account));
    out.text("kind", to_text(job.delivery.kind));
    if (out.begin("contact")) append_contact(line, job.contact);
    if (job.order) out.raw("order", store::to_stored_text(*job.order));
  }
  return line + "\n";
}

// All or, as far as a reader of whole lines is concerned, nothing.
std::error_code append_durably(const std::string& path, std::string_view lines) {
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return {errno, std::generic_category()};
  std::error_code failure;
  const auto size = ::lseek(file, 0, SEEK_END);
  while (!lines.empty() && !failure) {
    const auto written = ::write(file, lines.data(), lines.size());
    if (written < 0 && errno != EINTR) failure = {errno, std::generic_category()};
    if (written > 0) lines.remove_prefix(static_cast<std::size_t>(written));
  }
  if (!failure && ::fdatasync(file) != 0) failure = {errno, std::generic_category()};
  if (failure && ::ftruncate(file, size) != 0) failure = {errno, std::generic_category()};
  ::close(file);
  return failure;
}

}  // namespace

Async<std::vector<app::Outcome>> NdjsonChannel::deliver(const app::Account& /*account*/, std::vector<app::DeliveryJob> jobs) {
  std::string lines;
  for (const auto& job : jobs) {
    if (job.may_call && !job.may_call()) {  // another node goes on with it
      co_return std::vector<app::Outcome>(jobs.size(), app::Retry{"Another node delivers now."});
    }
    lines += line_of(job);
  }
  if (const auto failure = append_durably(path_, lines))
    co_return std::vector<app::Outcome>(jobs.size(),
                                        app::Retry{"The file " + path_ + " cannot be written: " + failure.message()});
  co_return std::vector<app::Outcome>(jobs.size(), app::Delivered{});
}

}  // namespace kassabro::examples
