import { fold } from '@/lib/domain/folding'
import { ATURAN, type Aturan, type Siapa, suits } from './aturan'
import { KOSAKATA, SEKITAR, SINGKATAN } from './kosakata'

/**
 * The rules of `aturan.ts` whose sign stands in a text, in the order of the rules. It reads phrases, not meaning: it knows negation, questions,
 * what is long ago, what is only feared or asked about, and other people, as far as words tell. A pure function, linear in the text.
 */
export function findBahaya(text: string, siapa: Siapa): readonly Aturan[] {
  const bacaan = readText(text)
  if (bacaan.kata.length === 0) return []
  const tahu =
    siapa.hamil !== true && siapa.jenisKelamin !== 'L' && HAMIL.some((part) => isUnhindered(bacaan, part, siapa))
      ? { ...siapa, hamil: true }
      : siapa
  return ATURAN.filter((aturan) => suits(aturan, tahu) && isRaised(bacaan, aturan, tahu))
}

interface Kata {
  readonly jenis: readonly number[]
  readonly angka: number | null
  /** The clause and the sentence that it stands in: numbers that grow. */
  readonly anak: number
  readonly kalimat: number
}

interface Bacaan {
  readonly kata: readonly Kata[]
  readonly ada: ReadonlySet<number>
  /** By sentence: it ends with a question mark. */
  readonly tanya: ReadonlySet<number>
  /** By sentence: where it begins. */
  readonly awal: readonly number[]
}

/** One slot of a phrase: any of these kinds, or a number. */
interface Tempat {
  readonly jenis: readonly number[]
  readonly angka: ((n: number) => boolean) | null
  /** A number from here on can be what is measured. */
  readonly dari: number | null
}

interface Frasa {
  readonly tempat: readonly Tempat[]
  readonly urut: boolean
  readonly jarak: number
}

/** All of these somewhere in the text. */
type Gabungan = readonly Frasa[]

// ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const NOMOR = new Map<string, number>()
const KATA = new Map<string, number[]>()

const nomorOf = (jenis: string): number => {
  const known = NOMOR.get(jenis)
  if (known !== undefined) return known
  NOMOR.set(jenis, NOMOR.size)
  return NOMOR.size - 1
}

function once(word: string): string {
  return word.replace(/(.)\1+/g, '$1')
}

function addKata(jenis: string, words: readonly string[]): void {
  const nomor = nomorOf(jenis)
  for (const word of words.map(once)) {
    const known = KATA.get(word)
    if (!known) KATA.set(word, [nomor])
    else if (!known.includes(nomor)) known.push(nomor)
  }
}

const linesOf = (lists: string) =>
  lists
    .trim()
    .split(/\s*\n\s*/)
    .map((line): [string, string[]] => {
      const [jenis = '', words = ''] = line.split(':')
      return [jenis, words.trim().split(/\s+/)]
    })

for (const [jenis, words] of linesOf(KOSAKATA)) addKata(jenis, words)
const DECLARED = new Set(NOMOR.keys())
for (const [jenis, words] of linesOf(SEKITAR)) addKata(`:${jenis}`, words)

/** A kind of a phrase: one that is declared, or the word itself. */
function jenisOf(name: string): number {
  if (!DECLARED.has(name)) addKata(name, [name])
  return nomorOf(name)
}

// ── phrases ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Words that may stand between two of a phrase. */
const JARAK = 3

const parseGabungan = (written: string): Gabungan => written.split('&').map(parseFrasa)

function parseFrasa(written: string): Frasa {
  const [, urut, body = '', jarak] = /^\s*(>?)\s*([^~]*?)\s*(?:~(\d))?\s*$/.exec(written) ?? []
  return { urut: urut === '>', jarak: jarak ? Number(jarak) : JARAK, tempat: body.split(/\s+/).map(parseTempat) }
}

