import { expect, test } from 'vitest'
import { aturanOf } from './signa'

test.each([
  ['3 dd 1 tab pc', '3 kali sehari 1 tablet, sesudah makan'],
  ['3 dd tab 1 p.c.', '3 kali sehari 1 tablet, sesudah makan'],
  ['S 3 dd 1 cth', '3 kali sehari 1 sendok teh (5 ml)'],
  ['2x1 tab ac', '2 kali sehari 1 tablet, sebelum makan'],
  ['2 x 1/2 tab', '2 kali sehari 1/2 tablet'],
  ['3 x sehari 1 kapsul sesudah makan selama 5 hari', '3 kali sehari 1 kapsul, sesudah makan, selama 5 hari'],
  ['1 dd 1 tab hs', '1 kali sehari 1 tablet, sebelum tidur'],
  ['tiap 8 jam 1 tab prn', 'setiap 8 jam 1 tablet, bila perlu'],
  ['q8h 1 tab', 'setiap 8 jam 1 tablet'],
  ['bid 5 ml', '2 kali sehari 5 ml'],
  ['3 dd 2,5 ml', '3 kali sehari 2,5 ml'],
  ['3-4 dd 1 tab', '3-4 kali sehari 1 tablet'],
  ['2 dd 2 puff', '2 kali sehari 2 semprot'],
  ['4 dd gtt 2 ods', '4 kali sehari 2 tetes, kedua mata'],
  ['2 dd ue', '2 kali sehari oleskan tipis-tipis'],
  ['1-0-1', 'pagi 1, malam 1'],
  ['1 tab pagi hari', '1 tablet, pagi hari'],
  ['1 tab bila demam', '1 tablet, bila demam'],
  ['S 3 dd tab I pc', '3 kali sehari 1 tablet, sesudah makan'],
  ['2 dd cth II', '2 kali sehari 2 sendok teh (5 ml)'],
  ['3 dd I tab', '3 kali sehari 1 tablet'],
  ['1 dd tab ss', '1 kali sehari 1/2 tablet'],
  ['3 dd caps i a.c.', '3 kali sehari 1 kapsul, sebelum makan'],
  ['1 dd 1 tab pagi hari ac', '1 kali sehari 1 tablet, pagi hari, sebelum makan'],
  ['24 dd gtt I ods', '24 kali sehari 1 tetes, kedua mata'],
  ['3 DD 1 TAB PC 3 hari', '3 kali sehari 1 tablet, sesudah makan, selama 3 hari'],
])('%s', (signa, aturan) => expect(aturanOf(signa)).toBe(aturan))

test.each([
  '',
  'pc',
  'tab',
  '3 dd 1 tab xyz',
  'lihat kemasan',
  '3 dd 2 dd 1 tab',
  '0 dd 1 tab',
  '3 dd 1 tab 2 tab',
  '3 dd 1 tab pc pc',
  '1 dd 1 tab pc ac',
  '30 dd 1 tab',
  '3 dd tab IIII',
  '4 dd gtt 1 ods os',
  '3 dd tab IV V',
  '1 dd tab v',
  '4 dd gtt II od',
])('what is not wholly understood is not said: %s', (signa) => expect(aturanOf(signa)).toBeNull())

test('tapering is read step by step, or not at all', () => {
  expect(
    aturanOf([
      { signa: '2 dd 1 tab pc', hari: 3 },
      { signa: '1 dd 1 tab pc', hari: 2 },
    ]),
  ).toBe('2 kali sehari 1 tablet, sesudah makan, selama 3 hari; lalu 1 kali sehari 1 tablet, sesudah makan, selama 2 hari')
  expect(
    aturanOf([
      { signa: '2 dd 1 tab', hari: 3 },
      { signa: 'sesuai petunjuk', hari: 2 },
    ]),
  ).toBeNull()
  expect(aturanOf([])).toBeNull()
})
