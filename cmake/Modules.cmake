# One library per folder. What a folder may see is exactly what it links, so purity is a link-time fact.
#
#   handover_module(NAME [DEPS module...] [PUBLIC_LIBS lib...] [LIBS lib...])
#       every *.cpp of the current folder except main.cpp; LIBS stay private to the folder.
#   handover_program(NAME DEPS module... [LIBS lib...])
#       main.cpp of the current folder.
#   handover_tests(FOLDER DEPS module... [LIBS lib...] [LABEL label])
#       every *_test.cpp of tests/FOLDER as one test program; FOLDER mirrors the tree.

include(GoogleTest)

function(handover_module name)
  cmake_parse_arguments(arg "" "" "DEPS;PUBLIC_LIBS;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "main\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC ${arg_DEPS} ${arg_PUBLIC_LIBS} PRIVATE ${arg_LIBS} handover_flags)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_DEPS} ${arg_PUBLIC_LIBS})
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

function(handover_program name)
  cmake_parse_arguments(arg "" "" "DEPS;LIBS" ${ARGN})
  if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
    return()
  endif()
  add_executable(${name} main.cpp)
  target_link_libraries(${name} PRIVATE ${arg_DEPS} ${arg_LIBS} handover_flags)
endfunction()

function(handover_tests folder)
  cmake_parse_arguments(arg "" "LABEL" "DEPS;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*_test.cpp
    ${CMAKE_SOURCE_DIR}/tests/${folder}/*_testing.cpp)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" name ${folder})
  string(REPLACE "-" "_" name ${name})
  add_executable(${name}_test ${sources})
  target_link_libraries(${name}_test PRIVATE ${arg_DEPS} ${arg_LIBS} handover_flags GTest::gmock GTest::gtest_main)
  target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${name}_test PRIVATE HANDOVER_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    HANDOVER_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  gtest_discover_tests(${name}_test TEST_PREFIX "${folder}/" PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300
    DISCOVERY_TIMEOUT 60)
endfunction()
