import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { composerOf, logAwake, logOf, pathOf, rowOf, write } from './percakapan'

/** Does to a page what a browser's translator does: each text is taken out and put into two <font>, at once and whenever there is a new one. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isLeft = (node: Node) => node.parentElement?.closest('font, script, style, textarea, title') !== null
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Node[] = []
      while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim() && !isLeft(walker.currentNode)) texts.push(walker.currentNode)
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')]
        inner.textContent = text.nodeValue
        outer.append(inner)
        text.parentNode?.replaceChild(outer, text)
      }
    }
    wrap(document.body)
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.isConnected && !isLeft(node)) wrap(node instanceof Text ? (node.parentNode ?? node) : node)
    }).observe(document.body, { childList: true, subtree: true })
  })
}

test('a conversation goes on while the browser translates it', async ({ clinic, pageOf }) => {
  const k = await clinic.booked()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await logAwake(page)
  await translate(page)
  await k.dokter.api.put(`/konsultasi/${k.id}/terima`)
  await expect(composerOf(page)).toBeVisible()
  await expect(page.getByText('Berlangsung')).toBeVisible()
  for (let round = 0; round < 2; round++) {
    await k.dokter.api.put(`/konsultasi/${k.id}/mengetik`)
    await expect(page.getByText('sedang mengetik…')).toBeVisible()
    const sent = await clinic.send(k.dokter, k, `Kabar ${round}`)
    await expect(rowOf(page, `Kabar ${round}`)).toBeVisible()
    await expect(page.getByText('sedang mengetik…')).toHaveCount(0, { timeout: 10_000 })
    await write(page, `Jawaban ${round}`)
    await expect(rowOf(page, `Jawaban ${round}`)).toContainText('Terkirim')
    await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`, { sampai: sent.urutan + 1 })
    await expect(rowOf(page, `Jawaban ${round}`)).toContainText('Dibaca')
    await k.dokter.api.delete(`/pesan/${sent.id}`)
    await expect(rowOf(page, `Kabar ${round}`)).toHaveCount(0)
  }
  await rowOf(page, 'Jawaban 1').getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole('menuitem', { name: 'Balas' }).click()
  await page.keyboard.press('Escape')
  await clinic.complete(k, 'Banyak minum')
  await expect(page.getByText('Banyak minum')).toBeVisible()
  await expect(logOf(page)).toBeVisible()
})

test('a translator is offered what people wrote, and nothing else of a wing', async ({ clinic, pageOf }) => {
  const k = await clinic.active({ keluhan: 'Batuk kering sejak tiga hari' })
  await clinic.send(k.dokter, k, 'Sejak kapan?')
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const isTranslated = (text: string) =>
    page
      .getByText(text, { exact: true })
      .first()
      .evaluate((element: HTMLElement) => element.translate)
  expect(await isTranslated('Sejak kapan?')).toBe(true)
  expect(await isTranslated('Batuk kering sejak tiga hari')).toBe(true)
  expect(await isTranslated('Berlangsung')).toBe(false)
  await page.getByRole('button', { name: 'Pilihan pesan' }).click()
  expect(await page.getByRole('menu').evaluate((menu: HTMLElement) => menu.translate)).toBe(false)
})
