#pragma once

#include <set>
#include <utility>
#include <vector>

#include "app/quiet_tills.hpp"

namespace kassabro::main {

// Which silences of tills have been told: each once, however long it lasts. A till stays told while its whole store is quiet.
class TillWatch {
 public:
  using Silence = std::pair<app::AccountId, app::Till>;
  struct News {
    std::vector<app::QuietTill> begun;
    std::vector<Silence> over;
  };

  // `quiet`: all that is quiet now.
  News look(const std::vector<app::QuietTill>& quiet);

 private:
  std::set<Silence> told_;
};

}  // namespace kassabro::main
