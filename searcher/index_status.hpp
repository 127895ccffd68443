// An index in numbers.
#pragma once

#include "averment/answer.hpp"
#include "searcher/index_view.hpp"

namespace averment {

Status status_of(IndexView& index);

}  // namespace averment
