import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { startApp } from '@/e2e/app'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { underLoad } from './under-load'

/** One answer in so many is thrown away after the server has given it. */
const ONE_IN = 5

/** Answers that are lost on the way back, after the commit: the sender knows nothing and sends again. */
export async function lostAnswers({ pesan, isSown }: Plan): Promise<Outcome> {
  const app = await startApp({ RATE_LIMIT: 'off' })
  const way = await openLossyWay(app.port)
  try {
    const outcome = await underLoad(
      way.url,
      { sow: isSown && ((k) => sow('lost-answers', app.databaseUrl, k)) },
      async ({ strike, acknowledged }) => {
        way.lose()
        while (acknowledged() < Math.min(pesan, 5000)) await strike(() => undefined)
        way.mend()
      },
    )
    return { ...outcome, faults: way.lost(), recovery: [], seen: `one answer in ${ONE_IN} lost` }
  } finally {
    way.close()
    await app.stop()
  }
}

/** Hands bytes on; while it loses, every so manieth piece of an answer ends the connection instead. */
async function openLossyWay(port: number) {
  const sockets = new Set<Socket>()
  let [isLosing, answers, lost] = [false, 0, 0]
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
    near.pipe(far)
    far.on('data', (bytes) => {
      const isLost = isLosing && ++answers % ONE_IN === 0
      if (!isLost) return near.write(bytes)
      lost++
      near.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: () => {
      isLosing = true
    },
    mend: () => {
      isLosing = false
    },
    lost: () => lost,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