function parseTempat(written: string): Tempat {
  const number = /^#([<>])([\d.]+)(?:-([\d.]+))?$/.exec(written)
  if (!number) return { jenis: written.split('|').map(jenisOf), angka: null, dari: null }
  const [low, high] = [Number(number[2]), number[3] ? Number(number[3]) : null]
  if (number[1] === '<') return { jenis: [], angka: (n) => n < low && n >= (high ?? 0), dari: high }
  return { jenis: [], angka: (n) => n >= low && n <= (high ?? Number.POSITIVE_INFINITY), dari: null }
}

const FRASA = new Map(ATURAN.map((a) => [a, { frasa: a.frasa.map(parseGabungan), kecuali: a.kecuali.map(parseGabungan) }]))
/** Who says one of these is pregnant. */
const HAMIL = ['hamil|ketuban', '> bayi dalam|di perut ~1'].map(parseFrasa)
const SEBENTUK = indexSlips()

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const WORD_MAX = 24
const PIECE = /[a-z]+|[0-9]+(?:[.,][0-9]+)?|[^\sa-z0-9]|\n/g
/** `sesak (-)`, as it stands in notes. */
const NOT_THERE = /\( ?[-–] ?\)/g
/** `ga ketulungan`: no denial, but very much. */
const BEYOND = /(?<![a-z])(?:g|ga|gak|nggak|enggak|ngga|tidak|tdk|tak)\s+(?:ketulungan|karuan|karu[- ]karuan|tertahankan)(?![a-z])/g
/** `tiba2`, `lemes2`: the word twice. */
const TWICE = /(?<=[a-z]{3})2(?![0-9])/g
const SENTENCE_ENDS = new Set(['.', '!', '?', '\n', ';'])
const CLAUSE_ENDS = new Set([',', '(', ')', '"'])
const CLAUSE_BEGINS = new Set(
  'tapi tetapi tpi tp namun cuma cuman hanya but malah melainkan sedangkan trus lalu kemudian karena karna krn gara soalnya makanya because lantas pas padahal however'.split(
    ' ',
  ),
)
const TIME_BEFORE_LALU = new Set('minggu mgg bulan bln tahun thn taun hari jam menit yang yg'.split(' '))

function readText(text: string): Bacaan {
  const kata: Kata[] = []
  const [ada, tanya] = [new Set<number>(), new Set<number>()]
  const awal = [0]
  let [anak, kalimat, last] = [0, 0, '']
  const known = new Map<string, readonly number[]>()
  const add = (word: string) => {
    const jenis = known.get(word) ?? kindsOf(word)
    known.set(word, jenis)
    for (const one of jenis) ada.add(one)
    kata.push({ jenis, angka: null, anak, kalimat })
    last = once(word)
  }
  for (const piece of fold(text).replace(NOT_THERE, ' tidak,').replace(BEYOND, ' hebat').replace(TWICE, '').match(PIECE) ?? []) {
    if (piece >= 'a' && piece <= 'zzzzzzzzzzzzzzzzzzzzzzzzz') {
      if (piece.length > WORD_MAX && piece !== once(piece) && once(piece).length > WORD_MAX) continue
      const word = once(piece)
      if (CLAUSE_BEGINS.has(word) && !(word === 'lalu' && TIME_BEFORE_LALU.has(last))) anak++
      for (const part of (SHORT.get(word) ?? piece).split(' ')) add(part)
    } else if (piece >= '0' && piece <= '9~') {
      kata.push({ jenis: [], angka: Number(piece.replace(',', '.')), anak, kalimat })
      last = piece
    } else if (SENTENCE_ENDS.has(piece)) {
      if (piece === '?') tanya.add(kalimat)
      awal[++kalimat] = kata.length
      anak++
    } else if (CLAUSE_ENDS.has(piece)) anak++
  }
  return { kata, ada, tanya, awal }
}

const SHORT = new Map(Object.entries(SINGKATAN).map(([short, long]) => [once(short), long]))
const ENDING = /(?:nya|ny|ku|mu|lah|kah|pun|ne)$/
const NOTHING: readonly number[] = []

