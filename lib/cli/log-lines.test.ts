import { readdirSync, readFileSync } from 'node:fs'
import { register } from 'prom-client'
import { expect, test } from 'vitest'
import { lines } from './log-lines.mjs'

test('lines that warn or tell of a failure are counted by what they say, others are not', async () => {
  lines.info('baik')
  lines.warn({ count: 2 }, 'goyah')
  lines.error({}, 'gagal')
  const told = await register.getSingleMetricAsString('sapa_log_lines_total')
  expect(told).toContain('sapa_log_lines_total{level="warn",msg="goyah"} 1')
  expect(told).toContain('sapa_log_lines_total{level="error",msg="gagal"} 1')
  expect(told).not.toContain('baik')
})

test('each line that alerts.yml asks for is one that is written', () => {
  const asked = [...readFileSync('lib/deploy/alerts.yml', 'utf8').matchAll(/msg=~?"([^"]+)"/g)].flatMap(([, msg = '']) =>
    msg.replace('.*', '').split('|'),
  )
  expect(asked.length).toBeGreaterThan(1)
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|mjs)$/.test(name) && !name.includes('.test.'),
  )
  const written = sources.map((name) => readFileSync(`lib/${name}`, 'utf8')).join('\n')
  expect(asked.filter((msg) => !written.includes(msg))).toEqual([])
})
