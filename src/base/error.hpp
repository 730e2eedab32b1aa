#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace kassabro {

// Everything that a caller can act on. One table per protocol turns it into a status (http/problem.cpp).
enum class ErrorCode {
  invalid,            // the input breaks a rule; `field` names where
  unauthorized,       // no or wrong credentials
  forbidden,          // known caller, not allowed
  not_found,          // the named thing does not exist
  conflict,           // the thing exists already, or is in a state that forbids the change
  too_large,          // over a limit of size
  too_many_requests,  // over a limit of rate
  unavailable,        // cannot be done now; the same call may succeed later
};

// An expected failure. `message` is for the caller and must not hold secrets; `field` is the caller's own name of the field.
struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string message;
  std::string field;
};

inline Error invalid(std::string field, std::string message) {
  return {ErrorCode::invalid, std::move(message), std::move(field)};
}
inline Error not_found(std::string field, std::string message) {
  return {ErrorCode::not_found, std::move(message), std::move(field)};
}
inline Error conflict(std::string field, std::string message) {
  return {ErrorCode::conflict, std::move(message), std::move(field)};
}

// Infrastructure that failed under us (database gone, disk full). Thrown; caught at the boundaries only: HTTP dispatch (503),
// the worker loop (retry) and main (exit code).
struct InfrastructureFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace kassabro
