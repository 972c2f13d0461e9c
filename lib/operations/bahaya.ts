import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { AturanBahayaView, KuesionerView } from '@/lib/contract/triase'
import { insertAudit } from '@/lib/data/audit'
import { answerBahaya, countBahaya, isRaised } from '@/lib/data/bahaya'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { findBookableProfil } from '@/lib/data/profil'
import { aside, transaction } from '@/lib/data/sql'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { ATURAN } from '@/lib/domain/triase/aturan'
import { pertanyaanFor, siapaOf } from '@/lib/domain/triase/kuesioner'
import { allow } from '@/lib/policy/allow'
import { canReadStatistik } from '@/lib/policy/audit'
import { canAcknowledgeAnyBahaya, canAcknowledgeBahaya, canBook, canDenyAnyBahaya, canDenyBahaya } from '@/lib/policy/konsultasi'
import { presentKuesioner, presentTanda } from '@/lib/presenters/bahaya'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'

/** What is asked before a booking for this profil (the client's id; without one, oneself). @throws Refusal `forbidden`, `validation_failed` on `profil_id` */
export async function readTriase(actor: Actor, profilId: string | null, bahasa: Bahasa = 'id'): Promise<KuesionerView> {
  allow(canBook(actor))
  const profil = await findBookableProfil(actor.id, profilId)
  if (!profil) throw invalidField('profil_id', 'profil')
  return presentKuesioner(pertanyaanFor(siapaOf(profil)), bahasa)
}

/** Its dokter has seen a sign of danger; once. @throws Refusal `forbidden`, `not_found` */
export async function acknowledgeBahaya(actor: Actor, id: string, kode: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  allow(canAcknowledgeAnyBahaya(actor))
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canAcknowledgeBahaya(actor, konsultasi))
  return answer(actor, konsultasi, kode, 'akui', bahasa)
}

/** Its pasien says that a sign of danger is not so; once. It stays for the dokter to see. @throws Refusal `forbidden`, `not_found` */
export async function denyBahaya(actor: Actor, id: string, kode: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  allow(canDenyAnyBahaya(actor))
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canDenyBahaya(actor, konsultasi))
  return answer(actor, konsultasi, kode, 'sangkal', bahasa)
}

const AKSI = { akui: 'bahaya.diakui', sangkal: 'bahaya.disangkal' } as const

/** What was seen stands with the konsultasi and not in the audit log, which more people read. */
async function answer(
  actor: Actor,
  { id }: KonsultasiHead,
  kode: string,
  how: 'akui' | 'sangkal',
  bahasa?: Bahasa,
): Promise<KonsultasiView> {
  if (!(await isRaised(id, kode))) throw new Refusal('not_found')
  const { answered, row } = await transaction(async (tx) => {
    const answered = await answerBahaya(id, kode, how, tx)
    if (answered) await insertAudit({ aktor: actor, aksi: AKSI[how], konsultasiId: id }, tx)
    return { answered, row: await readKonsultasiRow(id, actor.id, tx) }
  })
  if (answered) publishKonsultasi(answered)
  return presentKonsultasi(actor, row, bahasa)
}

/** The rules, and what became of what they raised. @throws Refusal `forbidden` */
export async function listTandaBahaya(actor: Actor, bahasa: Bahasa = 'id'): Promise<AturanBahayaView[]> {
  allow(canReadStatistik(actor))
  const counts = new Map((await aside(countBahaya)).map((row) => [row.kode, row]))
  return ATURAN.map((aturan) => {
    const { diangkat = 0, diakui = 0, median_detik = null, disangkal = 0 } = counts.get(aturan.kode) ?? {}
    return { ...presentTanda(aturan, bahasa), sumber: aturan.sumber, diangkat, diakui, median_detik, disangkal }
  })
}
