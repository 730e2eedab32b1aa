#include "tests/support/unit_filter.hpp"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <sstream>
#include <stdexcept>

#include "tests/support/process.hpp"

namespace kassabro::tests {
namespace {

using Groups = std::map<std::string, std::set<std::string>>;

// "@system-service" to calls and further groups, as this machine's systemd has them.
Groups systemd_groups() {
  const auto told = run({"/usr/bin/systemd-analyze", "--no-pager", "syscall-filter"});
  if (told.status != 0) throw std::runtime_error("systemd-analyze: " + told.output);
  Groups groups;
  std::string group;
  std::istringstream lines(told.output);
  for (std::string line; std::getline(lines, line);) {
    const auto begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line[begin] == '#') continue;
    if (begin == 0)
      group = line;
    else
      groups[group].insert(line.substr(begin));
  }
  return groups;
}

std::set<std::string> calls_of(const std::string& word, const Groups& groups) {
  if (!word.starts_with('@')) return {word};
  const auto group = groups.find(word);
  if (group == groups.end()) throw std::runtime_error("systemd knows no group " + word);
  std::set<std::string> calls;
  for (const auto& member : group->second) calls.merge(calls_of(member, groups));
  return calls;
}

// The values of a directive, line by line.
std::vector<std::string> values_of(const std::string& unit, const std::string& directive) {
  std::vector<std::string> values;
  std::istringstream lines(unit);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(directive + "=")) values.push_back(line.substr(directive.size() + 1));
  if (values.empty()) throw std::runtime_error("the unit has no " + directive);
  return values;
}

int family_of(const std::string& name) {
  for (const auto& [known, family] :
       {std::pair("AF_INET", AF_INET), std::pair("AF_INET6", AF_INET6), std::pair("AF_UNIX", AF_UNIX)})
    if (name == known) return family;
  throw std::runtime_error("this test knows no " + name);
}

template <class... Compare>
void allow(scmp_filter_ctx filter, const std::string& call, Compare... compare) {
  const int number = seccomp_syscall_resolve_name(call.c_str());
  if (number < 0) return;  // of another kind of processor
  const std::array<scmp_arg_cmp, sizeof...(Compare)> conditions{compare...};
  if (seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, conditions.size(), conditions.data()) != 0)
    throw std::runtime_error("there can be no rule for " + call);
}

}  // namespace

UnitFilter::UnitFilter(const std::string& unit) : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {
  const auto groups = systemd_groups();
  calls_ = calls_of("@default", groups);  // allowed with every list of what is
  for (const auto& line : values_of(unit, "SystemCallFilter")) {
    const bool denies = line.starts_with('~');
    std::istringstream words(line.substr(denies ? 1 : 0));
    for (std::string word; words >> word;)
      for (const auto& call : calls_of(word, groups)) {
        if (denies)
          calls_.erase(call);
        else
          calls_.insert(call);
      }
  }
  std::istringstream families(values_of(unit, "RestrictAddressFamilies").front());
  for (std::string word; families >> word;) families_.insert(word);
  add_calls(values_of(unit, "MemoryDenyWriteExecute").front() == "yes");
}

void UnitFilter::add_calls(bool denies_write_and_execute) {
  for (const auto& call : calls_) {
    if (call == "socket") {
      for (const auto& family : families_)
        allow(filter_.get(), call, SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family_of(family)), 0));
    } else if (denies_write_and_execute && call == "mmap") {
      for (const auto rights : {0, PROT_WRITE, PROT_EXEC})
        allow(filter_.get(), call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_WRITE | PROT_EXEC, static_cast<scmp_datum_t>(rights)));
    } else if (denies_write_and_execute && (call == "mprotect" || call == "pkey_mprotect")) {
      allow(filter_.get(), call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    } else {
      allow(filter_.get(), call);
    }
  }
}

void UnitFilter::load() const {
  if (seccomp_load(filter_.get()) != 0) throw std::runtime_error("the filter cannot be loaded");
}

}  // namespace kassabro::tests
