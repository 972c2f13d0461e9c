import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { untilItListens } from './listening'

/** Proxies of Debian, each with the sample of lib/deploy as it stands, but for ports and places. */

interface Proxy {
  readonly sample: string
  readonly program: string
  readonly args: (config: string, folder: string) => readonly string[]
  /** What it is told to read its configuration anew. */
  readonly reload: NodeJS.Signals
  /** Where its line for each request goes, if not to its output. */
  readonly log?: string
}

export const PROXIES = {
  nginx: {
    sample: 'nginx.conf',
    program: '/usr/sbin/nginx',
    args: (config, folder) => ['-c', config, '-g', `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`],
    reload: 'SIGHUP',
    log: 'sapa.log',
  },
  Caddy: {
    sample: 'Caddyfile',
    program: '/usr/bin/caddy',
    args: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
    reload: 'SIGUSR1',
    log: 'sapa.log',
  },
  HAProxy: {
    sample: 'haproxy.cfg',
    program: '/usr/sbin/haproxy',
    args: (config) => ['-W', '-f', config],
    reload: 'SIGUSR2',
  },
} as const satisfies Record<string, Proxy>

export type ProxyName = keyof typeof PROXIES

/** nginx and HAProxy want to be root here, as their packages start them. */
export const hasProxy = (name: ProxyName): boolean => existsSync(PROXIES[name].program) && process.getuid?.() === 0

/** @param port where it listens for https, with a certificate of its own. @param appPort where both instances of the sample are. */
export async function openProxy(name: ProxyName, port: number, appPort: number) {
  const { sample, program, args, reload, log }: Proxy = PROXIES[name]
  const folder = mkdtempSync(join(tmpdir(), 'sapa-proxy-'))
  const config = join(folder, sample)
  certify(folder)
  writeFileSync(
    config,
    readFileSync(join('lib/deploy', sample), 'utf8')
      .replace('listen 443', `listen 127.0.0.1:${port}`)
      .replace('bind :443', `bind 127.0.0.1:${port}`)
      .replace('https://konsultasi.klinik.example {', `{\n\tadmin off\n\tauto_https off\n}\nhttps://127.0.0.1:${port} {`)
      .replaceAll(/127\.0\.0\.1:300[01]/g, `127.0.0.1:${appPort}`)
      .replaceAll('/etc/ssl/sapa', folder)
      .replaceAll(/\/var\/log\/(nginx|caddy)/g, folder),
  )
  const proxy = spawn(program, args(config, folder), { env: { ...process.env, HOME: folder }, stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  proxy.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await untilItListens(port)
  return {
    log: () => (log ? readFileSync(join(folder, log), 'utf8') : said),
    reload: () => proxy.kill(reload),
    close: async () => {
      proxy.kill('SIGTERM')
      await once(proxy, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

/** The files that the samples name: a certificate for this machine, its key, and both in one. */
function certify(folder: string): void {
  const [certificate, key, both] = ['fullchain.pem', 'privkey.pem', 'both.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  writeFileSync(both, readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8'))
}
