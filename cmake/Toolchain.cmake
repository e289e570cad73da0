# Warnings and sanitizers as two interface targets, so that nothing is set globally for third-party code.
option(HANDOVER_TESTS "Build the tests" ON)
option(HANDOVER_BENCHMARKS "Build the benchmarks" OFF)
option(HANDOVER_FUZZ "Build the fuzz targets (clang only)" OFF)
set(HANDOVER_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined or thread")
set(HANDOVER_TIDY "" CACHE FILEPATH "clang-tidy program to run on every compiled file")

add_library(handover_flags INTERFACE)
target_compile_options(handover_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wswitch-enum -Wmissing-declarations -Wcast-align -Wunused -Wformat=2 -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 raises both falsely inside std::variant and std::string once it optimises; clang still warns.
  target_compile_options(handover_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()

if(HANDOVER_SANITIZE)
  target_compile_options(handover_flags INTERFACE -fsanitize=${HANDOVER_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(handover_flags INTERFACE -fsanitize=${HANDOVER_SANITIZE})
  if(HANDOVER_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # std::atomic_thread_fence inside Boost headers; the fences are not relied upon by this project.
    target_compile_options(handover_flags INTERFACE -Wno-tsan)
  endif()
endif()

find_program(HANDOVER_CCACHE ccache)
if(HANDOVER_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${HANDOVER_CCACHE})
endif()
find_program(HANDOVER_MOLD mold)
if(HANDOVER_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
if(HANDOVER_TIDY)
  set(CMAKE_CXX_CLANG_TIDY ${HANDOVER_TIDY})
endif()
