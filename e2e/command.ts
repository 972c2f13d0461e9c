import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** One of the operator's commands over a data folder, as npm calls it, with nothing of the shell's that decides where it goes. */
export async function runCommand(
  command: 'build' | 'backup' | 'restore' | 'move' | 'check' | 'admin' | 'segel' | 'obat' | 'diagnosa' | 'mail-test',
  args: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production' as const, DATA_DIR: dataDir, ...settings }
  const child = spawn(process.execPath, [`lib/cli/${command}.mjs`, ...args], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'exit')
  return { code, said }
}
