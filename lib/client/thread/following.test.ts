import { expect, test } from 'vitest'
import { createFollowing } from './following'

/** What counts as shown after each of these glances: whether the end is watched, and how far the conversation reaches. */
const shownBy = (...glances: (readonly [isFollowing: boolean, end: number])[]) => {
  const following = createFollowing()
  return glances.map(([isFollowing, end]) => following.glance({ isFollowing, end }))
}

test('what comes while the reader watches the end is shown, however much of it at once', () => {
  expect(shownBy([true, 5], [true, 17], [true, 18])).toEqual([null, [6, 17], [18, 18]])
})

test('what was there when the reader came to the end is not shown by that', () => {
  expect(shownBy([false, 5], [true, 17])).toEqual([null, null])
})

test('what came while the reader was away, or further up, is not shown by coming back', () => {
  expect(shownBy([true, 5], [false, 5], [false, 9], [true, 9], [true, 10])).toEqual([null, null, null, null, [10, 10]])
})

test('what comes in the moment in which the reader goes is not shown', () => {
  expect(shownBy([true, 5], [false, 9], [true, 9])).toEqual([null, null, null])
})
