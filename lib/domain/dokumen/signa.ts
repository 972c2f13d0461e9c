/** A way of use, for some days: what tapering is made of. */
export interface LangkahSigna {
  readonly signa: string
  readonly hari: number
}

/**
 * What a signa says, in plain Indonesian: `3 dd 1 tab pc` is "3 kali sehari 1 tablet, sesudah makan". It is written beside the signa, which
 * counts. @returns null as soon as one word of it is not understood: half a direction is worse than none
 */
export function aturanOf(signa: string | readonly LangkahSigna[]): string | null {
  if (typeof signa === 'string') return readSigna(signa)
  const steps = signa.map(({ signa, hari }) => {
    const aturan = readSigna(signa)
    return aturan && `${aturan}, selama ${hari} hari`
  })
  return steps.length > 0 && steps.every((step) => step !== null) ? steps.join('; lalu ') : null
}

/** As amounts stand on a resep: `3 dd tab I`, and `ss` (semis) for a half. A small `v` is the evening and `x` is "times": neither is a number. */
const ROMAWI: Readonly<Record<string, string>> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  i: '1',
  ii: '2',
  iii: '3',
  ss: '1/2',
  SS: '1/2',
}

const withArabic = (signa: string): string =>
  signa.replace(/(?<![\p{L}\d.])(?:I{1,3}|IV|VI?|i{1,3}|ss|SS)(?![\p{L}\d.])/gu, (numeral) => ROMAWI[numeral] ?? numeral)

/** What has been understood so far. */
interface Aturan {
  kali?: string
  dosis?: string
  saat: string[]
  hari?: string
}

function readSigna(signa: string): string | null {
  let rest = withArabic(signa.normalize('NFKC')).toLowerCase().replace(/⁄/g, '/').replace(/\s+/g, ' ').trim()
  const aturan: Aturan = { saat: [] }
  while (rest !== '') {
    const read = PARTS.find(({ pattern }) => pattern.test(rest))
    const match = read?.pattern.exec(rest)
    if (!read || !match || !read.take(aturan, match)) return null
    rest = rest.slice(match[0].length)
  }
  return write(aturan)
}

function write({ kali, dosis, saat, hari }: Aturan): string | null {
  if (!kali && !saat.some((one) => WHEN_ALONE.has(one))) return null
  const head = [kali, dosis].filter(Boolean).join(' ')
  const all = [head, ...saat, hari && `selama ${hari} hari`].filter(Boolean).join(', ')
  return kali || dosis ? all : null
}

interface Part {
  readonly pattern: RegExp
  /** @returns false when this contradicts what was said before */
  readonly take: (aturan: Aturan, match: RegExpExecArray) => boolean
}

const UNITS: Readonly<Record<string, string>> = {
  ...all('tablet', 'tablet', 'tab', 'tabs', 'tabl', 'tb'),
  ...all('kaplet', 'kaplet', 'kapl', 'kplt'),
  ...all('kapsul', 'kapsul', 'kaps', 'kap', 'caps', 'cap', 'capsule'),
  ...all('bungkus', 'bungkus', 'bks', 'pulv', 'puyer', 'pulveres'),
  ...all('sendok teh (5 ml)', 'cth', 'sdt', 'sendok teh', 'c.th'),
  ...all('sendok makan (15 ml)', 'sdm', 'sendok makan', 'c'),
  ...all('ml', 'ml', 'cc'),
  ...all('tetes', 'tetes', 'tts', 'gtt', 'drops'),
  ...all('semprot', 'semprot', 'puff', 'hisap', 'spray'),
  ...all('suppositoria', 'supp', 'suppo', 'suppositoria'),
  ...all('sachet', 'sachet', 'sach', 'saset'),
  ...all('ampul', 'ampul', 'amp'),
  ...all('unit', 'unit', 'iu', 'ui'),
  ...all('oles tipis', 'oles', 'app', 'oleskan', 'ue', 'u.e', 'u.e.'),
}

function all(written: string, ...said: string[]): Record<string, string> {
  return Object.fromEntries(said.map((one) => [one, written]))
}

const SAAT: readonly (readonly [string, string])[] = [
  ['p\\.?c\\.?|post coenam|(?:sesudah|setelah|habis) makan', 'sesudah makan'],
  ['a\\.?c\\.?|ante coenam|sebelum makan', 'sebelum makan'],
  ['d\\.?c\\.?|durante coenam|(?:saat|bersama|sewaktu) makan', 'bersama makan'],
  ['h\\.?s\\.?|hora somni|sebelum tidur', 'sebelum tidur'],
  ['p\\.?r\\.?n\\.?|bila perlu|jika perlu|kalau perlu|kp', 'bila perlu'],
  ['mane|m\\.?|pagi(?: hari)?', 'pagi hari'],
  ['siang(?: hari)?', 'siang hari'],
  ['sore(?: hari)?|vesp(?:ere)?', 'sore hari'],
  ['malam(?: hari)?|nocte', 'malam hari'],
  ['o\\.?d\\.?s\\.?|kedua mata', 'kedua mata'],
  ['mata kanan|ocul(?:o|us)? dext(?:er)?', 'mata kanan'],
  ['mata kiri|o\\.?s\\.?', 'mata kiri'],
  ['telinga kanan|a\\.?d\\.?', 'telinga kanan'],
  ['telinga kiri', 'telinga kiri'],
  ['bila (?:demam|panas)|jika (?:demam|panas)', 'bila demam'],
  ['bila nyeri|jika nyeri', 'bila nyeri'],
  ['bila mual|jika mual', 'bila mual'],
  ['bila sesak|jika sesak', 'bila sesak'],
  ['sampai habis|habiskan|dihabiskan', 'sampai habis'],
]
/** Only one of each: what stands beside another of its kind was meant otherwise. */
const SATU_SAJA: readonly ReadonlySet<string>[] = [
  new Set(['sesudah makan', 'sebelum makan', 'bersama makan']),
  new Set(['kedua mata', 'mata kanan', 'mata kiri', 'telinga kanan', 'telinga kiri']),
]

