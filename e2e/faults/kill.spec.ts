import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postmasterOf, startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { uploaded } from '@/e2e/unggah'
import { judge, type Line, refusedIn } from './journal'
import { check, isGone, startLoad } from './load'

/** Senders for each of the two people. */
const SENDERS = 4

test('what was acknowledged is there, once, after the web server and PostgreSQL were killed under load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  const journal = join(folder, 'jurnal')
  const app = await startApp()
  let load: ReturnType<typeof startLoad> | undefined
  try {
    const clinic = new Clinic(new Client(app.url))
    const k = await clinic.active()
    const driven = { id: k.id, tokens: [k.pasien.token, k.dokter.token].flatMap((token) => Array<string>(SENDERS).fill(token)) }
    load = startLoad(app.url, driven, journal)
    const { acknowledged, inFlight, stop } = load
    const grows = async (from: number) => expect.poll(acknowledged, { timeout: 30_000 }).toBeGreaterThan(from)
    await grows(100)

    for (const pid of [app.webPid, postmasterOf(app)]) {
      const before = acknowledged()
      process.kill(pid, 'SIGKILL')
      expect(inFlight(), 'sends under way when it was killed').toBeGreaterThan(0)
      await expect.poll(() => isGone(pid)).toBe(true)
      // Those that were answered before the blow are not what shows that it came back.
      await grows(before + 2 * driven.tokens.length)
    }
    await stop()

    const verdict = await check(app.url, driven, journal)
    process.stdout.write(`\n2 kills (web, PostgreSQL): ${JSON.stringify(verdict)}\n`)
    expect(verdict).toMatchObject({ lost: 0, duplicated: 0, unexpected: 0, gaps: 0 })

    // The checker itself: one acknowledged that is not there, one that has another file, and one there that the journal does not know.
    const note = (...lines: Line[]) => appendFileSync(journal, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const absent = randomUUID()
    note({ was: 'sent', client_id: absent, pesan: 'Hilang' }, { was: 'acknowledged', client_id: absent, urutan: 1 })
    const lampiran_id = (await uploaded(k.pasien, k, { bytes: pdf() })).id
    const { client_id, urutan } = await clinic.send(k.pasien, k, 'Hasil lab', { lampiran_id })
    note(
      { was: 'sent', client_id: client_id ?? '', pesan: 'Hasil lab', sha256: 'lain' },
      { was: 'acknowledged', client_id: client_id ?? '', urutan },
    )
    await clinic.send(k.pasien, k, 'Tidak pernah ditulis penggerak')
    expect(await check(app.url, driven, journal)).toMatchObject({ lost: 2, unexpected: 1 })
  } finally {
    load?.kill()
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the checker sees what was lost, changed, doubled, invented or left out', () => {
  const found = [1, 2, 3].map((urutan) => ({ client_id: `id ${urutan}`, pesan: `Pesan ${urutan}`, urutan }))
  const journal = found.flatMap(({ client_id, pesan, urutan }): Line[] => [
    { was: 'sent', client_id, pesan },
    { was: 'acknowledged', client_id, urutan },
  ])
  const [one, two, three] = found as [(typeof found)[0], (typeof found)[0], (typeof found)[0]]
  const clean = { sent: 3, acknowledged: 3, lost: 0, duplicated: 0, unexpected: 0, gaps: 0 }
  expect(judge(journal, found)).toEqual(clean)
  expect(judge(journal, [one, two])).toEqual({ ...clean, lost: 1 })
  expect(judge(journal, [one, { ...two, pesan: 'Lain' }, three])).toEqual({ ...clean, lost: 1 })
  expect(judge(journal, [one, { ...two, sha256: 'berkas' }, three])).toEqual({ ...clean, lost: 1 })
  expect(judge(journal, [...found, { ...three, urutan: 4 }])).toEqual({ ...clean, duplicated: 1 })
  expect(judge(journal, [...found, { client_id: 'lain', pesan: 'Lain', urutan: 4 }])).toEqual({ ...clean, unexpected: 1 })
  expect(judge(journal, [one, two, { ...three, urutan: 4 }])).toEqual({ ...clean, lost: 1, gaps: 1 })
})

test('the journal tells what was refused and stored all the same from what was only lost on the way', () => {
  const journal: Line[] = [
    { was: 'failed', client_id: 'ditolak', status: 503 },
    { was: 'acknowledged', client_id: 'ditolak', urutan: 1, status: 201 },
    { was: 'failed', client_id: 'tersimpan', status: 503 },
    { was: 'failed', client_id: 'tersimpan', status: 503 },
    { was: 'acknowledged', client_id: 'tersimpan', urutan: 2, status: 200 },
    { was: 'failed', client_id: 'hilang di jalan', status: null },
    { was: 'acknowledged', client_id: 'hilang di jalan', urutan: 3, status: 200 },
  ]
  expect(refusedIn(journal)).toEqual({ refused: 2, storedAllTheSame: 1 })
})
