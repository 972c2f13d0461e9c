import { readFileSync, statSync } from 'node:fs'
import { StartError } from '@/lib/cli/start-error.mjs'

/** Whose rights PostgreSQL runs with; undefined means our own. */
export type Account = { uid: number; gid: number } | undefined

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged account of the machine: the one that owns the data already,
 * else `postgres`, else `nobody`. No account is created and nobody's permissions change.
 */
export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux')
    throw new StartError('The embedded PostgreSQL runs as root on Linux only: start as an ordinary user, or set DATABASE_URL.')
  const account = ownerOf(dataFolder) ?? accountNamed('postgres') ?? accountNamed('nobody')
  if (!account)
    throw new StartError(
      'The embedded PostgreSQL cannot run as root, and this machine has no user postgres or nobody: start as an ordinary user.',
    )
  return account
}

function ownerOf(folder: string): Account {
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined
}

function accountNamed(name: string): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':').map(Number) ?? []
  return uid && gid ? { uid, gid } : undefined
}
