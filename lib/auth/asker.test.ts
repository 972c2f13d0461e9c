import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { lines } from '@/lib/cli/log-lines.mjs'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { tellOfRequest } from '@/lib/cli/request-log.mjs'
import { noteAsker } from './asker'

const askers = onePerProcess('askers', () => new Map())

function request(id: string) {
  const response = Object.assign(new EventEmitter(), { writableFinished: true, statusCode: 200 })
  tellOfRequest({ method: 'POST', url: '/x' } as IncomingMessage, response as unknown as ServerResponse, id, () => '/x')
  return response
}

test('the log says who asked, and nobody is remembered after the answer', () => {
  const told = vi.spyOn(lines, 'info').mockReturnValue(undefined)
  const response = request('satu')
  noteAsker('satu', 'seseorang')
  response.emit('close')
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'satu', penggunaId: 'seseorang' }), 'request')
  expect(askers.size).toBe(0)
})

test('whoever asks and goes away before we know them is not remembered for ever', () => {
  vi.spyOn(lines, 'info').mockReturnValue(undefined)
  request('dua').emit('close')
  noteAsker('dua', 'seseorang')
  expect(askers.size).toBe(0)
})
