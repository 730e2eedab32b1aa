#include "tests/simulation/node.hpp"

namespace kassabro::simulation {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds slowest_commit{12};
constexpr milliseconds idle_wait{5'000};  // of the worker: what is enqueued wakes it all the same

outbox::Worker::Options worker_options(const Surroundings& around, NodeId id, std::function<bool()> leads) {
  outbox::Worker::Options options;
  options.idle_wait = idle_wait;
  options.leads = std::move(leads);
  options.takes_over_after = std::chrono::seconds(35);
  options.chance = [&random = around.random] { return random.share(); };
  options.alarms = around.schedule.alarms(id);
  return options;
}

}  // namespace

Node::Node(Surroundings around, NodeId id, std::function<bool()> leads)
    : around_(around),
      id_(id),
      store_(std::make_unique<NodeBackend>(around.database, delay(), leads)),
      rule_client_(around.network.from(id), clock_, {.base_url = "https://rule.test/api"},
                   [&schedule = around.schedule, id](milliseconds time) { return schedule.sleep(id, time); }),
      worker_(around.schedule.context(),
              {store_.deliveries(), store_.contacts(), store_.orders(), store_.bonus_checks(), store_.silences(), receipts_,
               registry_, unit_, channel_, clock_},
              worker_options(around, id, std::move(leads)), {}) {
  unit_.set_wake([this] { worker_.wake(); });
  worker_.start();
}

// Whatever the node's coroutines wait for is gone, and they with it.
Node::~Node() { around_.schedule.drop(id_, wall_clock_); }

WriteDelay Node::delay() {
  auto some = [&random = around_.random] { return random.between(milliseconds(1), slowest_commit); };
  return {some, some, [&schedule = around_.schedule, id = id_](milliseconds time, std::move_only_function<void()> then) {
            schedule.after(time, id, std::move(then));
          }};
}

Async<http::Response> Node::call(std::string token, http::Method method, std::string target, std::string body) {
  const auto authorization = "Bearer " + token;
  http::Request request;
  request.method = method;
  request.method_text = http::method_name(method);
  request.target = target;
  request.headers.emplace_back("Authorization", authorization);
  request.body = body;
  request.peer = "10.0.0.1";
  const auto path = http::normal_path(request.path());
  co_return co_await api_.handle(request, path);
}

}  // namespace kassabro::simulation
