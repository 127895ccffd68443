# Warnings and sanitizers for our own targets.
function(averment_target_settings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
  if(AVERMENT_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${AVERMENT_SANITIZE} -fno-omit-frame-pointer
                                            -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${AVERMENT_SANITIZE})
  endif()
endfunction()
