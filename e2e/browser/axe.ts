import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** Of a long list the first rows say what the others would: every person of all tests stands in some of them. */
const MORE_OF_THE_SAME = [
  'tbody > tr:nth-child(n+21)',
  '[role=radiogroup] label:nth-child(n+21)',
  'select > option:nth-child(n+21)',
  'ul > li:nth-child(n+41)',
].join()

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What of the page as it is now breaks a rule of WCAG 2.2 AA, as short lines; in the dark scheme, where only colours differ, too. */
export async function breaksOf(page: Page): Promise<string[]> {
  // Not drawn while it is looked at: what lies over what is worked out for all of a page, also where nothing is asked about it.
  await draw(page, 'none')
  const found = [...(await breaksIn(page, 'light')), ...(await breaksIn(page, 'dark'))]
  await draw(page, '')
  return found
}

/** How whatever is more of the same is displayed. */
const draw = (page: Page, display: 'none' | '') =>
  page.locator(MORE_OF_THE_SAME).evaluateAll((rows, display) => {
    for (const row of rows as HTMLElement[]) row.style.setProperty('display', display, 'important')
  }, display)

async function breaksIn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // A colour on its way from one scheme to the other belongs to neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => undefined))
  // Half a megabyte, so once for each page and not for each look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const options: axe.RunOptions = {
    runOnly: colorScheme === 'light' ? { type: 'tag', values: RULES } : { type: 'rule', values: ['color-contrast'] },
    // Of what is right it need not say where it stands.
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate((options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options), options)
  return violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
