#pragma once

namespace kassabro::sheets::formats {

// From here on this process can do little but read what is open and write to its standard output: no other file, no other
// program, no network; so much memory, so much processor time. False: the system does not allow to be that strict.
bool confine_process(unsigned cpu_seconds);

}  // namespace kassabro::sheets::formats
