import type { Locator, Page } from '@playwright/test'
import type { Konsultasi } from '@/e2e/clinic'
import { expect } from '@/e2e/fixtures'

/** What people see and do on a conversation's page, by the names that they read there. */

export const pathOf = ({ id }: Pick<Konsultasi, 'id'>, wing: 'pasien' | 'dokter') => `/${wing}/konsultasi/${id}`

export const logOf = (page: Page): Locator => page.getByRole('log', { name: 'Percakapan' })

/** Until it is awake the log is upside down, and scrolling it leads elsewhere. */
export const logAwake = (page: Page): Promise<void> => expect(logOf(page)).toHaveAttribute('data-awake')

/** Scrolls to an end of what is shown. */
export async function scrollLog(page: Page, direction: 'up' | 'down'): Promise<void> {
  await logAwake(page)
  await logOf(page).evaluate((log, up) => log.scrollTo({ top: up ? 0 : log.scrollHeight }), direction === 'up')
}

/** The rows of the conversation that show this text. */
export const rowOf = (page: Page, text: string): Locator =>
  logOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(text, { exact: true }) })

/** What is said of a pesan that the server has, where somebody may be reading it meanwhile. */
export const SENT = /Terkirim|Dibaca/

export const composerOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Tulis pesan' })

/** Types a pesan and presses Enter. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = composerOf(page)
  await composer.fill(text)
  await composer.press('Enter')
}

/** The texts of the bubbles, from top to bottom. */
export const textsOf = (page: Page): Promise<string[]> => logOf(page).locator('li[data-key] p').allTextContents()

/** What the page asks for there waits until it is let go. */
export async function holdUp(page: Page, where: string | RegExp): Promise<() => void> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await page.route(where, (route) => held.then(() => route.continue()))
  return letGo
}