const contradicts = (a: string, b: string): boolean => a === b || SATU_SAJA.some((group) => group.has(a) && group.has(b))

/** What says when without how often. */
const WHEN_ALONE = new Set([
  'bila perlu',
  'sebelum tidur',
  'pagi hari',
  'siang hari',
  'sore hari',
  'malam hari',
  'bila demam',
  'bila nyeri',
  'bila mual',
  'bila sesak',
])

/** `1`, `1/2`, `½`, `1 1/2`, `0,5`, and the same up to another one. */
const ONE = String.raw`(?:\d{1,3} )?\d{1,2}\/\d{1,2}|\d{1,4}(?:[.,]\d{1,2})?`
const NUMBER = String.raw`(?:${ONE})(?:\s?-\s?(?:${ONE}))?`
const END = String.raw`(?![a-z0-9])\s?[,;.]?\s?`

const UNIT_WORDS = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replaceAll('.', String.raw`\.`))
  .join('|')

const PER_DAY: Readonly<Record<string, string>> = { qd: '1', sid: '1', bid: '2', tid: '3', qid: '4' }

const PARTS: readonly Part[] = [
  { pattern: /^(?:signa|s\.?)\s(?=\d)/, take: () => true },
  // Three numbers: morning, noon, evening.
  {
    pattern: new RegExp(String.raw`^([0-4])\s?-\s?([0-4])\s?-\s?([0-4])${END}`),
    take: (aturan, [, ...counts]) => setOnce(aturan, 'kali', inTheDay(counts)),
  },
  {
    pattern: new RegExp(String.raw`^(?:selama (\d{1,3})|(\d{1,3})) (?:hari|hr)${END}`),
    take: (aturan, [, a, b]) => setOnce(aturan, 'hari', a ?? b),
  },
  {
    pattern: new RegExp(String.raw`^(?:tiap|setiap|per|q\s?)\s?(\d{1,2})(?: jam|\s?h|\s?j)${END}`),
    take: (aturan, [, jam]) => setOnce(aturan, 'kali', `setiap ${jam} jam`),
  },
  {
    pattern: new RegExp(
      String.raw`^(\d{1,2}(?:\s?-\s?\d{1,2})?)\s?(?:dd|d\.d\.?|x\s?\/?\s?(?:sehari|hari|sh)|x|×|kali(?: sehari)?|sehari)(?:(?=\s?\d|\s?[½¼¾])\s?|${END})`,
    ),
    take: (aturan, [, kali = '']) => isOften(kali) && setOnce(aturan, 'kali', `${kali.replace(/\s/g, '')} kali sehari`),
  },
  {
    pattern: new RegExp(`^(${Object.keys(PER_DAY).join('|')})${END}`),
    take: (aturan, [, word = '']) => setOnce(aturan, 'kali', `${PER_DAY[word]} kali sehari`),
  },
  // How much, in either order: `1 tab`, `tab 1`.
  {
    pattern: new RegExp(String.raw`^(${NUMBER})\s?(${UNIT_WORDS})${END}`),
    take: (aturan, [, n = '', unit = '']) => setOnce(aturan, 'dosis', `${amount(n)} ${UNITS[unit]}`),
  },
  {
    pattern: new RegExp(String.raw`^(${UNIT_WORDS})\s(${NUMBER})${END}`),
    take: (aturan, [, unit = '', n = '']) => setOnce(aturan, 'dosis', `${amount(n)} ${UNITS[unit]}`),
  },
  {
    pattern: new RegExp(String.raw`^(?:oles|app|oleskan|u\.?e\.?)${END}`),
    take: (aturan) => setOnce(aturan, 'dosis', 'oleskan tipis-tipis'),
  },
  ...SAAT.map(
    ([words, saat]): Part => ({
      pattern: new RegExp(`^(?:${words})${END}`),
      take: (aturan) => !aturan.saat.some((said) => contradicts(said, saat)) && aturan.saat.push(saat) > 0,
    }),
  ),
]

/** Every hour at most: more is a slip of the hand, and is not repeated. */
const isOften = (kali: string): boolean => kali.split('-').every((n) => Number(n) >= 1 && Number(n) <= 24)

function setOnce(aturan: Aturan, name: 'kali' | 'dosis' | 'hari', said: string | undefined | null): boolean {
  if (!said || aturan[name] !== undefined || /^0+$/.test(said)) return false
  aturan[name] = said
  return true
}

/** As it is written in Indonesian: a decimal comma, `1/2` as a fraction. */
const amount = (n: string): string => n.replace('.', ',').replace(/\s?-\s?/, ' sampai ')

function inTheDay(counts: (string | undefined)[]): string | null {
  const said = ['pagi', 'siang', 'malam'].flatMap((when, at) => (counts[at] === '0' ? [] : [`${when} ${counts[at]}`]))
  return said.length > 0 ? said.join(', ') : null
}
