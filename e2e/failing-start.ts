import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `npm start` says and how it ends with these variables and nothing else that decides about it. */
export async function failingStart(settings: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sapa-'))
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production', DATA_DIR: dataDir, ...settings } as const
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
  return { code, said: said.trim() }
}
