import type { Bahasa } from '@/lib/domain/bahasa'
import { type IsiProfil, umurPada } from '@/lib/domain/profil'
import type { FieldProblem } from '@/lib/domain/refusal'
import { isPlainText, lengthOf } from '@/lib/domain/text'
import { dayInWib } from '@/lib/domain/zona'
import { ATURAN, type Aturan, type Siapa, type Syarat, suits, suitsBody, type TingkatTriase } from './aturan'
import { findBahaya } from './find-bahaya'

/** Characters of an answer in words. */
export const JAWABAN_MAX = 500

/** Questions that one person is asked at most. */
export const PERTANYAAN_MAX = 12

export const JENIS_PERTANYAAN = ['ya_tidak', 'pilihan', 'angka', 'tanggal', 'teks'] as const
type JenisPertanyaan = (typeof JENIS_PERTANYAAN)[number]

type Teks = Readonly<Record<Bahasa, string>>

export interface Pertanyaan {
  readonly kode: string
  readonly teks: Teks
  readonly jenis: JenisPertanyaan
  /** Of a number: its unit, and from where to where it can be. */
  readonly satuan?: string
  readonly batas?: readonly [number, number]
  readonly pilihan?: readonly { readonly kode: string; readonly teks: Teks }[]
  /** Asked only after this answer to another one. */
  readonly bila?: { readonly kode: string; readonly jawaban: boolean | string }
  readonly syarat: Syarat
}

export type Jawaban = boolean | number | string
export type Jawabannya = Readonly<Record<string, Jawaban>>

/** Months: under five years MTBS asks, and from ten to fifty-five somebody may be pregnant. */
const BALITA: Syarat = { sampaiBulan: 60 }
const LEBIH_BESAR: Syarat = { dariBulan: 60 }
const MUNGKIN_HAMIL: Syarat = { jenisKelamin: 'P', dariBulan: 120, sampaiBulan: 672 }

