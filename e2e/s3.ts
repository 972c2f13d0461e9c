import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { findFreePort } from './app'

/** A store that speaks S3, on this machine, in a process that can go silent or away. */
export interface S3 {
  /** What the system under test is told of it. */
  readonly settings: Readonly<Record<string, string>>
  /** The keys that it holds. */
  readonly keys: () => string[]
  /** Takes what is said and never answers. */
  readonly silence: () => void
  readonly goOn: () => void
  /** Goes away; what it holds stays. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly dispose: () => Promise<void>
}

const BUCKET = 'klinik'

export async function startS3(): Promise<S3> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-s3-'))
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  let server: ChildProcess
  const start = async () => {
    const options = ['-d', folder, '-a', '127.0.0.1', '-p', String(port), '--silent', '--configure-bucket', BUCKET]
    server = spawn(process.execPath, ['node_modules/s3rver/bin/s3rver.js', ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
    await expect
      .poll(() =>
        fetch(address).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
  }
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  await start()
  return {
    settings: {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: address,
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    keys: () => {
      const kept = join(folder, BUCKET, 'lampiran')
      return existsSync(kept) ? readdirSync(kept).flatMap((name) => /^(.+)\._S3rver_object$/.exec(name)?.[1] ?? []) : []
    },
    silence: () => server.kill('SIGSTOP'),
    goOn: () => server.kill('SIGCONT'),
    start,
    stop,
    dispose: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
