// What can go wrong: every exception the library throws is one of these.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace averment {

/// Base of all errors. what() says what was tried, on what, why it failed and what to do next.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A file or folder cannot be read or written, or an option's value makes no sense.
class InputError : public Error {
 public:
  using Error::Error;
};

/// The index cannot be used.
class IndexError : public Error {
 public:
  enum class Reason {
    missing,        ///< There is no index at that place.
    locked,         ///< Another writer holds it.
    damaged,        ///< Its files contradict themselves.
    other_version,  ///< It was written under another schema version: index the reports again.
    changing,       ///< A writer commits faster than a reader can follow: try again.
    failed          ///< Reading or writing failed: full disk, rights.
  };
  IndexError(Reason reason, const std::string& what) : Error(what), reason_(reason) {}
  Reason reason() const { return reason_; }

 private:
  Reason reason_;
};

/// A question took longer than it may.
class TimeLimitError : public Error {
 public:
  using Error::Error;
};

/// The query cannot be understood.
class QueryError : public Error {
 public:
  QueryError(std::size_t position, const std::string& what) : Error(what), position_(position) {}
  std::size_t position() const { return position_; }  ///< Where, in bytes from the query's start.

 private:
  std::size_t position_;
};

}  // namespace averment
