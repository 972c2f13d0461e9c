import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/env'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for each try of one letter, so that a mail server can tell that it has it already. */
  readonly id: string
}

/** The mail server did not take it; its answer may quote addresses, of which nothing is kept. */
class MailRefused extends Error {
  override name = 'MailRefused'
  constructor(readonly code: string | number) {
    super('the mail server did not take it')
  }
}

/** Milliseconds for each step with a mail server. */
const SMTP_MS = 10_000

/** Sends a letter: through SMTP_URL, else as a file into `DATA_DIR/mail`. @throws when it is worth another try */
export function sendMail(letter: Letter): Promise<void> {
  const { smtpUrl, lettersHeld } = env()
  return smtpUrl && !lettersHeld ? sendBySmtp(smtpUrl, letter) : keepAsFile(letter)
}

async function sendBySmtp(url: string, letter: Letter): Promise<void> {
  const transport = createTransport({
    url,
    requireTLS: env().smtpNeedsTls,
    connectionTimeout: SMTP_MS,
    greetingTimeout: SMTP_MS,
    socketTimeout: SMTP_MS,
    ...CLOSED,
  })
  try {
    await transport.sendMail(messageOf(letter))
  } catch (error) {
    throw new MailRefused(codeOf(error))
  } finally {
    transport.close()
  }
}

/** Written aside and moved into place: whoever watches the folder never finds half a letter. */
async function keepAsFile(letter: Letter): Promise<void> {
  const folder = join(env().dataDir, 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { message } = await createTransport({ streamTransport: true, buffer: true, ...CLOSED }).sendMail(messageOf(letter))
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`
  const aside = join(folder, `.${name}`)
  await writeFile(aside, message as Buffer, { mode: 0o600 })
  await rename(aside, join(folder, `${name}.eml`))
}

/** Letters lie in their folder for 7 days, in milliseconds: the links in them are dead by then, and what tells who consults whom need not stay. */
export const SURAT_DISIMPAN_MS = 7 * 24 * 60 * 60 * 1000

/** Removes letters that were written to files long ago, also those from before a mail server was named. @returns how many */
export async function sweepSurat(folder = join(env().dataDir, 'mail'), now = Date.now()): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let count = 0
  for (const name of names.filter((name) => LETTER.test(name))) {
    const file = join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs < SURAT_DISIMPAN_MS) continue
    await rm(file, { force: true })
    count += 1
  }
  return count
}

/** What we write there, and what was left when we were ended in the middle of it; an operator's own files are none of ours. */
const LETTER = /^(?:\d{4}-[\dTZ-]+-[0-9a-f]{8}\.eml|\.\d{4}-[\dTZ-]+-[0-9a-f]{8})$/

/** A letter holds what we wrote, and fetches nothing. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true }

const messageOf = ({ to, subject, text, id }: Letter) => ({
  from: env().mailFrom,
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${id}@${new URL(env().nextAuthUrl).hostname}>`,
  // Keeps holiday notices from answering: RFC 3834.
  headers: { 'Auto-Submitted': 'auto-generated' },
})

function codeOf(error: unknown): string | number {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return responseCode ?? code ?? 'unknown'
}
