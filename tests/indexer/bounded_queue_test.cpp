#include "indexer/bounded_queue.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace averment {
namespace {

TEST(BoundedQueueTest, ItNeverHoldsMoreThanItsLimitAndKeepsTheOrder) {
  BoundedQueue<int> queue(100);
  std::atomic<int> held = 0, most = 0;
  std::jthread writer([&] {
    for (int i = 0; i < 1000; ++i) {
      queue.push(i, 30);
      most = std::max<int>(most, ++held);
    }
    queue.close();
  });
  std::vector<int> taken;
  while (const std::optional<int> item = queue.pop()) {
    --held;
    taken.push_back(*item);
  }
  ASSERT_EQ(taken.size(), 1000u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], i);
  EXPECT_LE(most, 4);  // three, and the one that the reader has in hand
}

/// Whether a push to the full queue still waits when four of its ten items are taken.
bool waits_for_half_of_the_room() {
  BoundedQueue<int> queue(100);
  for (int i = 0; i < 10; ++i) queue.push(i, 10);
  std::atomic<bool> begun = false, pushed = false;
  std::jthread writer([&] {
    begun = true;
    queue.push(10, 10);
    pushed = true;
  });
  while (!begun) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  for (int taken = 0; taken < 4; ++taken) queue.pop();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const bool waits = !pushed;
  queue.pop();
  writer.join();  // half is free: it goes on
  return waits;
}

TEST(BoundedQueueTest, WhoeverWaitsForRoomDoesSoUntilHalfOfItIsFree) {
  // On a busy machine it may come so late that it need not wait at all.
  bool waits = false;
  for (int round = 0; round < 20 && !waits; ++round) waits = waits_for_half_of_the_room();
  EXPECT_TRUE(waits);
}

TEST(BoundedQueueTest, AnItemAboveTheLimitIsTakenAlone) {
  BoundedQueue<int> queue(100);
  EXPECT_TRUE(queue.push(1, 1000));
  std::jthread writer([&] { queue.push(2, 1); });
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
}

TEST(BoundedQueueTest, ClosingFreesWhoWaitsAndLeavesWhatIsThere) {
  BoundedQueue<int> queue(10);
  EXPECT_TRUE(queue.push(1, 10));
  std::jthread writer([&] { EXPECT_FALSE(queue.push(2, 10)); });
  queue.close();
  writer.join();
  EXPECT_FALSE(queue.at_end());
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), std::nullopt);
  EXPECT_TRUE(queue.at_end());
}

}  // namespace
}  // namespace averment
