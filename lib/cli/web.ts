import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { log } from '@/lib/log'
import { backOff } from './back-off'
import { portError, root } from './bootstrap.mjs'
import { StartError } from './start-error.mjs'

export type Web = { stop(): Promise<void> }

type Message = { type: 'listening' } | { type: 'failed'; code: string }

/**
 * Starts the web server as a child and keeps it running. Resolves when it listens.
 * @param env the whole environment of the child
 */
export async function startWeb(env: NodeJS.ProcessEnv): Promise<Web> {
  let child = spawnServer(env)
  let stopping = false
  const wait = backOff()

  const watch = () =>
    child.once('exit', async (exitCode, signal) => {
      if (stopping) return
      log.error('The web server ended and is started again', { service: 'web', exitCode, signal })
      await delay(wait.next())
      if (stopping) return
      child = spawnServer(env)
      watch()
    })

  await listening(child, env)
  watch()
  return {
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5800)
      await once(child, 'exit')
      clearTimeout(late)
    },
  }
}

function spawnServer(env: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(root, 'lib/cli/server.mjs'), [], { cwd: root, env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

function listening(child: ChildProcess, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new StartError('The web server ended while starting.'))
    child.once('exit', ended)
    child.on('message', (message: Message) => {
      if (message.type === 'failed') reject(portError('PORT', env.HOST ?? '', Number(env.PORT), message.code))
      if (message.type !== 'listening') return
      child.off('exit', ended)
      resolve()
    })
  })
}