/** As it was typed: an ending is taken off before doubled letters are (`badannya`). */
function kindsOf(typed: string): readonly number[] {
  const word = once(typed)
  const [whole, stem] = [KATA.get(word), kindsOfStem(typed) ?? kindsOfStem(word)]
  if (whole && stem) return [...whole, ...stem]
  return whole ?? stem ?? kindsOfPassive(word) ?? KATA.get(withSlip(word)) ?? (PASSIVE.test(word) ? PASIF : NOTHING)
}

function kindsOfStem(word: string): readonly number[] | undefined {
  const stem = word.replace(ENDING, '')
  return stem.length >= 3 && stem !== word ? KATA.get(once(stem)) : undefined
}

/** Whatever it is: something was done, as in `kayak ditonjok`. */
const PASSIVE = /^(?:di|ke|ter)[a-z]{4,}$/
const PASIF = [jenisOf('pasif')]

/** What happened to somebody is said in three ways that mean one: `kepatok`, `dipatok`, `terpatok`; with or without `-in` and its like. */
function kindsOfPassive(word: string): readonly number[] | undefined {
  const [, root] = /^(?:ke|di|ter|k|nge|ng)([a-z]{4,}?)(?:in|an|kan|i)?(?:nya)?$/.exec(word) ?? []
  if (!root) return undefined
  for (const way of [root, `di${root}`, `ter${root}`, `ke${root}`, `di${root}in`, `ke${root}an`]) {
    const known = way === word ? undefined : KATA.get(way)
    if (known) return known
  }
  return undefined
}

// ── slips of the hand ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A word of the rules with a letter less, to the words that it may be. */
function indexSlips(): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const word of KATA.keys()) {
    if (word.length < 5) continue
    for (const less of [word, ...withoutOne(word)]) index.set(less, [...(index.get(less) ?? []), word])
  }
  return index
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))
}

/** The word of the rules that this is with one letter left out, put in, changed or swapped; never the first. In four letters only a vowel is left out. */
function withSlip(word: string): string {
  if (word.length < 4 || word.length > 16 || NO_SLIP.has(word) || NO_SLIP.has(word.replace(ENDING, ''))) return ''
  for (const less of [word, ...withoutOne(word)]) {
    const found = SEBENTUK.get(less)?.find(
      (one) => one[0] === word[0] && isOneSlip(word, one) && (word.length > 4 || lacksVowel(word, one)),
    )
    if (found) return found
  }
  return ''
}

const lacksVowel = (word: string, whole: string) => word.replace(VOWELS, '') === whole.replace(VOWELS, '')
const VOWELS = /[aeiou]/g

function isOneSlip(a: string, b: string): boolean {
  let n = 0
  while (n < a.length && a[n] === b[n]) n++
  const [restA, restB] = [a.slice(n), b.slice(n)]
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]
}

