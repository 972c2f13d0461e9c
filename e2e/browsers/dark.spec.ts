import { expect } from '@/e2e/fixtures'
import { test } from './fixtures'
import { enter, seesRow, write } from './percakapan'

test.use({ isDark: true })

test('in the dark and 320 px wide a conversation is dark, nothing sticks out, and one can write', async ({ seen, clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 20)
  await clinic.send(k.dokter, k, `https://klinik.example/${'a'.repeat(120)}`)
  await seen.resize(320, 640)
  await enter(seen, k, k.pasien)
  expect(await seen.run(`return [innerWidth, document.documentElement.scrollWidth]`)).toEqual([320, 320])
  expect(await seen.run(`return matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true)
  expect(await seen.run<number>(BRIGHTNESS)).toBeLessThan(100)
  await write(seen, 'Dari ponsel kecil')
  await seesRow(seen, 'Dari ponsel kecil', 'Terkirim')
  await expect.poll(() => seen.run(COMPOSER_IS_IN_SIGHT)).toBe(true)
})

/** Of what lies behind the page: the sum of red, green and blue. */
const BRIGHTNESS = `return getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).reduce((all, one) => all + Number(one), 0)`

const COMPOSER_IS_IN_SIGHT = `
  const { top, bottom, left, right } = document.querySelector('main textarea').getBoundingClientRect()
  return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight`
