// A queue between threads that never holds more than so many bytes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace averment {

template <typename Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t limit) : limit_(limit) {}

  /// Waits for room; an item above the limit is taken when the queue is empty. False: the queue is closed.
  /// Whoever has to wait does so until half of the queue is free: else the threads would wake each other for each item.
  bool push(Item item, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    const auto has_room = [&] { return closed_ || items_.empty() || bytes_ + bytes <= limit_; };
    if (!has_room()) emptied_.wait(lock, [&] { return has_room() && is_half_empty(); });
    if (closed_) return false;
    items_.emplace_back(std::move(item), bytes);
    bytes_ += bytes;
    filled_.notify_one();
    return true;
  }

  /// Waits for an item. Empty: the queue is closed and all is taken.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return closed_ || !items_.empty(); });
    return take();
  }

  /// Empty: nothing is there now.
  std::optional<Item> try_pop() {
    const std::lock_guard lock(mutex_);
    return take();
  }

  /// Nothing more comes: push gives up, pop ends.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    filled_.notify_all();
    emptied_.notify_all();
  }
  void clear() {
    const std::lock_guard lock(mutex_);
    items_.clear();
    bytes_ = 0;
    emptied_.notify_all();
  }
  bool at_end() {
    const std::lock_guard lock(mutex_);
    return closed_ && items_.empty();
  }

 private:
  bool is_half_empty() const { return closed_ || bytes_ <= limit_ / 2; }

  std::optional<Item> take() {
    if (items_.empty()) return {};
    std::optional<Item> item(std::move(items_.front().first));
    bytes_ -= items_.front().second;
    items_.pop_front();
    if (is_half_empty()) emptied_.notify_all();
    return item;
  }

  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable filled_, emptied_;
  std::deque<std::pair<Item, std::size_t>> items_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace averment
