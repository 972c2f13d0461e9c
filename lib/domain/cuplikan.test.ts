import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuplikanOf, HIT_END, HIT_START, piecesOf, wordsIn } from './cuplikan'

const shown = (cuplikan: string) => cuplikan.replaceAll(HIT_START, '[').replaceAll(HIT_END, ']')

describe('words', () => {
  test('are letters, marks and digits of any script, each named once', () => {
    expect(wordsIn(['Obat, obat-obat: 3x1!', 'obat “दवा” 37°C 😷'])).toEqual(['Obat', 'obat', '3', 'x', '1', 'दवा', '37', 'C'])
  })
})

describe('a snippet', () => {
  test('of a short text is the whole of it, with every hit marked', () => {
    const cuplikan = cuplikanOf('Obatnya habis, jadi obat baru?', new Set(['Obatnya', 'obat']))
    expect(shown(cuplikan)).toBe('[Obatnya] habis, jadi [obat] baru?')
  })

  test('of a long text is what surrounds the first hit, cut between words', () => {
    const cuplikan = cuplikanOf(`${'awal '.repeat(100)}demam tinggi ${'akhir '.repeat(100)}`, new Set(['demam']))
    expect(shown(cuplikan)).toMatch(/^(awal )+\[demam\] tinggi( akhir)+$/)
    expect(cuplikan.length).toBeLessThan(250)
  })

  test('loses the two characters that mark hits when they stand in the text itself', () => {
    expect(shown(cuplikanOf(`${HIT_END}a${HIT_START}obat${HIT_START}`, new Set(['obat'])))).toBe('a[obat]')
  })

  test('is part of the text, has as many starts as ends, and holds a hit where there is one, whatever the text is', () => {
    const word = fc.stringMatching(/^[a-zé字]{1,12}$/)
    const text = fc.array(fc.oneof(word, fc.constantFrom(' ', '\n', '😷', HIT_START, HIT_END, '…', 'x'.repeat(300))), { maxLength: 200 })
    fc.assert(
      fc.property(text, fc.nat(), (parts, pick) => {
        const whole = parts.join('')
        const words = wordsIn([whole])
        const hits = new Set(words.length ? [words[pick % words.length] as string] : [])
        const cuplikan = cuplikanOf(whole, hits)
        const pieces = piecesOf(cuplikan)
        expect(whole.replace(/[\ue000\ue001]/g, '')).toContain(pieces.map((piece) => piece.text).join(''))
        expect(cuplikan.split(HIT_START).length).toBe(cuplikan.split(HIT_END).length)
        expect(cuplikan.isWellFormed()).toBe(true)
        for (const piece of pieces.filter(({ isHit }) => isHit)) expect(hits).toContain(piece.text)
        if ([...hits].some((hit) => hit.length < 200)) expect(pieces.some(({ isHit }) => isHit)).toBe(true)
      }),
    )
  })
})
