import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { composerOf, logOf, pathOf } from './percakapan'

/** What a conversation may cost a reader who pays for each byte, in bytes of compressed scripts. */
const BUDGET = 215_200

/** And in requests of any kind: on a bad line each of them may be the one that hangs. */
const REQUESTS = 40

/** Milliseconds after the page can be used in which what it fetches by itself counts too. They pass on the page's clock only. */
const AFTERWARDS = 10_000

/** All scripts that the page asks for, with their bytes as whoever takes gzip gets them; brotli, which most take, is an eighth less. */
function scriptsOf(page: Page): () => Promise<Map<string, number>> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) asked.add(request.url())
  })
  const sizeOf = async (url: string) => {
    const answer = await page.request.get(url, { headers: { 'Accept-Encoding': 'gzip' } })
    return [url, Number(answer.headers()['content-length'])] as const
  }
  return async () => new Map(await Promise.all([...asked].map(sizeOf)))
}

for (const wing of ['pasien', 'dokter'] as const)
  test(`the conversation of a ${wing} asks for at most 215.2 kB of scripts and 40 things before anybody does anything`, async ({
    clinic,
    pageOf,
  }) => {
    const k = await clinic.active()
    await clinic.talk(k, 4)
    // The worker fetches for the time without a network, after the page and beside it.
    const page = await pageOf(k[wing], undefined, { viewport: { width: 390, height: 780 } })
    const scripts = scriptsOf(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.clock.install()
    await page.goto(pathOf(k, wing))
    await expect(page.getByText('Terhubung')).toBeVisible()
    await expect(composerOf(page)).toBeEnabled()
    await page.clock.runFor(AFTERWARDS)
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    const sizes = await scripts()
    const sum = [...sizes.values()].reduce((all, size) => all + size, 0)
    expect(sum, [...sizes].map(([url, size]) => `${size} ${url}`).join('\n')).toBeLessThanOrEqual(BUDGET)
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(REQUESTS)

    // It can fail: what only a hand calls for has not been counted, and comes now.
    await logOf(page).focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Pintasan keyboard' })).toBeVisible()
    expect((await scripts()).size).toBeGreaterThan(sizes.size)
  })

test('what every page begins with asks to be compiled while it arrives', async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await page.goto('/masuk', { waitUntil: 'networkidle' })
  const react = (await Promise.all(scripts)).filter((script) => script.includes('hydrateRoot'))
  expect(react).not.toEqual([])
  for (const script of react) expect(script).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
})
