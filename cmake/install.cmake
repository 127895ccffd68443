# What `cmake --install` puts where: the program with its links, the libraries, headers, CMake and pkg-config files.
include(CMakePackageConfigHelpers)
set(cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/averment)

install(TARGETS averment-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS ${PROJECT_BINARY_DIR}/averment-indexer ${PROJECT_BINARY_DIR}/averment-searcher
        DESTINATION ${CMAKE_INSTALL_BINDIR})

install(TARGETS averment EXPORT averment-static ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT averment-static NAMESPACE averment:: FILE averment-static.cmake DESTINATION ${cmake_dir})
if(AVERMENT_SHARED)
  install(TARGETS averment-shared EXPORT averment-shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT averment-shared NAMESPACE averment:: FILE averment-shared.cmake DESTINATION ${cmake_dir})
endif()

configure_package_config_file(cmake/averment-config.cmake.in ${PROJECT_BINARY_DIR}/averment-config.cmake
                              INSTALL_DESTINATION ${cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/averment-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/averment-config.cmake ${PROJECT_BINARY_DIR}/averment-config-version.cmake
        DESTINATION ${cmake_dir})

configure_file(cmake/averment.pc.in ${PROJECT_BINARY_DIR}/averment.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/averment.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES README.md CHANGELOG.md COPYING DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