/** Words of their own that differ from one of the rules by a letter. */
const NO_SLIP = new Set(
  `
  sabit sakti saksi sesal sesat sesaat sesuai nanas sugar hemat patah pasrah pisang pisah paras bibit bibi wajar wadah wajan sabar
  sandar sadap pinggan bangku bangsa bangau kenang kerang kencang kekang kejam kejar mulus lemak lepas lekas lembah lumpur gerah
  tangga tandan lengah lengang kapan kawan bahan badai badak tumbuh tujuh tuduh gelas gelak daerah darat mentah batik batok bentuk
  bubuh bengkok gagal minus minim telah telat tekan teman nilai gigih kepada kepala jatah landai lantas tuang bakat sirap pantas
  panah semula tarif masak mabuk hasil pecat kasur kubur kabut karang kurung puting kertas kelas beras kancing kucing jantan
  serangga tembok sawah kawan bening sabuk payah cerah celah kalah sampah santai taman sunah sembah sayap hear heard hearth sweet
  chess cheat bread block waiter wafer worse words fewer week weeks couch coach bereng lewat lemari serai perang parang param derma
  jamin jatuhi keren kunci lilin makin masih malah maka makan mulai mudah pasti pasar pasang paling pulang punya rasa rusak salah
  sama sampai satu sayang segera sehari semoga sendok senang sering siang siapa suara suka sulam tadi tahun takut tamat tanah tanya
  tarik tentu tepat terang tidur tinggal tugas tujuan tutup ulang umum untuk urut usaha utama waktu yakin badut lagu lampu lapar
  lebar lebih lembur lemari luar mahal malam malas manis mandi marah minta muda murah musim nama nasi naik nanti pagi pakai paham
  pakaian pasir pedas pegal pelan penuh pergi pernah pesan pesawat pikir pilih pintu putih ragu rambut ramai rapat rawat resep roti serak
  rumah sabtu sambal santan sarapan sarung sate sekolah selasa selesai semangat semut senin sepeda sepatu setuju sewa sholat siap
  singkat sisa situ sopir sore subuh surat susu syukur tamu tanam tari taruh tebal telepon telur tempat tenang tengah terima terlalu
  tiket tinta toko tolong tukang tulis turut uang umur undang waras warna warung whole stomp stone store story strong stream smoke
  saran terlebih serum setir setop setup selip selaput semak sesap sasak sebak sekak saban sowan saman setek aspek ampuh endap bundar
  kalem kepang kijang krem klem kerek kesemek kelom terjang sentrum mekap keseleo keselo kesel kesal smoking bright break breast breed cheek check chess chose chores choose haunt harm heavily ankle angle acne able around along`
    .trim()
    .split(/\s+/)
    .map(once),
)

// ── finding ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function isRaised(bacaan: Bacaan, aturan: Aturan, siapa: Siapa): boolean {
  const { frasa = [], kecuali = [] } = FRASA.get(aturan) ?? {}
  const possible = frasa.filter((one) => one.every((part) => mayStand(bacaan, part)))
  if (possible.length === 0) return false
  const excepted = sentencesWith(bacaan, kecuali)
  return possible.some((one) => one.every((part) => isUnhindered(bacaan, part, siapa, aturan, excepted)))
}

const mayStand = ({ ada }: Bacaan, { tempat }: Frasa) =>
  tempat.every(({ jenis, angka }) => angka !== null || jenis.some((one) => ada.has(one)))

function isUnhindered(bacaan: Bacaan, frasa: Frasa, siapa: Siapa, aturan?: Aturan, excepted?: ReadonlySet<number>): boolean {
  const [first] = frasa.tempat
  if (!first) return false
  for (let at = 0; at < bacaan.kata.length; at++) {
    const kata = bacaan.kata[at]
    if (!fits(kata, first) || excepted?.has(kata?.kalimat ?? 0)) continue
    const places = placesFrom(bacaan, frasa, at)
    if (places && !isHindered(bacaan, places, siapa, aturan)) return true
  }
  return false
}

/** The sentences in which one of these phrases stands. */
function sentencesWith(bacaan: Bacaan, gabungan: readonly Gabungan[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const frasa of gabungan) {
    if (!frasa.every((part) => mayStand(bacaan, part))) continue
    const [first, ...rest] = frasa.map((part) => placesOf(bacaan, part))
    for (const kalimat of first ?? []) if (rest.every((other) => other.has(kalimat))) found.add(kalimat)
  }
  return found
}

function placesOf(bacaan: Bacaan, frasa: Frasa): ReadonlySet<number> {
  const [first] = frasa.tempat
  const found = new Set<number>()
  bacaan.kata.forEach((kata, at) => {
    if (first && !found.has(kata.kalimat) && fits(kata, first) && placesFrom(bacaan, frasa, at)) found.add(kata.kalimat)
  })
  return found
}

const fits = (kata: Kata | undefined, { jenis, angka }: Tempat): boolean =>
  kata !== undefined && (angka ? kata.angka !== null && angka(kata.angka) : kata.jenis.some((one) => jenis.includes(one)))

/** Where the words of a phrase stand whose first is here: the nearest ones, in the same clause. */
function placesFrom({ kata }: Bacaan, { tempat, urut, jarak }: Frasa, at: number): number[] | null {
  const places = [at]
  for (const one of tempat.slice(1)) {
    const [from, to] = [Math.min(...places), Math.max(...places)]
    const near = nearest(kata, one, places, urut ? (places.at(-1) ?? at) : from, urut ? (places.at(-1) ?? at) : to, jarak, urut)
    if (near === null) return null
    places.push(near)
  }
  return places
}

