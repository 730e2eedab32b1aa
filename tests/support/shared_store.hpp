#pragma once

#include <optional>
#include <string>

namespace kassabro::tests {

// A place of its own on the PostgreSQL server that script/test starts, gone with this object. Nodes that share it share a store.
class SharedStore {
 public:
  SharedStore();
  ~SharedStore();
  SharedStore(const SharedStore&) = delete;
  SharedStore& operator=(const SharedStore&) = delete;

  std::string url() const;  // of `store.url`
  // What a statement says, as psql prints it.
  std::string ask(const std::string& sql) const;

 private:
  std::string name_;
};

// Is there such a server?
bool has_postgres();
// Does this run of the tests want kassabro on it (KASSABRO_TEST_STORE=postgres)?
bool wants_postgres();

}  // namespace kassabro::tests
