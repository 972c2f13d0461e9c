import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { browsersWay, faultOfBrowsersWay } from './browsers-way'
import { APP, openGateway } from './gateway/fixtures'

const settings = { ...APP, cluster: '', host: '127.0.0.1', useTls: false, inside: null, embedded: false }

test('a way that leads to the realtime server is well', async () => {
  const { port } = await openGateway()
  expect(await faultOfBrowsersWay({ ...settings, port })).toBeNull()
})

test('one that leads elsewhere, to nobody, or to a server that does not know the key, says which', async () => {
  const gateway = await openGateway()
  expect(await faultOfBrowsersWay({ ...settings, key: 'lain', port: gateway.port })).toMatch(/know our key|closes|answers 4/)
  const server = createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  expect(await faultOfBrowsersWay({ ...settings, port })).toBe('answers 404, and opens no socket')
  expect(await faultOfBrowsersWay({ ...settings, port: 1 })).toBe('cannot be reached (ECONNREFUSED)')
})

test('browsers are sent to the host that is named, else to the cluster of Pusher', () => {
  expect(browsersWay({ ...settings, host: 'klinik.example', port: 443, useTls: true })).toBe('wss://klinik.example:443')
  expect(browsersWay({ ...settings, host: null, cluster: 'ap1', port: 443, useTls: true })).toBe('wss://ws-ap1.pusher.com')
})
