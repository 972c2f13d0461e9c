import type { Page } from '@playwright/test'
import type { Konsultasi } from '@/e2e/clinic'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import type { PesanView } from '@/lib/contract/pesan'
import { logOf, pathOf, rowOf, scrollLog } from './percakapan'

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket|fetching the script/

/** Every row that a reader finds on the way from the end to the beginning, by its key: what it says and how it stands. */
async function readThrough(page: Page): Promise<Record<string, string>> {
  const log = logOf(page)
  const found: Record<string, string> = {}
  await scrollLog(page, 'down')
  for (;;) {
    const rows = await log
      .locator('li[data-key]')
      .evaluateAll((all) => all.map((row) => [row.getAttribute('data-key') ?? '', (row.textContent ?? '').trim()] as const))
    for (const [key, text] of rows) found[key] = text
    if (Object.keys(found).length >= TOTAL && rows[0]?.[1].includes('Pesan 1')) return found
    await log.evaluate((element) => element.scrollBy({ top: -element.clientHeight / 2 }))
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

const BEFORE = 6
const MEANWHILE = 100
const TOTAL = BEFORE + MEANWHILE

/** 100 pesan, 10 deletions, reactions and the end of the konsultasi. */
async function liveOn(k: Konsultasi, send: (n: number) => Promise<PesanView>) {
  const sent: PesanView[] = []
  for (let n = 1; n <= MEANWHILE; n++) sent.push(await send(n))
  for (const { id, pengirim } of sent.filter((_, n) => n % 10 === 3))
    await (pengirim.id === k.pasien.id ? k.pasien : k.dokter).api.delete(`/pesan/${id}`)
  for (const { id } of sent.filter((_, n) => n % 20 === 7)) await k.dokter.api.put(`/pesan/${id}/reaksi`, { emoji: '🙏' })
  await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`)
  await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Lekas sembuh' })
}

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('after a gap in which 100 pesan, 10 deletions, reactions and the end happened, a page equals a fresh load within one poll', async ({
      clinic,
      pageOf,
      complaints,
    }) => {
      complaints.allow(CUT_OFF)
      const k = await clinic.active()
      await clinic.talk(k, BEFORE)
      const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
      await expect(page.getByText('Terhubung')).toBeVisible()
      await expect(rowOf(page, `Pesan ${BEFORE}`)).toBeVisible()
      await page.context().setOffline(true)
      await expect(page.getByText('Offline')).toBeVisible()
      await liveOn(k, (n) => clinic.send(n % 2 ? k.pasien : k.dokter, k, `Pesan ${BEFORE + n}`))
      await page.context().setOffline(false)
      await expect(page.getByText('Konsultasi ini sudah selesai')).toBeVisible()
      await expect(page.getByText('Lekas sembuh')).toBeVisible()
      const caughtUp = await readThrough(page)
      await page.reload()
      await expect(page.getByText('Konsultasi ini sudah selesai')).toBeVisible()
      const fresh = await readThrough(page)
      expect(Object.keys(fresh)).toHaveLength(TOTAL)
      expect(caughtUp).toEqual(fresh)
      expect(Object.values(fresh).filter((text) => text.includes('Pesan dihapus'))).toHaveLength(10)
    })
  })
}
