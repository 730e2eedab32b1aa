#include "tests/support/shared_store.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include "tests/support/process.hpp"

namespace kassabro::tests {
namespace {

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? "" : value;
}

std::string server_url() { return from_environment("KASSABRO_TEST_POSTGRES"); }

std::string psql(const std::string& url, const std::string& sql) {
  auto done = run({"/usr/bin/psql", url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command", sql});
  if (done.status != 0) throw std::runtime_error("psql: " + done.output);
  while (done.output.ends_with('\n')) done.output.pop_back();
  return done.output;
}

}  // namespace

bool has_postgres() { return !server_url().empty(); }
bool wants_postgres() { return from_environment("KASSABRO_TEST_STORE") == "postgres"; }

SharedStore::SharedStore() {
  static std::atomic<int> count = 0;
  name_ = "f_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  psql(server_url(), "CREATE SCHEMA " + name_);
}

SharedStore::~SharedStore() {
  try {
    psql(server_url(), "SET client_min_messages = warning; DROP SCHEMA " + name_ + " CASCADE");
  } catch (const std::exception&) {  // the server goes with the run of the tests
  }
}

std::string SharedStore::url() const { return server_url() + "?options=-csearch_path%3D" + name_; }

std::string SharedStore::ask(const std::string& sql) const { return psql(url(), sql); }

}  // namespace kassabro::tests
