#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "base/clock.hpp"

namespace kassabro::http {

// The certificate of a listener, in PEM files that somebody else renews: when they change, new connections get the new one, without a
// restart; connections that are open keep theirs. Thread-safe.
class TlsCertificate {
 public:
  struct Files {
    std::string certificate;  // the chain, our own first
    std::string key;  // without a passphrase
  };
  struct Notes {
    std::function<void(Timestamp ends_at)> on_loaded = [](Timestamp) {};
    // New files that cannot be used, once for each change; the certificate of before stays in use.
    std::function<void(const std::string& what)> on_trouble = [](const std::string&) {};
  };

  // Errors (no such file, no PEM, a key of another certificate, ended already): InfrastructureFailure that names the file.
  TlsCertificate(Files files, const Clock& clock, Notes notes);

  // For one new connection. Looks at the files at most once in `look_every`.
  std::shared_ptr<boost::asio::ssl::context> context();

  static constexpr std::chrono::milliseconds look_every{1'000};

 private:
  struct Loaded {
    std::shared_ptr<boost::asio::ssl::context> context;
    Timestamp ends_at;
  };
  // Of both files; equal as long as none was replaced.
  struct Mark {
    std::filesystem::file_time_type certificate, key;
    bool operator==(const Mark&) const = default;
  };

  Loaded load() const;
  Mark mark() const;
  void look_again(Timestamp now);

  const Files files_;
  const Clock& clock_;
  const Notes notes_;
  std::mutex mutex_;
  Mark mark_;
  Mark told_;  // of the files that were of no use when that was told last
  Loaded loaded_;
  Timestamp next_look_;
};

}  // namespace kassabro::http