const PERTANYAAN: readonly Pertanyaan[] = [
  {
    kode: 'sejak',
    teks: { id: 'Sejak kapan keluhannya?', en: 'Since when?' },
    jenis: 'pilihan',
    pilihan: [
      { kode: 'hari_ini', teks: { id: 'Hari ini', en: 'Today' } },
      { kode: '1_3_hari', teks: { id: '1 sampai 3 hari', en: '1 to 3 days' } },
      { kode: '4_7_hari', teks: { id: '4 sampai 7 hari', en: '4 to 7 days' } },
      { kode: 'lebih_seminggu', teks: { id: 'Lebih dari seminggu', en: 'More than a week' } },
    ],
    syarat: {},
  },
  {
    kode: 'tidak_bisa_minum',
    teks: { id: 'Apakah anak tidak bisa minum atau menyusu?', en: 'Is the child unable to drink or breastfeed?' },
    jenis: 'ya_tidak',
    syarat: BALITA,
  },
  {
    kode: 'muntah_semua',
    teks: { id: 'Apakah anak memuntahkan semua yang dimakan atau diminum?', en: 'Does the child vomit everything?' },
    jenis: 'ya_tidak',
    syarat: BALITA,
  },
  {
    kode: 'kejang',
    teks: { id: 'Apakah anak kejang dalam sakit kali ini?', en: 'Has the child had a seizure in this illness?' },
    jenis: 'ya_tidak',
    syarat: BALITA,
  },
  {
    kode: 'lesu',
    teks: { id: 'Apakah anak sangat lemas atau sulit dibangunkan?', en: 'Is the child very weak or hard to wake?' },
    jenis: 'ya_tidak',
    syarat: BALITA,
  },
  {
    kode: 'napas_anak',
    teks: {
      id: 'Apakah napasnya cepat, sesak, berbunyi, atau dadanya tertarik ke dalam?',
      en: 'Is the breathing fast, hard or noisy, or is the chest drawn in?',
    },
    jenis: 'ya_tidak',
    syarat: BALITA,
  },
  {
    kode: 'sesak',
    teks: { id: 'Apakah sekarang sesak atau sulit bernapas?', en: 'Is it hard to breathe now?' },
    jenis: 'ya_tidak',
    syarat: LEBIH_BESAR,
  },
  {
    kode: 'nyeri_dada',
    teks: { id: 'Apakah sekarang dada nyeri atau terasa tertekan?', en: 'Is there pain or pressure in the chest now?' },
    jenis: 'ya_tidak',
    syarat: LEBIH_BESAR,
  },
  {
    kode: 'lemah_sebelah',
    teks: {
      id: 'Apakah tiba-tiba wajah mencong, bicara pelo, atau separuh badan lemah?',
      en: 'Suddenly a drooping face, slurred speech or one weak side?',
    },
    jenis: 'ya_tidak',
    syarat: LEBIH_BESAR,
  },
  {
    kode: 'tidak_sadar',
    teks: { id: 'Apakah hari ini ada pingsan atau kejang?', en: 'Fainting or a seizure today?' },
    jenis: 'ya_tidak',
    syarat: LEBIH_BESAR,
  },
  {
    kode: 'perdarahan',
    teks: { id: 'Apakah ada perdarahan yang banyak atau tidak berhenti?', en: 'Is there bleeding that is heavy or does not stop?' },
    jenis: 'ya_tidak',
    syarat: {},
  },
  { kode: 'demam', teks: { id: 'Apakah demam?', en: 'Is there a fever?' }, jenis: 'ya_tidak', syarat: {} },
  {
    kode: 'suhu',
    teks: { id: 'Berapa suhunya, kalau sudah diukur?', en: 'What is the temperature, if it was taken?' },
    jenis: 'angka',
    satuan: '°C',
    batas: [30, 45],
    bila: { kode: 'demam', jawaban: true },
    syarat: {},
  },
  { kode: 'hamil', teks: { id: 'Apakah sedang hamil?', en: 'Pregnant now?' }, jenis: 'ya_tidak', syarat: MUNGKIN_HAMIL },
  {
    kode: 'hamil_keluhan',
    teks: { id: 'Pada kehamilan ini, adakah salah satu dari ini?', en: 'In this pregnancy, is there one of these?' },
    jenis: 'pilihan',
    pilihan: [
      { kode: 'perdarahan', teks: { id: 'Keluar darah dari jalan lahir', en: 'Bleeding from the vagina' } },
      { kode: 'ketuban', teks: { id: 'Keluar air ketuban', en: 'The waters have broken' } },
      { kode: 'gerak_janin', teks: { id: 'Gerak janin berkurang', en: 'The baby moves less' } },
      { kode: 'sakit_kepala', teks: { id: 'Sakit kepala hebat atau pandangan kabur', en: 'Bad headache or blurred sight' } },
      { kode: 'tidak_ada', teks: { id: 'Tidak ada', en: 'None of them' } },
    ],
    bila: { kode: 'hamil', jawaban: true },
    syarat: MUNGKIN_HAMIL,
  },
  {
    kode: 'menyakiti_diri',
    teks: {
      id: 'Apakah ada pikiran untuk menyakiti diri atau mengakhiri hidup?',
      en: 'Are there thoughts of self-harm or of ending life?',
    },
    jenis: 'ya_tidak',
    syarat: { dariBulan: 120 },
  },
  {
    kode: 'obat',
    teks: { id: 'Obat apa yang sudah diminum?', en: 'Which medicine was taken already?' },
    jenis: 'teks',
    syarat: {},
  },
]

const BY_KODE = new Map(PERTANYAAN.map((one) => [one.kode, one]))

/** The question as it is asked today; an old one may be gone. */
export const pertanyaanOf = (kode: string): Pertanyaan | undefined => BY_KODE.get(kode)

