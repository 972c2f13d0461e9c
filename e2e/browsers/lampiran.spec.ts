import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sidewaysPhoto } from '@/e2e/berkas/gambar'
import { mp3 } from '@/e2e/berkas/suara'
import { expect } from '@/e2e/fixtures'
import { uploaded } from '@/e2e/unggah'
import { test as base } from './fixtures'
import { enter, pesanFor, seesRow, write } from './percakapan'
import { KEYS } from './window'

const test = base.extend<{ photoFile: string }>({
  /** Where a browser finds it that runs as somebody else. */
  photoFile: async ({ url: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sapa-foto-'))
    chmodSync(folder, 0o755)
    const file = join(folder, 'ruam.jpg')
    writeFileSync(file, await sidewaysPhoto(1200, 800))
    await use(file)
    rmSync(folder, { recursive: true })
  },
})

test('a photo goes out upright, is seen, opens in the viewer, and Escape closes that', async ({ seen, clinic, photoFile }) => {
  const k = await clinic.active()
  await enter(seen, k, k.pasien)
  await seen.choose(photoFile)
  await seen.has('button', 'Lepas ruam.jpg')
  // Enter does nothing while a photo is being made smaller.
  await expect.poll(() => seen.run<string>('return document.body.innerText')).not.toContain('Menyiapkan…')
  await write(seen, 'Ruamnya seperti ini')
  await seesRow(seen, 'Ruamnya seperti ini', 'Terkirim')
  expect(await pesanFor(k.dokter, k)).toMatchObject([
    { tipe_pesan: 'image', pesan: 'Ruamnya seperti ini', lampiran: { tipe: 'image', lebar: 800, tinggi: 1200 } },
  ])
  await seen.reload()
  await expect
    .poll(() => seen.run(`const shown = document.querySelector('[role=log] img'); return shown?.naturalHeight > shown?.naturalWidth`))
    .toBe(true)
  await seen.click('img', /^Foto dari/)
  await seen.has('dialog', /^Foto dari/)
  await seen.press(KEYS.escape)
  await seen.hasNo('dialog', /^Foto dari/)
})

test('a recording of the other side plays', async ({ seen, clinic }) => {
  const k = await clinic.active()
  const suara = await uploaded(k.dokter, k, { bytes: mp3(20), nama: 'suara.mp3', type: 'audio/mpeg' })
  await clinic.send(k.dokter, k, '', { tipe_pesan: 'audio', lampiran_id: suara.id })
  await enter(seen, k, k.pasien)
  await seen.click('button', `Putar pesan suara dari ${k.dokter.nama}`)
  await seen.has('button', `Jeda pesan suara dari ${k.dokter.nama}`)
  await expect.poll(() => seen.run<number>(`return document.querySelector('audio').currentTime`)).toBeGreaterThan(0.2)
  await seen.click('button', `Jeda pesan suara dari ${k.dokter.nama}`)
  await seen.has('button', `Putar pesan suara dari ${k.dokter.nama}`)
})
