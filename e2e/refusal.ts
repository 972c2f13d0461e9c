import { expect } from '@playwright/test'
import { REFUSALS, type RefusalCode } from '@/lib/domain/refusal'
import type { Reply } from './client'

/** What was refused, in a form that a failed test shows well. */
const told = ({ status, body }: Reply) => ({
  status,
  code: body?.code,
  fields: body?.errors && Object.keys(body.errors).sort(),
})

/**
 * This answer refuses with this code, and names exactly these fields; and like every refusal it is a whole error envelope with the
 * request's id, and tells nothing of the cause.
 */
export function expectRefusal(reply: Reply, code: RefusalCode, fields?: string[]): void {
  expect(told(reply), reply.text).toEqual({ status: REFUSALS[code].status, code, fields: fields && [...fields].sort() })
  const names = [
    'success',
    'code',
    'message',
    'request_id',
    ...(code === 'validation_failed' ? ['errors'] : []),
    ...(code === 'tanda_bahaya' ? ['tanda'] : []),
  ]
  expect(Object.keys(reply.body).sort()).toEqual(names.sort())
  expect(reply.body.success).toBe(false)
  expect(reply.body.message).toMatch(/\S/)
  expect(reply.headers.get('x-request-id')).toBe(reply.body.request_id)
  expect(reply.headers.get('cache-control')).toBe('private, no-store')
  expect(reply.text).not.toMatch(/prisma|postgres|select |undefined|at .*\.(ts|js):\d/i)
}

/** This answer is a success; gives its data. */
export function expectSuccess<Data>(reply: Reply<Data>, status = 200): Data {
  expect({ status: reply.status, success: reply.body?.success }, reply.text).toEqual({ status, success: true })
  return reply.body.data
}
