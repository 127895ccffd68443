# Warnings and sanitizers for our own targets.
function(averment_target_settings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 warns of string concatenations that cannot overflow (its bugs 105329 and 105651).
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  endif()
  if(AVERMENT_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${AVERMENT_SANITIZE} -fno-omit-frame-pointer
                                            -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${AVERMENT_SANITIZE})
  endif()
  if(AVERMENT_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)  # Tells libFuzzer which branches an input takes.
  endif()
endfunction()