function nearest(
  kata: readonly Kata[],
  tempat: Tempat,
  taken: readonly number[],
  from: number,
  to: number,
  jarak: number,
  urut: boolean,
): number | null {
  const anak = kata[from]?.anak
  // `saturasi 98 nadi 80`: the first number that can be it is it.
  const isTaken = (n: number) => kata[n]?.anak === anak && tempat.angka !== null && isPossible(kata[n], tempat) && !fits(kata[n], tempat)
  const isHere = (n: number) => kata[n]?.anak === anak && !taken.includes(n) && fits(kata[n], tempat)
  if (!urut) for (let n = from + 1; n < to; n++) if (isHere(n)) return n
  for (let step = 1; step <= jarak + 1; step++) {
    if (isHere(to + step)) return to + step
    if (isTaken(to + step)) return null
    if (!urut && isHere(from - step)) return from - step
  }
  return null
}

const isPossible = (kata: Kata | undefined, { dari }: Tempat) => kata?.angka != null && dari !== null && kata.angka >= dari

// ── what stands around it ────────────────────────────────────────────────────────────────────────────────────────────────────

const K = (jenis: string) => nomorOf(`:${jenis}`)
const [SANGKAL, TEMBUS, DAFTAR, ADA_DAFTAR, REDA, LAGI, PENUTUP] = [
  K('sangkal'),
  K('tembus_sangkal'),
  K('daftar'),
  K('ada_daftar'),
  K('reda'),
  K('lagi'),
  K('penutup'),
]
const [LAMPAU, SATUAN, LAMPAU_KATA, MASA_KECIL, KINI, SUDAH] = [
  K('lampau'),
  K('satuan_lampau'),
  K('lampau_kata'),
  K('masa_kecil'),
  K('kini'),
  K('sudah'),
]
const [KINI_SAJA, SEDANG, DARURAT] = [K('kini_saja'), K('sedang'), K('darurat')]
const [ORANG, KERABAT, KALAU, ANTARA, TAKUT, PERIHAL, OBAT, SEBELUM_OBAT, TANYA, SAYA] = [
  K('orang_lain'),
  K('kerabat_lain'),
  K('kalau'),
  K('antara'),
  K('takut'),
  K('perihal'),
  K('obat'),
  K('sebelum_obat'),
  K('tanya'),
  K('saya'),
]
const GEJALA = new Set(
  'sakit sesak demam batuk muntah pusing kejang pingsan diare bengkak mimisan gatal darah dada lemas napas nyeri biru racun'
    .split(' ')
    .map(nomorOf),
)

/** How far around a sign the words are looked at. */
const AROUND = 14

function isHindered(bacaan: Bacaan, places: readonly number[], siapa: Siapa, aturan: Aturan | undefined): boolean {
  const at = { bacaan, places, from: Math.min(...places), to: Math.max(...places) }
  return isNegated(at) || (!aturan?.menetap && isOver(at)) || isLongAgo(at) || isOnlyThought(at) || isOfOther(at, siapa) || isOnlyAsked(at)
}

interface Tanda {
  readonly bacaan: Bacaan
  readonly places: readonly number[]
  readonly from: number
  readonly to: number
}

const is = ({ bacaan }: Tanda, n: number, jenis: number) => bacaan.kata[n]?.jenis.includes(jenis) ?? false

