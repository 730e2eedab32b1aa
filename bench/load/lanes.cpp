#include "load/lanes.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

constexpr int status_ok = 200;
constexpr int status_created = 201;

Clock::duration of_seconds(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

int connect_to(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    std::perror("connect");
    std::exit(1);
  }
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::fcntl(socket, F_SETFL, O_NONBLOCK);
  return socket;
}

// The value of Content-Length in a head, whatever its case; 0 when it does not stand there.
std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "\ncontent-length:";
  for (auto line = head.find('\n'); line != std::string_view::npos; line = head.find('\n', line + 1))
    if (head.size() - line > name.size() && ::strncasecmp(head.data() + line, name.data(), name.size()) == 0)
      return std::strtoul(head.data() + line + name.size(), nullptr, 10);
  return 0;
}

}  // namespace

Lanes::Lanes(const Options& options, Requests& requests) : options_(options), requests_(requests) {
  ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);  // nanosecond: fixed times are kept as well as the kernel can
  poll_ = ::epoll_create1(0);
  lanes_.resize(static_cast<std::size_t>(options.connections));
  connect_all();
}

Lanes::~Lanes() {
  for (auto& lane : lanes_)
    if (lane.socket >= 0) ::close(lane.socket);
  ::close(poll_);
}

void Lanes::connect_all() {
  for (auto& lane : lanes_) {
    lane.socket = connect_to(options_.port);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &lane;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, lane.socket, &event);
    free_.push_back(&lane);
  }
}

Totals Lanes::run() {
  began_ = Clock::now();
  counted_from_ = last_counted_ = began_ + of_seconds(options_.warm);
  end_ = counted_from_ + of_seconds(options_.seconds);
  const auto give_up = end_ + of_seconds(options_.patience);
  for (;;) {
    send_what_is_due();
    const bool is_idle = free_.size() == lanes_.size();
    const auto now = Clock::now();
    const bool is_over = is_exhausted_ || (options_.rate > 0 ? due_of(totals_.sent) >= end_ : now >= end_);
    if ((is_over && is_idle) || now >= give_up || lanes_.size() == static_cast<std::size_t>(totals_.broken)) break;
    wait_for_answers();
  }
  if (options_.rate > 0)  // what could not even be sent counts as well
    while (!is_exhausted_ && due_of(totals_.sent + totals_.unanswered) < end_) ++totals_.unanswered;
  for (const auto& lane : lanes_) totals_.unanswered += lane.busy ? 1 : 0;
  totals_.seconds = std::chrono::duration<double>(last_counted_ - counted_from_).count();
  return std::move(totals_);
}

Clock::time_point Lanes::due_of(std::int64_t number) const {
  return began_ + of_seconds(static_cast<double>(number) / options_.rate);
}

void Lanes::send_what_is_due() {
  while (!free_.empty() && !is_exhausted_) {
    const auto now = Clock::now();
    const auto due = options_.rate > 0 ? due_of(totals_.sent) : now;
    if (due > now || due >= end_) return;
    auto& lane = *free_.front();
    if (!ask(lane, due)) return;
    free_.pop_front();
    if (!write_on(lane)) drop(lane);
  }
}

bool Lanes::ask(Lane& lane, Clock::time_point due) {
  const bool are_enough = options_.count > 0 && totals_.sent >= options_.count;
  auto request = are_enough ? std::nullopt : requests_.next();
  if (!request) {
    is_exhausted_ = true;
    return false;
  }
  lane.request = std::move(*request);
  lane.sent = 0;
  lane.answer.clear();
  lane.due = due;
  lane.busy = true;
  ++totals_.sent;
  return true;
}

// Requests are smaller than a socket's buffer, so there is nearly always room.
bool Lanes::write_on(Lane& lane) {
  while (lane.sent < lane.request.text.size()) {
    const auto size =
        ::send(lane.socket, lane.request.text.data() + lane.sent, lane.request.text.size() - lane.sent, MSG_NOSIGNAL);
    if (size < 0 && errno != EAGAIN) return false;
    if (size > 0) lane.sent += static_cast<std::size_t>(size);
  }
  return true;
}

void Lanes::wait_for_answers() {
  std::array<epoll_event, 256> events;
  auto wait = std::chrono::nanoseconds(20'000'000);
  if (options_.rate > 0 && !free_.empty() && !is_exhausted_) {
    const auto next = due_of(totals_.sent) - Clock::now();
    wait = std::clamp<std::chrono::nanoseconds>(next, std::chrono::nanoseconds(0), wait);
  }
  const timespec timeout{0, wait.count()};
  const int count = ::epoll_pwait2(poll_, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
  for (int i = 0; i < count; ++i) read_from(*static_cast<Lane*>(events[static_cast<std::size_t>(i)].data.ptr));
}

void Lanes::read_from(Lane& lane) {
  std::array<char, 65'536> part;
  const auto size = ::recv(lane.socket, part.data(), part.size(), 0);
  if (size < 0 && errno == EAGAIN) return;
  if (size <= 0) {
    drop(lane);
    return;
  }
  lane.answer.append(part.data(), static_cast<std::size_t>(size));
  const auto head = lane.answer.find("\r\n\r\n");
  if (head == std::string::npos) return;
  if (lane.answer.size() >= head + 4 + content_length(std::string_view(lane.answer).substr(0, head))) settle(lane, head + 4);
}

void Lanes::settle(Lane& lane, std::size_t head_size) {
  const auto now = Clock::now();
  const int status = std::atoi(lane.answer.c_str() + 9);
  const bool is_good = status == status_ok || status == status_created;
  const bool is_right =
      lane.request.expected.empty() || lane.answer.find(lane.request.expected, head_size) != std::string::npos;
  if (!is_good && totals_.first_refusal == 0) totals_.first_refusal = status;
  totals_.good += is_good && is_right ? 1 : 0;
  totals_.refused += is_good ? 0 : 1;
  totals_.wrong += is_good && !is_right ? 1 : 0;
  if (is_good)
    for (auto& id : lane.request.accepted) totals_.accepted.push_back(std::move(id));
  const bool counts = lane.due >= counted_from_ && lane.due < end_;
  if (counts && is_good) {
    ++totals_.counted;
    totals_.micros.push_back(
        static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(now - lane.due).count()));
    last_counted_ = now;
  }
  lane.busy = false;
  free_.push_back(&lane);
}

void Lanes::drop(Lane& lane) {
  ::close(lane.socket);
  lane.socket = -1;
  ++totals_.broken;
  if (lane.busy) return;  // stays out of use, and counts as unanswered
  lane.busy = true;
  std::erase(free_, &lane);
}

}  // namespace bench
