#include "app/silences.hpp"

namespace kassabro::app {

std::string_view to_text(SilenceStep step) {
  switch (step) {
    case SilenceStep::retention: return "retention";
    case SilenceStep::winback: return "winback";
  }
  return "";
}

}  // namespace kassabro::app
