import { KELUARGA } from './pasangan'

/** What else is said at a clinic: each of these is a word of its own and no form of another. */
const LAIN = {
  gejala:
    'demam pusing mual muntah diare pening gatal nyeri kesemutan lemas sesak menggigil kembung sembelit mencret pilek ruam memar'.split(
      ' ',
    ),
  bagian: 'kepala perut dada tangan kaki lengan punggung leher mata telinga hidung lutut pinggang gigi kulit jantung lambung ginjal'.split(
    ' ',
  ),
  waktu: 'pagi siang sore malam kemarin tadi besok minggu bulan sekarang setelah sebelum selama sejak ketika kemudian'.split(' '),
  obat: 'amoksisilin ampisilin siprofloksasin setirizin loratadin omeprazol deksametason prednison prednisolon ibuprofen antasida insulin'.split(
    ' ',
  ),
  kecil:
    'selalu terlalu sering jarang kadang sedikit sekali semua sendiri seperti lagi masih sudah belum tidak juga hanya dengan karena'.split(
      ' ',
    ),
  orang: 'anak ibu bapak istri suami nenek kakak adik bidan perempuan bayi'.split(' '),
  benda:
    'dokter resep hasil laboratorium rapi merah kering ringan berat penting pertama persen perban permen pesan menit meja dinding masalah sekolah berita kelapa api rapat lalu masa kali mana baru'.split(
      ' ',
    ),
} as const

const DOSIS = ['5 mg', '10 mg', '50 mg', '250 mg', '500 mg', '5 ml', '1 tablet', '2 kapsul', '15 tetes']

/** A text, and of which words (as they stand in a dictionary) it is made. */
export interface Kalimat {
  readonly teks: string
  readonly kata: ReadonlySet<string>
}

const TEMPLATES = [
  'dok {orang} saya {gejala} dan {kerja} di {bagian} {kecil} {waktu}',
  '{waktu} {kecil} {kerja} {obat} {dosis} lalu {kerja}',
  'apakah {bagian} {kecil} {gejala} perlu {kerja} dok',
  'hasil {kerja} {bagian} {kecil} {benda}',
  '{orang} {kecil} {gejala} {waktu} {kerja} {kerja}',
  '{obat} {dosis} {kerja} {waktu} dan {waktu} {benda}',
  'tolong {kerja} {benda} {obat} untuk {orang}',
  'saya {kecil} {kerja} tetapi {bagian} {kecil} {gejala} {benda}',
]

/** Always the same sentences: mulberry32 of this seed. */
export function kalimatOf(count: number, seed = 20261129): Kalimat[] {
  const random = randomFrom(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One
  return Array.from({ length: count }, () => {
    const kata = new Set<string>()
    const say = (kind: string): string => {
      if (kind === 'dosis') return pick(DOSIS)
      if (kind !== 'kerja') return pick(LAIN[kind as keyof typeof LAIN])
      const { kata: word, bentuk } = pick(KELUARGA)
      kata.add(word)
      return pick([word, ...bentuk])
    }
    const teks = pick(TEMPLATES).replace(/\{(\w+)\}/g, (_, kind: string) => say(kind))
    for (const word of teks.split(' ')) kata.add(word)
    return { teks, kata }
  })
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What is looked for among them: every word of a dictionary that they are made of. */
export const ASKED: readonly string[] = [
  ...KELUARGA.map(({ kata }) => kata),
  ...Object.values(LAIN).flat(),
  '5',
  '10',
  '50',
  '250',
  '500',
  'tablet',
]