function isNegated(at: Tanda): boolean {
  const { kata, tanya, awal } = at.bacaan
  // `pingsan? enggak dok`
  const kalimat = kata[at.to]?.kalimat ?? 0
  if (tanya.has(kalimat) && is(at, awal[kalimat + 1] ?? -1, SANGKAL)) return true
  for (let n = at.from + 1; n < at.to; n++) if (is(at, n, SANGKAL) && !at.places.includes(n)) return true
  const here = kata[at.from]
  let commas = 0
  let listed = false
  for (let n = at.from - 1; n >= Math.max(0, at.from - AROUND); n--) {
    const word = kata[n]
    if (word?.kalimat !== here?.kalimat) break
    if (word?.anak !== kata[n + 1]?.anak) {
      commas++
      listed ||= isListed(at)
      if (!listed && !hasListOpening(at, n)) return false
    }
    if (is(at, n, SANGKAL)) return commas === 0 || listed || is(at, n + 1, ADA_DAFTAR) || is(at, n, ADA_DAFTAR)
    if (!is(at, n, TEMBUS) && !word?.jenis.some((one) => GEJALA.has(one))) return false
  }
  return false
}

/** `a, b, atau c`: an "or" in the same sentence, near. */
function isListed(at: Tanda): boolean {
  const { kata } = at.bacaan
  const kalimat = kata[at.from]?.kalimat
  for (let n = at.from - 2; n <= at.to + 8; n++) if (kata[n]?.kalimat === kalimat && is(at, n, DAFTAR)) return true
  return false
}

/** `tidak ada a, b`: what is not there is a list. */
function hasListOpening(at: Tanda, from: number): boolean {
  const { kata } = at.bacaan
  const kalimat = kata[at.from]?.kalimat
  for (let n = from; n >= Math.max(0, from - AROUND); n--) {
    if (kata[n]?.kalimat !== kalimat) return false
    if (is(at, n, SANGKAL)) return is(at, n, ADA_DAFTAR) || is(at, n + 1, ADA_DAFTAR)
  }
  return false
}

/** `sudah hilang`, `sudah tidak ada`; in the next clause too, where it says nothing else (`kemarin sesak, sekarang sudah tidak`). */
function isOver(at: Tanda): boolean {
  const { kata } = at.bacaan
  const here = kata[at.to]
  if (isOverLater(at)) return true
  let onlyTime = true
  for (let n = at.to + 1; n <= at.to + OVER_MAX && kata[n]?.kalimat === here?.kalimat; n++) {
    if (kata[n]?.anak !== here?.anak && !onlyTime) return false
    if (is(at, n, REDA)) return !(is(at, n - 1, SANGKAL) || is(at, n - 2, SANGKAL))
    if (is(at, n, SANGKAL) && (endsAt(at, n + 1) || (is(at, n + 1, LAGI) && endsAt(at, n + 2)))) return true
    onlyTime &&= BETWEEN_OVER.some((jenis) => is(at, n, jenis))
  }
  return is(at, at.from - 1, REDA) && is(at, at.from - 2, SUDAH)
}

const OVER_MAX = 6

/** `tadi sesak tapi boleh pulang, sekarang enak`: further on in the sentence it says that now it is well. */
function isOverLater(at: Tanda): boolean {
  const { kata } = at.bacaan
  for (let n = at.to + 1; n <= at.to + AROUND && kata[n]?.kalimat === kata[at.to]?.kalimat; n++)
    if (is(at, n, KINI_SAJA) && (is(at, n + 1, REDA) || (is(at, n + 1, SUDAH) && is(at, n + 2, REDA)))) return true
  return false
}

const BETWEEN_OVER = [KINI, SUDAH, SAYA, PENUTUP, LAMPAU_KATA, K('sambung')]

/** Nothing more is said in this clause from here on. */
const endsAt = ({ bacaan: { kata } }: Tanda, n: number) =>
  kata[n]?.anak !== kata[n - 1]?.anak || (kata[n]?.jenis.includes(PENUTUP) ?? false)

function isLongAgo(at: Tanda): boolean {
  const { kata } = at.bacaan
  const here = kata[at.from]
  let ago = false
  for (let n = Math.max(0, at.from - AROUND); n <= at.to + AROUND; n++) {
    const word = kata[n]
    if (!word || word.kalimat !== here?.kalimat || at.places.includes(n)) continue
    if (is(at, n, KINI) && word.anak === here.anak && !isGoodNow(at, n)) return false
    ago ||= isLongAgoWord(at, n)
  }
  return ago
}

