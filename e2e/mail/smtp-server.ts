import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * A mail server for tests (RFC 5321, the part that a sender needs). It has no time for the first mail to anybody whose address begins with
 * `lelah-`: 451, try again.
 */
export async function startSmtpServer(): Promise<SmtpServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-smtp-'))
  const refused = new Set<string>()
  let count = 0
  const keep = (lines: readonly string[]) => writeFileSync(join(folder, `${++count}.eml`), lines.join('\r\n'))
  const server = createServer((socket) => converse(socket, refused, keep))
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

function converse(socket: Socket, refused: Set<string>, keep: (lines: readonly string[]) => void) {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let mail: string[] | null = null
  say('220 uji.test')
  socket.on('error', () => undefined)
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (mail && line !== '.') return mail.push(line.replace(/^\.\./, '.'))
    if (mail) {
      keep(mail)
      mail = null
      return say('250 kept')
    }
    const tired = /^RCPT TO:<(lelah-[^>]+)>/i.exec(line)?.[1]
    if (tired && !refused.has(tired)) {
      refused.add(tired)
      return say('451 later')
    }
    if (/^DATA$/i.test(line)) {
      mail = []
      return say('354 go on')
    }
    if (/^QUIT$/i.test(line)) return socket.end('221 bye\r\n')
    return say('250 ok')
  })
}