/** What this person is asked, at most twelve. A sex that is not known is asked about pregnancy too. */
export const pertanyaanFor = (siapa: Siapa): readonly Pertanyaan[] => PERTANYAAN.filter((one) => suitsBody(one.syarat, siapa))

/** What is wrong with an answer: null where it is one. */
export function problemOf(pertanyaan: Pertanyaan | undefined, jawaban: unknown): FieldProblem | null {
  if (!pertanyaan) return { key: 'pertanyaan' }
  const { jenis, pilihan = [], batas: [min, max] = ANY_NUMBER } = pertanyaan
  if (jenis === 'ya_tidak') return typeof jawaban === 'boolean' ? null : { key: 'jenis' }
  if (jenis === 'angka') {
    if (typeof jawaban !== 'number') return { key: 'jenis' }
    return jawaban >= min && jawaban <= max ? null : { key: 'between', params: { min, max } }
  }
  if (typeof jawaban !== 'string') return { key: 'jenis' }
  if (jenis === 'pilihan') return pilihan.some(({ kode }) => kode === jawaban) ? null : { key: 'choice' }
  if (jenis === 'tanggal') return isDay(jawaban) ? null : { key: 'date' }
  if (!isPlainText(jawaban)) return { key: 'not_text' }
  return lengthOf(jawaban) <= JAWABAN_MAX ? null : { key: 'too_long', params: { max: JAWABAN_MAX } }
}

const ANY_NUMBER = [-1_000_000, 1_000_000] as const

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true

/** The rules that an answer is a sign of: one that was chosen, or one in words, which is read as `keluhan` is. */
export function findInJawaban(jawaban: Jawabannya, siapa: Siapa): readonly Aturan[] {
  const inTeks = new Set(textsOf(jawaban).flatMap((teks) => findBahaya(teks, siapa)))
  return ATURAN.filter((aturan) => inTeks.has(aturan) || (suits(aturan, siapa) && aturan.jawaban.some((sign) => isAnswered(sign, jawaban))))
}

const textsOf = (jawaban: Jawabannya): string[] =>
  Object.entries(jawaban).flatMap(([kode, teks]) => (pertanyaanOf(kode)?.jenis === 'teks' && typeof teks === 'string' ? [teks] : []))

function isAnswered(sign: Aturan['jawaban'][number], jawaban: Jawabannya): boolean {
  const given = jawaban[sign.kode]
  if (!('sama' in sign)) return typeof given === 'number' && given >= sign.mulai
  return given === sign.sama && (sign.bersama === undefined || isAnswered(sign.bersama, jawaban))
}

/** Who is treated, with what the answers say of a pregnancy. */
export const withJawaban = (siapa: Siapa, { hamil }: Jawabannya): Siapa => ({
  ...siapa,
  hamil: typeof hamil === 'boolean' ? hamil : siapa.hamil,
})

/** Whom a konsultasi treats, as rules know them; today's age. */
export function siapaOf(profil: Pick<IsiProfil, 'tanggal_lahir' | 'jenis_kelamin' | 'hubungan'>, hamil: boolean | null = null): Siapa {
  const umur = profil.tanggal_lahir === null ? null : umurPada(profil.tanggal_lahir, dayInWib(new Date()))
  return { umurBulan: umur && umur.tahun * 12 + umur.bulan, jenisKelamin: profil.jenis_kelamin, hamil, hubungan: profil.hubungan }
}

/** What was asked before a konsultasi, as it is kept: the questions in the words of that time. */
export interface TriaseTersimpan {
  readonly versi: string
  readonly tingkat: TingkatTriase
  readonly hamil: boolean | null
  readonly jawaban: readonly { readonly kode: string; readonly teks: string; readonly jawaban: Jawaban }[]
}

/** How urgent signs are together. */
export function tingkatOf(signs: readonly Pick<Aturan, 'tingkat'>[]): TingkatTriase {
  return signs.some(({ tingkat }) => tingkat === 'merah') ? 'merah' : signs.length > 0 ? 'kuning' : 'hijau'
}