const isGoodNow = (at: Tanda, n: number) =>
  [1, 2].some((step) => is(at, n + step, REDA) || is(at, n + step, SANGKAL) || is(at, n + step, SUDAH))

function isLongAgoWord(at: Tanda, n: number): boolean {
  const { kata } = at.bacaan
  // `belum pernah sesakit ini` is no past.
  if (is(at, n, LAMPAU)) return !is(at, n - 1, SANGKAL)
  const year = kata[n]?.angka
  if (year && Number.isInteger(year) && year >= 1950 && year <= 2100) return true
  if (is(at, n, LAMPAU_KATA)) return [n - 1, n - 2, n + 1].some((m) => is(at, m, SATUAN))
  return is(at, n, MASA_KECIL) && kata[n - 1] !== undefined && is(at, n - 1, nomorOf(':waktu'))
}

/** Only supposed, feared or spoken about: `kalau kejang`, `takut kena stroke`, `gejala stroke`, `obat sesak`. */
function isOnlyThought(at: Tanda): boolean {
  const { kata } = at.bacaan
  const anak = kata[at.from]?.anak
  for (let n = at.from - 1; n >= Math.max(0, at.from - AROUND) && kata[n]?.anak === anak; n--) {
    // `kalau malam sesak`: every night, and no supposition.
    if (is(at, n, KALAU)) return !is(at, n + 1, BAGIAN_HARI)
    if (is(at, n, TAKUT) || is(at, n, PERIHAL)) return true
    if (is(at, n, OBAT)) return !is(at, n - 1, SEBELUM_OBAT)
    if (!is(at, n, ANTARA) && !kata[n]?.jenis.some((one) => GEJALA.has(one))) return false
  }
  return false
}

const BAGIAN_HARI = jenisOf('malam')

/** `kayak orang mabuk` is oneself, and `orang tua` is a parent. */
const [LIKE, OLD] = [nomorOf('seperti'), jenisOf('tua')]

function isOfOther(at: Tanda, siapa: Siapa): boolean {
  const { kata } = at.bacaan
  for (let n = at.from - 1; n >= Math.max(0, at.from - AROUND) && kata[n]?.kalimat === kata[at.from]?.kalimat; n--) {
    if (is(at, n, ORANG) && !is(at, n - 1, LIKE) && !is(at, n + 1, OLD)) return !isHappening(at)
    if (is(at, n, KERABAT) && siapa.hubungan !== 'lainnya') return !isHappening(at)
  }
  return false
}

/** `keponakan saya lagi kejang ini`, `tolong, mertua saya pingsan`: whoever it is, it is now. */
function isHappening(at: Tanda): boolean {
  const { kata } = at.bacaan
  const [anak, kalimat] = [kata[at.from]?.anak, kata[at.from]?.kalimat]
  for (let n = at.from - 1; n >= at.from - AROUND && kata[n]?.kalimat === kalimat; n--) if (is(at, n, DARURAT)) return true
  for (let n = at.from - 3; n <= at.to + 3; n++)
    if (at.bacaan.kata[n]?.anak === anak && (is(at, n, KINI) || is(at, n, SEDANG)) && !is(at, n, SUDAH)) return true
  return false
}

/** A question about a thing, not about somebody: it begins as one, ends as one, and names nobody; or asks what can come (`bisa kejang?`). */
function isOnlyAsked(at: Tanda): boolean {
  const { kata, tanya, awal } = at.bacaan
  const kalimat = kata[at.from]?.kalimat ?? 0
  const first = awal[kalimat] ?? 0
  const asks = [0, 1, 2].some((n) => first + n < at.from && is(at, first + n, TANYA))
  if (!asks) return false
  if (tanya.has(kalimat) && is(at, at.from - 1, nomorOf('bisa'))) return true
  for (let n = first; kata[n]?.kalimat === kalimat && n < first + 3 * AROUND; n++) if (is(at, n, SAYA)) return false
  return tanya.has(kalimat) || is(at, first, TANYA)
}
