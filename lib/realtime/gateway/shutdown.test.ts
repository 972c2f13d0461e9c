import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { next, openGateway, openListener, openPublisher, openSocket } from './fixtures'

test('a client reconnects and listens again by itself after the gateway was restarted', async () => {
  // After a refused connection pusher-js waits for 15 s before it tries again; this clock can jump over them.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const before = await openGateway()
  const { client, channel, heard } = await openListener(before, 'private-a')
  const first = client.connection.socket_id

  await before.close()
  const after = await openGateway({ port: before.port })
  const again = next(channel, 'pusher:subscription_succeeded')
  await vi.advanceTimersByTimeAsync(15_000)
  await again
  await openPublisher(after).trigger('private-a', 'Again', {})

  await vi.waitFor(() => expect(heard).toEqual([['Again', {}]]))
  expect(client.connection.socket_id).not.toBe(first)
})

test('closing tells everybody to reconnect elsewhere', async () => {
  const gateway = await openGateway()
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  await gateway.close()

  expect(await raw.closed).toMatchObject({ code: 4200 })
})

test('closing takes less than two seconds, whoever does not answer', async () => {
  const gateway = await openGateway({ timeouts: { closing: 60 } })
  const silent = openSocket(gateway)
  await vi.waitFor(() => expect(silent.messages).toHaveLength(1))
  silent.socket.pause()
  const stalled = connect(gateway.port, '127.0.0.1', () => stalled.write('POST /apps/4711/events HTTP/1.1\r\n'))
  stalled.on('error', () => {})
  onTestFinished(() => void stalled.destroy())
  await once(stalled, 'connect')
  const start = performance.now()

  await Promise.all([gateway.close(), gateway.close()])

  expect(performance.now() - start).toBeLessThan(2000)
})

test('nothing is left after closing that would keep the process alive', async () => {
  const script = `
    import WebSocket from 'ws'
    import { startGateway } from './lib/realtime/gateway/gateway.ts'
    const gateway = await startGateway({ host: '127.0.0.1', port: 0, appId: '1', key: 'k', secret: 's' })
    const sockets = ['/app/k?protocol=7', '/app/x?protocol=7'].map((path) => new WebSocket('ws://127.0.0.1:' + gateway.port + path))
    const all = (event) => Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once(event, resolve))))
    await all('message')
    await Promise.all([all('close'), gateway.close()])
    await new Promise(setImmediate)
    console.log('timers: ' + process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length)
    process.once('beforeExit', () => console.log('left: ' + process.getActiveResourcesInfo().join()))
  `

  const ended = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { timeout: 60_000 })

  expect(ended.stdout).toMatch(/^timers: 0\nleft: (PipeWrap,?)*\n$/)
}, 70_000)
