import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What a process writes to both of its outputs, as lines of the log. */
function linesOf(work: string): Record<string, unknown>[] {
  const program = `import { speakInLines } from './lib/cli/framework-lines.mjs'; speakInLines(); ${work}`
  const said = execFileSync('/bin/sh', ['-c', 'exec "$0" --input-type=module -e "$1" 2>&1', process.execPath, program], {
    encoding: 'utf8',
  })
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a warning of Node.js is one line that warns, without its text', () => {
  const told = linesOf("process.emitWarning('isi\\nrahasia', 'UjiWarning')")
  expect(told).toMatchObject([{ level: 'warn', msg: 'Node.js warned', error: 'UjiWarning' }])
  expect(JSON.stringify(told)).not.toContain('rahasia')
})

test('what a package says is one line without its text', () => {
  expect(linesOf("console.error('isi rahasia', new TypeError('rahasia'))")).toMatchObject([
    { level: 'error', msg: 'the framework failed', error: 'TypeError' },
  ])
})

test('of an error its code is told, where that is one word', () => {
  const fail = (code: string) => linesOf(`console.error(Object.assign(new Error('rahasia'), { digest: 'unavailable', code: '${code}' }))`)
  expect(fail('ECONNREFUSED')).toMatchObject([{ errorCode: 'unavailable', reason: 'ECONNREFUSED' }])
  expect(JSON.stringify(fail('isi rahasia'))).not.toContain('rahasia')
})
