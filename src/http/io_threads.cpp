#include "http/io_threads.hpp"

namespace kassabro::http {

IoThreads::IoThreads(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    contexts_.push_back(std::make_unique<boost::asio::io_context>(1));
    guards_.emplace_back(contexts_.back()->get_executor());
  }
  for (auto& context : contexts_) threads_.emplace_back([&context = *context] { context.run(); });
}

IoThreads::~IoThreads() { stop(); }

boost::asio::io_context& IoThreads::next() { return *contexts_[turn_++ % contexts_.size()]; }

void IoThreads::stop() {
  guards_.clear();
  for (auto& context : contexts_) context->stop();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
  threads_.clear();
}

}  // namespace kassabro::http
