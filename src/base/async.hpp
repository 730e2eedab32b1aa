#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <utility>

namespace kassabro {

// What a coroutine of ours returns: it may wait for a disk, another thread or the network without holding its thread.
template <class T>
using Async = boost::asio::awaitable<T>;

// Called once, from any thread, to hand a value to the coroutine that waits for it.
template <class T>
using Resume = std::move_only_function<void(T)>;

// Suspends the calling coroutine until `start`'s Resume is called; the coroutine goes on where it ran before.
// T is default-constructible or movable; `start` runs at once, on the caller's thread.
template <class T>
Async<T> wait_for_callback(std::move_only_function<void(Resume<T>)> start) {
  namespace asio = boost::asio;
  return asio::async_initiate<const asio::use_awaitable_t<>, void(T)>(
      [](auto handler, std::move_only_function<void(Resume<T>)> begin) {
        auto executor = asio::get_associated_executor(handler);
        begin([executor, handler = std::move(handler)](T value) mutable {
          asio::post(executor, [handler = std::move(handler), value = std::move(value)]() mutable {
            std::move(handler)(std::move(value));
          });
        });
      },
      asio::use_awaitable, std::move(start));
}

}  // namespace kassabro
