#include "rule/client.hpp"

#include <charconv>
#include <vector>

#include "base/sleep.hpp"
#include "http/trace_headers.hpp"
#include "rule/answers.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;

// Without the charset v3 fails silently (FEEDBACK #10).
constexpr std::string_view v2_content = "application/json";
constexpr std::string_view v3_content = "application/json;charset=utf-8";
constexpr milliseconds busy_wait{1'000};

std::optional<double> number_header(const http::OutboundResponse& response, std::string_view name) {
  const auto text = response.header(name);
  if (!text) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{}) return std::nullopt;
  return number;
}

CallReport report_of(const http::OutboundResponse& response, const CallResult& result) {
  CallReport report;
  report.error = response.status >= 400;
  report.error_percent = number_header(response, "x-errorpercent-current");
  report.error_percent_limit = number_header(response, "x-errorpercent-limit");
  report.requests = number_header(response, "requestscount-current");
  report.requests_allowed = number_header(response, "requestscount-allowed");
  if (!result && result.error().kind == CallErrorKind::rate_limited) report.blocked_until = result.error().not_before;
  return report;
}

app::SentCall note_of(const Call& call, std::string_view body) {
  return {std::string(http::method_name(call.method)), call.path, std::string(body), 0, {}, {}, 1};
}

app::SentCall answered(app::SentCall call, const http::OutboundResult& response, milliseconds took) {
  call.took = took;
  call.status = response ? response->status : 0;
  call.answer = response ? response->body.substr(0, app::sent_answer_bytes_max) : response.error().message;
  if (!response && !response.error().maybe_received) call.body.clear();  // nobody has got it
  return call;
}

CallError held_back(Timestamp until) {
  return {CallErrorKind::rate_limited, "Held back so that Rule does not block the account", false, until, {}, 0};
}

CallError not_ours(Timestamp now) {
  return {CallErrorKind::rate_limited, "Another node goes on with it", false, now + busy_wait, {}, 0};
}

}  // namespace

// One account's governor, and those that wait for a place.
struct RuleClient::Gate {
  std::mutex mutex;
  Governor governor;
  std::vector<Resume<bool>> waiting;

  Admission admit(CallClass call_class, Timestamp now) {
    const std::scoped_lock lock(mutex);
    return governor.admit(call_class, now);
  }

  // Wakes all who wait: each asks again, and whoever is refused for another reason must not keep a place from the next.
  void finish(CallClass call_class, const std::optional<CallReport>& report, Timestamp now) {
    std::vector<Resume<bool>> woken;
    {
      const std::scoped_lock lock(mutex);
      governor.finish(call_class, report, now);
      woken.swap(waiting);
    }
    for (auto& resume : woken) resume(true);
  }

  // Each of them holds the gate.
  void drop_waiting() {
    std::vector<Resume<bool>> dropped;
    const std::scoped_lock lock(mutex);
    dropped.swap(waiting);
  }

  void wait(CallClass call_class, Resume<bool> resume) {
    {
      const std::scoped_lock lock(mutex);
      if (governor.is_full(call_class)) {
        waiting.push_back(std::move(resume));
        return;
      }
    }
    resume(true);  // a place has come free meanwhile
  }
};

// A place at the gate, given back whatever happens.
class RuleClient::Place {
 public:
  Place(std::shared_ptr<Gate> gate, CallClass call_class, const Clock& clock)
      : gate_(std::move(gate)), call_class_(call_class), clock_(clock) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { gate_->finish(call_class_, report_, clock_.now()); }
  void set_report(CallReport report) { report_ = report; }

 private:
  std::shared_ptr<Gate> gate_;
  CallClass call_class_;
  const Clock& clock_;
  std::optional<CallReport> report_;
};

Pause timer_pause() { return &sleep_for; }

RuleClient::RuleClient(http::Send http, const Clock& clock, RuleClientSettings settings, Pause pause)
    : http_(std::move(http)), clock_(clock), settings_(std::move(settings)), pause_(std::move(pause)) {
  while (settings_.base_url.ends_with('/')) settings_.base_url.pop_back();
}

