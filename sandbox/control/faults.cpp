#include "sandbox/control/faults.hpp"

#include <charconv>

#include "base/text.hpp"

namespace kassabro::sandbox::control {
namespace {

// A test may name the path as it calls it: the system's root in front is taken off.
std::string without_root(std::string path, const std::string& system) {
  const std::string root = system == "rule" ? "/rule/api" : "/sitoo";
  if (path.starts_with(root)) path.erase(0, root.size());
  if (!path.empty() && !path.starts_with('/')) path.insert(0, "/");
  return path;
}

Result<std::int64_t> whole_number(const json::object& body, const char* name, std::int64_t fallback, std::int64_t least,
                                  std::int64_t most) {
  if (!body.contains(name)) return fallback;
  const auto number = int_member(body, name);
  if (!number || *number < least || *number > most)
    return fail(invalid(name, "Must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + "."));
  return *number;
}

}  // namespace

Result<Fault> parse_fault(const json::object& body) {
  Fault fault;
  fault.system = text_member(body, "system");
  if (fault.system != "rule" && fault.system != "sitoo") return fail(invalid("system", "Must be \"rule\" or \"sitoo\"."));
  fault.path = without_root(text_member(body, "path"), fault.system);
  fault.method = text_member(body, "method");
  fault.retry_after = text_member(body, "retry_after");
  fault.rate_limit_reset = text_member(body, "rate_limit_reset");
  fault.drop = bool_member(body, "drop").value_or(false);
  if (const auto* given = find_member(body, "body")) fault.body = text_of(*given).value_or(to_json_text(*given));
  const auto status = whole_number(body, "status", 0, 0, 599);
  if (!status) return fail(status.error());
  if (*status > 0 && *status < 200) return fail(invalid("status", "Must be an HTTP status from 200."));
  const auto delay = whole_number(body, "delay_ms", 0, 0, 600'000);
  if (!delay) return fail(delay.error());
  const auto count = whole_number(body, "count", 1, 1, 1'000'000'000);
  if (!count) return fail(count.error());
  if (body.contains("truncate")) {
    const auto bytes = whole_number(body, "truncate", 0, 0, 1'000'000'000);
    if (!bytes) return fail(bytes.error());
    fault.truncate = static_cast<std::size_t>(*bytes);
  }
  fault.status = static_cast<int>(*status);
  fault.delay = std::chrono::milliseconds(*delay);
  fault.count = *count;
  if (fault.status == 0 && !fault.drop && fault.delay.count() == 0 && !fault.truncate)
    return fail(invalid("status", "A fault needs a status, a delay_ms, a truncate or drop."));
  return fault;
}

std::string rate_limit_reset_text(const Fault& fault, Timestamp now) {
  constexpr std::int64_t first_epoch = 1'000'000'000;
  std::int64_t seconds = 0;
  const auto& text = fault.rate_limit_reset;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds >= first_epoch) return text;
  return std::to_string(to_epoch_ms(now) / 1000 + seconds);
}

json::object to_json(const Fault& fault) {
  return {{"system", fault.system},
          {"path", fault.path},
          {"method", fault.method},
          {"status", fault.status},
          {"body", fault.body},
          {"delay_ms", fault.delay.count()},
          {"drop", fault.drop},
          {"retry_after", fault.retry_after},
          {"rate_limit_reset", fault.rate_limit_reset},
          {"truncate", fault.truncate ? json::value(*fault.truncate) : json::value()},
          {"count", fault.count}};
}

void Faults::add(Fault fault) {
  const std::scoped_lock lock(mutex_);
  faults_.push_back(std::move(fault));
}

void Faults::clear() {
  const std::scoped_lock lock(mutex_);
  faults_.clear();
}

json::array Faults::list() const {
  const std::scoped_lock lock(mutex_);
  json::array items;
  for (const auto& fault : faults_) items.push_back(to_json(fault));
  return items;
}

std::optional<Fault> Faults::take(std::string_view system, std::string_view method, std::string_view path) {
  const std::scoped_lock lock(mutex_);
  for (auto fault = faults_.begin(); fault != faults_.end(); ++fault) {
    if (fault->system != system || !path.starts_with(fault->path)) continue;
    if (!fault->method.empty() && !equal_nocase(fault->method, method)) continue;
    auto taken = *fault;
    if (--fault->count == 0) faults_.erase(fault);
    return taken;
  }
  return std::nullopt;
}

}  // namespace kassabro::sandbox::control
