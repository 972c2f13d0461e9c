import { describe, expect, test } from 'vitest'
import { ApiError, bodyOf, NetworkError } from './answer'

const received = (status: number, text: string, retryAfter: string | null = null) => ({ status, text, retryAfter })
const HTML = '<!doctype html><title>Portal</title>'
const refusal = (code: string) => JSON.stringify({ success: false, code, message: 'Tidak.', request_id: 'x' })

const thrown = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}

describe('an answer is ours only in our envelope', () => {
  test('a success and a refusal of the API are', () => {
    expect(bodyOf(received(200, '{"success":true,"data":1}'))).toEqual({ success: true, data: 1 })
    expect(bodyOf(received(204, ''))).toBeNull()
    expect(bodyOf(received(304, ''))).toBeNull()
    expect(thrown(() => bodyOf(received(404, refusal('not_found'))))).toMatchObject({ name: 'ApiError', status: 404, code: 'not_found' })
    expect(thrown(() => bodyOf(received(429, refusal('rate_limited'), '7')))).toMatchObject({ name: 'ApiError', retryAfter: 7 })
  })

  test.each<[number, string]>([
    ...[200, 201, 301, 400, 401, 403, 404, 405, 422, 429, 500, 502, 503, 511].map((status): [number, string] => [status, HTML]),
    [200, ''],
    [200, '{}'],
    [200, '{"success":true,"data":{"id":"pes'],
    [200, 'null'],
    [200, refusal('forbidden')],
    [403, '{"code":"forbidden"}'],
    [403, '{"success":false,"errors":[{"code":1000}]}'],
    [404, '{"success":true}'],
    [404, ''],
  ])('%i with %j is no answer', (status, text) => {
    expect(thrown(() => bodyOf(received(status, text)))).toMatchObject({ name: 'NetworkError', reason: 'foreign' })
  })

  test('what is too large for something on the way, and a wish for patience, are told apart', () => {
    expect(thrown(() => bodyOf(received(413, HTML)))).toMatchObject({ reason: 'too_large' })
    expect(thrown(() => bodyOf(received(429, HTML, '12')))).toMatchObject({ reason: 'busy', retryAfter: 12 })
    expect(thrown(() => bodyOf(received(503, HTML, '30')))).toMatchObject({ reason: 'foreign', retryAfter: 30 })
  })

  test('Retry-After may be a date', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString()
    const error = thrown(() => bodyOf(received(429, HTML, inAMinute)))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).not.toBeInstanceOf(ApiError)
    expect((error as NetworkError).retryAfter).toBeGreaterThan(50)
    expect((error as NetworkError).retryAfter).toBeLessThanOrEqual(60)
  })
})