RuleClient::~RuleClient() {
  for (const auto& [account, gate] : gates_) gate->drop_waiting();
}

Async<CallResult> RuleClient::send(const app::Account& account, CallClass call_class, Call call, milliseconds timeout,
                                   Errand errand) {
  auto gate = gate_of(account.id);
  if (auto entered = co_await enter(gate, call_class); !entered) co_return std::unexpected(entered.error());
  Place place(gate, call_class, clock_);
  if (errand.may_call != nullptr && *errand.may_call && !(*errand.may_call)())
    co_return std::unexpected(not_ours(clock_.now()));
  auto request = request_of(account.rule_key, call, timeout);
  if (errand.trace != nullptr) http::add_trace(request.headers, *errand.trace);
  auto noted = errand.calls == nullptr ? app::SentCall{} : note_of(call, request.body);
  const auto start = clock_.now();
  const auto response = co_await http_(std::move(request));
  if (errand.calls != nullptr) errand.calls->push_back(answered(std::move(noted), response, clock_.now() - start));
  if (!response) co_return std::unexpected(error_of(response.error()));
  auto result = read_answer(*response, clock_.now(), call.expect);
  place.set_report(report_of(*response, result));
  co_return result;
}

Async<CallResult> RuleClient::deliver(const app::Account& account, Call call, Errand errand) {
  co_return co_await send(account, CallClass::delivery, std::move(call), settings_.delivery_timeout, errand);
}

Async<CallResult> RuleClient::send_once(SecretString key, Call call, milliseconds timeout) {
  const auto response = co_await http_(request_of(key, call, timeout));
  if (!response) co_return std::unexpected(error_of(response.error()));
  co_return read_answer(*response, clock_.now());
}

double RuleClient::load(app::AccountId account) {
  auto gate = gate_of(account);
  const std::scoped_lock lock(gate->mutex);
  return gate->governor.load(clock_.now());
}

std::map<app::AccountId, double> RuleClient::loads() {
  std::unordered_map<app::AccountId, std::shared_ptr<Gate>> gates;
  {
    const std::scoped_lock lock(mutex_);
    gates = gates_;
  }
  std::map<app::AccountId, double> loads;
  for (const auto& [account, gate] : gates) {
    const std::scoped_lock lock(gate->mutex);
    loads[account] = gate->governor.load(clock_.now());
  }
  return loads;
}

std::shared_ptr<RuleClient::Gate> RuleClient::gate_of(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  auto& gate = gates_[account];
  if (!gate) gate = std::make_shared<Gate>();
  return gate;
}

Async<std::expected<void, CallError>> RuleClient::enter(std::shared_ptr<Gate> gate, CallClass call_class) {
  const bool may_wait = call_class != CallClass::look_up;
  milliseconds held{0};
  for (;;) {
    const auto now = clock_.now();
    const auto admission = gate->admit(call_class, now);
    if (admission.kind == Admission::Kind::go) co_return std::expected<void, CallError>();
    if (admission.kind == Admission::Kind::full) {
      if (!may_wait) co_return std::unexpected(held_back(now + busy_wait));
      co_await wait_for_callback<bool>([gate, call_class](Resume<bool> resume) { gate->wait(call_class, std::move(resume)); });
      continue;
    }
    const auto wait = admission.until - now;
    if (!may_wait || held + wait > settings_.hold_max) co_return std::unexpected(held_back(admission.until));
    co_await pause_(wait);
    held += wait;
  }
}

http::OutboundRequest RuleClient::request_of(const SecretString& key, const Call& call, milliseconds timeout) const {
  http::OutboundRequest request;
  request.method = call.method;
  request.url = settings_.base_url + call.path;
  request.headers = {{"Authorization", "Bearer " + key.reveal()},
                     {"Content-Type", std::string(call.path.starts_with("/v3/") ? v3_content : v2_content)},
                     {"Accept", "application/json"}};
  if (call.body) request.body = to_json_text(*call.body);
  request.timeout = timeout;
  request.connect_timeout = std::min(request.connect_timeout, timeout);
  return request;
}

}  // namespace kassabro::rule
