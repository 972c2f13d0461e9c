import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdf } from '@/e2e/berkas/dokumen'
import { HEAD, isPdf, PDF_TAIL } from '@/lib/client/lampiran/kind'
import { Budget } from './budget.mjs'
import { pagesOf } from './pdf.mjs'

const PAGE = '<< /Type /Page /Parent 2 0 R >>'
/** A PDF of these objects, with nothing but what is needed to be one. */
const of = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object, i) => Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])),
    Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF'),
  ])
const objectStream = (...objects: string[]) => {
  const data = deflateSync(objects.join('\n'))
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N ${objects.length} /First 0 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}
const embedded = (file: Buffer) => Buffer.concat([Buffer.from(`<< /Length ${file.length} >> stream\n`), file, Buffer.from('\nendstream')])

test.each([
  ['in a table', pdf(3), 3],
  ['whatever lies in it before its number', of('<< /Type /Pages /Resources << /Font << /F 1 0 R >> >> /Kids [3 0 R] /Count 1 >>', PAGE), 1],
  ['in a compressed stream', of(objectStream('<</Type/Pages/Count 2/Kids[1 0 R 2 0 R]>>', PAGE, PAGE)), 2],
  ['when an edited file says the same twice', of('<</Type/Pages/Count 1>>', PAGE, '<</Type/Pages/Count 1>>'), 1],
  ['and not those of a PDF inside', of('<</Type/Pages/Count 1>>', PAGE, embedded(pdf(3))), 1],
  ['and not what is said in words', of('<</Type/Pages/Count 1>>', PAGE, '(<</Type/Pages/Count 7>>)', '% <</Type/Pages/Count 8>>'), 1],
] as const)('pages are counted %s', (_, bytes, pages) => {
  expect(pagesOf(bytes)).toBe(pages)
})

test.each([
  ['lies elsewhere', of('<< /Type /Pages /Count 9 0 R >>', PAGE)],
  ['was changed later', of('<</Type/Pages/Count 1>>', PAGE, '<</Type/Pages/Count 2>>', PAGE)],
  ['is larger than the pages that are there', of('<</Type/Pages/Count 5>>', PAGE)],
  ['is not there', of('<</Type/Pages>>', PAGE)],
  ['is none', of('<</Type/Pages/Count -1>>', PAGE)],
  ['may lie in what cannot be opened', of('<</Type/Pages/Count 1>>', PAGE, '<</Type/ObjStm/Length 3>>\nstream\nabc\nendstream')],
  ['is only that of a branch', of('<</Type/Pages/Parent 9 0 R/Count 1>>', PAGE)],
] as const)('no pages are told when their number %s', (_, bytes) => {
  expect(pagesOf(bytes)).toBeNull()
})

const WHOLE = pdf(2).toString('latin1')
test.each([
  ['as it should be', WHOLE, true],
  ['behind a byte order mark', `\xef\xbb\xbf${WHOLE}`, true],
  ['behind line breaks', `\r\n\n${WHOLE}`, true],
  ['behind words', `Halo${WHOLE}`, false],
  ['behind a page', `<p>${WHOLE}`, false],
  ['without the mark of its end', WHOLE.replace('%%EOF\n', ''), true],
  ['filled up with zeros', WHOLE + '\0'.repeat(3000), true],
  ['cut off in its middle', WHOLE.slice(0, 200), false],
  ['with a page behind its end', `${WHOLE}<p>`, false],
  ['of no version', WHOLE.replace('%PDF-1.4', '%PDF-x'), false],
])('a PDF %s is one, or none, for the server and for the browser', (_, text, isOne) => {
  const bytes = Buffer.from(text, 'latin1')
  expect(isPdf(bytes.subarray(0, HEAD), bytes.subarray(-PDF_TAIL))).toBe(isOne)
  if (isOne) expect(pagesOf(bytes)).toBe(2)
  else expect(() => pagesOf(bytes)).toThrow('type')
})

/** What a stranger would send to keep somebody busy: of this length in bytes, more or less. */
const costly = {
  blanks: (n: number) => of(' '.repeat(n)),
  'types without a page': (n: number) => of('/Type '.repeat(n / 6)),
  'beginnings of dictionaries': (n: number) => of('<< '.repeat(n / 3)),
  'page trees without an end': (n: number) => of('<< /Type /Pages '.repeat(n / 16)),
  'beginnings of strings': (n: number) => of('('.repeat(n)),
  'beginnings of hexadecimal strings': (n: number) => of('< '.repeat(n / 2)),
  'streams without an end': (n: number) => of('<</Type/ObjStm>>stream\n'.repeat(n / 24)),
  'streams whose length lies': (n: number) => of(`<</Length ${n >> 1}>>stream\nendstream `.repeat(n / 38)),
  arrays: (n: number) => of(`<< ${'['.repeat(n)}`),
  comments: (n: number) => of('%\n'.repeat(n / 2)),
} as const

test.each(Object.entries(costly))('twice as many %s cost twice as much, not four times', (_, make) => {
  const costOf = (n: number) => {
    const budget = new Budget(Number.POSITIVE_INFINITY)
    pagesOf(make(n), budget)
    return budget.spent
  }
  const [once, twice] = [costOf(24_000), costOf(48_000)]
  expect(twice).toBeLessThan(2.5 * once)
  expect(twice).toBeLessThan(48_000 * 4)
})

test('streams that blow up are opened up to sixteen megabytes in all', () => {
  const bomb = objectStream(' '.repeat(4 * 1_048_576 - 1))
  const budget = new Budget(Number.POSITIVE_INFINITY)
  expect(pagesOf(of('<</Type/Pages/Count 1>>', PAGE, ...Array.from({ length: 200 }, () => bomb)), budget)).toBeNull()
  expect(budget.spent).toBeLessThan(18 * 1_048_576)
})

test('who asks for more work than anybody may gets no number, and the file is still a PDF', () => {
  expect(pagesOf(pdf(3), new Budget(50))).toBeNull()
})
