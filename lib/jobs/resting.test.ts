import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { postPublicly } from './public-request'
import { unlessResting } from './resting'

const REST_MS = 300

/** A server that takes what is said; it answers from the moment that the test says so. */
async function openHole() {
  const hole = { asked: 0, answers: false }
  const server = createServer((socket) => {
    hole.asked += 1
    socket.on('error', () => undefined).resume()
    if (hole.answers) socket.end('HTTP/1.1 201 Created\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const push = () =>
    unlessResting(
      origin,
      () => postPublicly(`${origin}/x`, { headers: {}, body: Buffer.from('x'), except: origin, patienceMs: 100 }),
      REST_MS,
    )
  return { hole, push }
}

test('who did not answer is left alone for a while, then asked by one alone, and by all as soon as it answers', async () => {
  const { hole, push } = await openHole()
  await expect(push()).rejects.toMatchObject({ code: 'NO_ANSWER' })
  await expect(push()).rejects.toMatchObject({ code: 'RESTING' })
  expect(hole.asked).toBe(1)

  const codesOfThree = async () =>
    (await Promise.allSettled([push(), push(), push()])).map((one) => one.status === 'rejected' && one.reason.code)
  await vi.waitFor(async () => expect(await codesOfThree()).toEqual(['NO_ANSWER', 'RESTING', 'RESTING']))
  expect(hole.asked).toBe(2)

  hole.answers = true
  await vi.waitFor(async () => expect(await push()).toBe(201))
  expect(await Promise.all([push(), push()])).toEqual([201, 201])
})

test('one origin that rests holds up no other, and a refusal is an answer', async () => {
  const [dead, well] = [await openHole(), await openHole()]
  well.hole.answers = true
  await expect(dead.push()).rejects.toMatchObject({ code: 'NO_ANSWER' })
  expect(await well.push()).toBe(201)

  const refuse = () => Promise.reject(new Error('ECONNREFUSED'))
  for (const _ of [1, 2]) await expect(unlessResting('https://push.example.com', refuse)).rejects.toThrow('ECONNREFUSED')
})
