import type { BahayaView, KuesionerView, TandaView, TriaseView } from '@/lib/contract/triase'
import type { BahayaRow } from '@/lib/data/bahaya'
import type { Bahasa } from '@/lib/domain/bahasa'
import { toId } from '@/lib/domain/id'
import { type Aturan, aturanOf, VERSI_TRIASE } from '@/lib/domain/triase/aturan'
import { type Jawaban, type Pertanyaan, pertanyaanOf, type TriaseTersimpan } from '@/lib/domain/triase/kuesioner'

export const presentTanda = ({ kode, tingkat, kalimat }: Aturan, bahasa: Bahasa): TandaView => ({ kode, tingkat, kalimat: kalimat[bahasa] })

/** A rule that is gone since says its name. */
export const presentBahaya = ({ pesan_id, ...row }: BahayaRow, bahasa: Bahasa): BahayaView => ({
  ...row,
  kalimat: aturanOf(row.kode)?.kalimat[bahasa] ?? row.kode.replaceAll('_', ' '),
  pesan_id: pesan_id && toId('pesan', pesan_id),
})

export const presentTriase = ({ versi, tingkat, jawaban }: TriaseTersimpan, bahasa: Bahasa): TriaseView => ({
  versi,
  tingkat,
  jawaban: jawaban.map(({ kode, teks, jawaban: given }) => {
    const asked = pertanyaanOf(kode)
    return { kode, teks: asked?.teks[bahasa] ?? teks, jawaban: given, jawaban_teks: wordsOf(asked, given, bahasa) }
  }),
})

const YA = { id: ['Tidak', 'Ya'], en: ['No', 'Yes'] } as const

function wordsOf(asked: Pertanyaan | undefined, given: Jawaban, bahasa: Bahasa): string {
  if (typeof given === 'boolean') return YA[bahasa][given ? 1 : 0]
  const chosen = asked?.pilihan?.find(({ kode }) => kode === given)
  if (chosen) return chosen.teks[bahasa]
  return [typeof given === 'number' ? given.toLocaleString(bahasa) : given, asked?.satuan].filter((part) => part !== undefined).join(' ')
}

export const presentKuesioner = (asked: readonly Pertanyaan[], bahasa: Bahasa): KuesionerView => ({
  versi: VERSI_TRIASE,
  pertanyaan: asked.map(({ kode, teks, jenis, satuan, pilihan, bila }) => ({
    kode,
    teks: teks[bahasa],
    jenis,
    ...(satuan && { satuan }),
    ...(pilihan && { pilihan: pilihan.map((one) => ({ kode: one.kode, teks: one.teks[bahasa] })) }),
    ...(bila && { bila: { ...bila } }),
  })),
})
