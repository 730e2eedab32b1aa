#include "app/retention.hpp"

namespace kassabro::app {

std::string_view to_text(KeptKind kind) {
  switch (kind) {
    case KeptKind::inbox: return "inbox";
    case KeptKind::quarantine: return "quarantine";
    case KeptKind::imports: return "imports";
    case KeptKind::order_fetches: return "order_fetches";
    case KeptKind::deliveries: return "deliveries";
    case KeptKind::unregistered: return "unregistered";
  }
  return "";
}

}  // namespace kassabro::app
