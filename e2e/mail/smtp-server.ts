import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface SmtpServer {
  /** For SMTP_URL. */
  readonly url: string
  /** Where what arrived lies, one `.eml` for each mail. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Where, within its folder, what the server had no time for lies. */
export const REFUSED = 'ditolak'

/**
 * A mail server for tests (RFC 5321, the part that a sender needs). To anybody whose address begins with `lelah-` it refuses the first letter
 * of each subject, when it has read all of it: 451, try again.
 */
export async function startSmtpServer(): Promise<SmtpServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-smtp-'))
  mkdirSync(join(folder, REFUSED))
  const refused = new Set<string>()
  let count = 0
  /** @returns whether it was taken */
  const take = (mail: string) => {
    const letter = mail.match(/^(To|Subject): .*$/gim)?.join() ?? ''
    const isTired = letter.includes('lelah-') && !refused.has(letter)
    if (isTired) refused.add(letter)
    writeFileSync(join(folder, isTired ? REFUSED : '', `${++count}.eml`), mail)
    return !isTired
  }
  const server = createServer((socket) => converse(socket, take))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    folder,
    async stop() {
      server.close()
      await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function converse(socket: Socket, take: (mail: string) => boolean) {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let mail: string[] | null = null
  say('220 uji.test')
  socket.on('error', () => undefined)
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (mail && line !== '.') return mail.push(line.replace(/^\.\./, '.'))
    if (mail) {
      const taken = take(mail.join('\r\n'))
      mail = null
      return say(taken ? '250 kept' : '451 later')
    }
    if (/^DATA$/i.test(line)) {
      mail = []
      return say('354 go on')
    }
    if (/^QUIT$/i.test(line)) return socket.end('221 bye\r\n')
    return say('250 ok')
  })
}
