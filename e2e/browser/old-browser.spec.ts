import { EARLY_SCRIPT } from '@/app/_shell/early-script'
import { expect, test } from '@/e2e/fixtures'

/** What older browsers do not know, taken from this one before a page begins. */
const WITHOUT: Record<string, () => void> = {
  'looking behind in a pattern (Safari 16.3)': () => {
    const known = RegExp
    window.RegExp = new Proxy(known, {
      construct: (_, [pattern, flags]) => {
        if (String(pattern).includes('(?<=')) throw new SyntaxError('Invalid regular expression: invalid group specifier name')
        return new known(pattern, flags)
      },
    })
  },
  'sorted copies (Firefox 114, Chromium 109)': () => void Reflect.deleteProperty(Array.prototype, 'toSorted'),
}

for (const [lack, take] of Object.entries(WITHOUT))
  test(`a browser without ${lack} sees a sentence in both languages`, async ({ page }) => {
    await page.addInitScript(take)
    await page.goto('/masuk')
    await expect(page).toHaveURL(/\/peramban\.html$/)
    await expect(page.getByText('Browser ini terlalu lama untuk Sapa.')).toBeVisible()
    await expect(page.getByText('This browser is too old for Sapa.')).toBeVisible()
  })

test('the lines that tell an old browser are in words that it can read', () => {
  expect(EARLY_SCRIPT).not.toMatch(/=>|`|\?\.|\?\?|\b(?:const|let|class|async)\b/)
})
