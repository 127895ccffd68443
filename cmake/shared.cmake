# The shared library, from the objects of the static one.
if(NOT AVERMENT_SHARED)
  return()
endif()
add_library(averment-shared SHARED $<TARGET_OBJECTS:averment>)
add_library(averment::shared ALIAS averment-shared)
set_target_properties(averment-shared PROPERTIES OUTPUT_NAME averment EXPORT_NAME shared LINKER_LANGUAGE CXX
                      VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
target_include_directories(averment-shared INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                                                     $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(averment-shared INTERFACE cxx_std_20)
# Entries that other folders added stand between marks of their folder.
get_target_property(dependencies averment LINK_LIBRARIES)
list(FILTER dependencies EXCLUDE REGEX "^::@")
target_link_libraries(averment-shared PRIVATE ${dependencies})
if(AVERMENT_SANITIZE)
  target_link_options(averment-shared PUBLIC -fsanitize=${AVERMENT_SANITIZE})
else()
  target_link_options(averment-shared PRIVATE LINKER:--no-undefined)  # Sanitizers leave theirs to the program.
endif()
