# Which compiler, and how it is called.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# g++ 12 (Debian 12's default) destroys temporaries of a co_await expression twice (GCC bugs 104031, 105287, 107288): the
# program compiles, runs, and corrupts memory under load. There is no safe subset, so no GCC at all.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR
    "Kassabro needs clang 19 or newer; this is ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}. "
    "g++ 12 miscompiles coroutines (temporaries in co_await expressions are destroyed twice), which corrupts memory. "
    "Use: cmake --preset release   (or script/build, which installs clang-19)")
endif()

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(CCACHE ccache)
if(CCACHE)
  # With a precompiled header ccache must be told that what it defines may be taken from it.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# The same bytes from every checkout (script/reproduce), and hits of ccache across checkouts: assertions and debug info name
# src/..., whether the compiler got a path of this machine or, from ccache, one that is relative to the build folder.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffile-prefix-map=../../= -ffile-prefix-map=../deps/=build/deps/)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -Werror=switch -Werror=return-type -fno-omit-frame-pointer -fstack-protector-strong
  "SHELL:-Xclang -fno-pch-timestamp")
# A search is ten coroutines deep; their frames come from a cache of the thread, which keeps two unless told otherwise.
add_compile_definitions(BOOST_ASIO_RECYCLING_ALLOCATOR_CACHE_SIZE=16)
add_compile_definitions(_GLIBCXX_ASSERTIONS BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_VISIBILITY
  $<$<CONFIG:RelWithDebInfo>:_FORTIFY_SOURCE=2>)

set(KASSABRO_SANITIZE "" CACHE STRING "sanitizers, e.g. address,undefined or thread")
if(KASSABRO_SANITIZE)
  if(NOT KASSABRO_FUZZ)
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -gline-tables-only")  # builds much sooner, and stacks stay as readable
  endif()
  add_compile_options(-fsanitize=${KASSABRO_SANITIZE} -fno-sanitize-recover=all -U_FORTIFY_SOURCE)
  add_link_options(-fsanitize=${KASSABRO_SANITIZE})
endif()
