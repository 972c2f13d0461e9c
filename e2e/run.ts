import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildApp, generateClient } from '@/lib/cli/artifacts'
import { runNode } from '@/lib/cli/child'
import { type App, startApp } from './app'
import { missingBrowsers } from './browsers/installed'
import { startSmtpServer } from './mail/smtp-server'
import { METRICS_TOKEN } from './metrics-token'
import { startPushService } from './push/service'

/**
 * `npm test`: lint, types, unused code, the tests of single parts, then those over HTTP and in browsers against two systems as `npm start`
 * runs them, one with realtime and one without. Each is run even where another failed; the last line counts them all.
 * `npm test -- e2e/api/booking.spec.ts` runs only what Playwright finds by that name.
 */
export async function main(args: string[]): Promise<void> {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  await generateClient()
  const checks = args.length === 0 ? await checkAll() : []
  const { passed, failed } = sum([...checks, await testSystem(args)])
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

/** Builds meanwhile: none of them keeps two cores busy. Why a build failed is told when the tests of the system want it. */
async function checkAll(): Promise<Count[]> {
  const building = buildApp().catch(() => undefined)
  const counts = await Promise.all([checkSources(), testParts()])
  await building
  return counts.flat()
}

interface Count {
  readonly passed: number
  readonly failed: number
}

const RESULTS = '.test-results'

const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((all, { passed }) => all + passed, 0),
  failed: counts.reduce((all, { failed }) => all + failed, 0),
})

async function checkSources(): Promise<Count[]> {
  return [
    await check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
    await check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    await check('unused code', ['node_modules/knip/bin/knip.js']),
  ]
}

/** A tool that is content or not counts as one test. What it says is told if it is not: other tests talk meanwhile. */
async function check(name: string, command: string[]): Promise<Count> {
  const { code, output } = await step(name, command, { quiet: true })
  if (code !== 0) process.stdout.write(output)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function testParts(): Promise<Count> {
  const results = `${RESULTS}/parts.json`
  const { code } = await step('tests of single parts', [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
  ])
  return counted(code, () => {
    const { numPassedTests, numFailedTests } = readJson<{ numPassedTests: number; numFailedTests: number }>(results)
    return { passed: numPassedTests, failed: numFailedTests }
  })
}

async function testSystem(args: string[]): Promise<Count> {
  await buildApp()
  const [push, smtp] = [await startPushService(), await startSmtpServer()]
  const live = await startApp({ PUSH_TEST_ORIGIN: push.url, METRICS_TOKEN })
  try {
    const polling = await startApp({ REALTIME: 'off', PUSH_TEST_ORIGIN: push.url, SMTP_URL: smtp.url })
    try {
      return await testAgainst(live, polling, { SAPA_PUSH_URL: push.url, SAPA_SMTP: smtp.folder }, args)
    } finally {
      await polling.stop()
    }
  } finally {
    await live.stop()
    await Promise.all([push.stop(), smtp.stop()])
  }
}

async function testAgainst(live: App, polling: App, servers: Record<string, string>, args: string[]): Promise<Count> {
  const results = `${RESULTS}/system.json`
  const env = {
    SAPA_URL: live.url,
    SAPA_POLLING_URL: polling.url,
    SAPA_DATABASE_URL: live.databaseUrl,
    SAPA_MAIL: join(live.dataDir, 'mail'),
    SAPA_LOG: live.logFile,
    SAPA_POLLING_LOG: polling.logFile,
    ...servers,
    PLAYWRIGHT_JSON_OUTPUT_NAME: results,
  }
  const workers = `--workers=${Math.max(3, Math.floor(availableParallelism() / 2))}`
  const missing = [
    ...missingBrowsers(),
    ...['/usr/sbin/pgbouncer', '/usr/sbin/nginx', '/usr/bin/caddy', '/usr/sbin/haproxy'].filter((program) => !existsSync(program)),
  ]
  if (missing.length > 0)
    process.stdout.write(`\nNot on this machine, so without their tests: ${missing.join(', ')} (.ci/run installs them)\n`)
  const runner = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json', workers, ...args]
  const { code } = await step('tests of the system', runner, { env })
  return counted(code, () => {
    const { stats } = readJson<{ stats: { expected: number; unexpected: number; flaky: number } }>(results)
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  })
}

/** A runner that failed without naming a failed test has failed all the same, and so has one that ran none. */
function counted(code: number | null, read: () => Count): Count {
  try {
    const count = read()
    const isSilent = count.failed === 0 && (code !== 0 || count.passed === 0)
    return isSilent ? { ...count, failed: 1 } : count
  } catch {
    return { passed: 0, failed: 1 }
  }
}

async function step(name: string, command: string[], options: Parameters<typeof runNode>[1] = {}) {
  process.stdout.write(`\n== ${name}\n`)
  const started = performance.now()
  const finished = await runNode(command, options)
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(`== ${name}: ${finished.code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`)
  return finished
}

const readJson = <Shape>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Shape
