#include "sheets/formats/confinement.hpp"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace kassabro::sheets::formats {

namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define KASSABRO_SANITIZED 1  // their own bookkeeping needs terabytes of addresses, and system calls of all kinds
#endif
#endif

bool limit(__rlimit_resource resource, rlim_t value, rlim_t grace = 0) {
  const rlimit both{.rlim_cur = value, .rlim_max = value + grace};
  return ::setrlimit(resource, &both) == 0;
}

#ifndef KASSABRO_SANITIZED
// Of addresses, not of memory in use: libraries take some 60 MB of them.
constexpr rlim_t address_bytes_max = 384UL * 1024 * 1024;

bool filter_system_calls() {
  // What is not allowed fails with EPERM instead of ending the process: a library may try to read a time zone and go on without.
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  bool well = true;
  for (const int call : {SCMP_SYS(read),         SCMP_SYS(pread64),    SCMP_SYS(write),          SCMP_SYS(lseek),
                         SCMP_SYS(fstat),        SCMP_SYS(newfstatat), SCMP_SYS(close),          SCMP_SYS(dup),
                         SCMP_SYS(fcntl),        SCMP_SYS(brk),        SCMP_SYS(mmap),           SCMP_SYS(munmap),
                         SCMP_SYS(mremap),       SCMP_SYS(mprotect),   SCMP_SYS(madvise),        SCMP_SYS(futex),
                         SCMP_SYS(getrandom),    SCMP_SYS(exit),       SCMP_SYS(exit_group),     SCMP_SYS(rt_sigreturn),
                         SCMP_SYS(getpid),       SCMP_SYS(gettid),     SCMP_SYS(rt_sigprocmask), SCMP_SYS(clock_gettime),
                         SCMP_SYS(rt_sigaction), SCMP_SYS(tgkill)})
    well = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0 && well;
  well = well && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return well;
}
#endif

}  // namespace

bool confine_process(unsigned cpu_seconds) {
  // A reader whose asker has gone has nothing to do.
  bool well = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
  // A second of grace, or the process would end with SIGKILL, which does not tell why.
  well =
      limit(RLIMIT_CPU, cpu_seconds, 1) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 16) && well;
#ifndef KASSABRO_SANITIZED
  well = limit(RLIMIT_AS, address_bytes_max) && filter_system_calls() && well;
#endif
  return well;
}

}  // namespace kassabro::sheets::formats
