import type { Locator, Page } from '@playwright/test'
import type { Konsultasi } from '@/e2e/clinic'

/** What people see and do on a conversation's page, by the names that they read there. */

export const pathOf = ({ id }: Pick<Konsultasi, 'id'>, wing: 'pasien' | 'dokter') => `/${wing}/konsultasi/${id}`

export const logOf = (page: Page): Locator => page.getByRole('log', { name: 'Percakapan' })

/** The rows of the conversation that show this text. */
export const rowOf = (page: Page, text: string): Locator =>
  logOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(text, { exact: true }) })

export const composerOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Tulis pesan' })

/** Types a pesan and presses Enter. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = composerOf(page)
  await composer.fill(text)
  await composer.press('Enter')
}

/** The texts of the bubbles, from top to bottom. */
export const textsOf = (page: Page): Promise<string[]> => logOf(page).locator('li[data-key] p').allTextContents()
