import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SURAT_DISIMPAN_MS, sweepSurat } from './mail'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sapa-surat-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const NOW = Date.UTC(2026, 10, 29)

function letter(name: string, age: number) {
  writeFileSync(join(folder, name), 'To: ani@uji.test')
  utimesSync(join(folder, name), (NOW - age) / 1000, (NOW - age) / 1000)
}

test('letters that were written to files go after a week, half written ones too, and nothing else does', async () => {
  letter('2026-11-20T08-00-00-000Z-0a1b2c3d.eml', SURAT_DISIMPAN_MS)
  letter('.2026-11-20T08-00-00-000Z-0a1b2c3e', SURAT_DISIMPAN_MS + 1)
  letter('2026-11-28T08-00-00-000Z-0a1b2c3f.eml', SURAT_DISIMPAN_MS - 1)
  letter('catatan.txt', 10 * SURAT_DISIMPAN_MS)
  expect(await sweepSurat(folder, NOW)).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['2026-11-28T08-00-00-000Z-0a1b2c3f.eml', 'catatan.txt'])
})

test('where no letter was ever written to a file there is nothing to sweep', async () => {
  expect(await sweepSurat(join(folder, 'tidak-ada'), NOW)).toBe(0)
})
