import type { Resep } from '@/lib/contract/dokumen'
import { readDaftarObatOf } from '@/lib/data/daftar'
import type { Transaction } from '@/lib/data/sql'
import type { Prepared } from '@/lib/data/store-dokumen'
import { hariKontrol, hariSakit } from '@/lib/domain/dokumen/dokumen'
import { kurangUntukResep } from '@/lib/domain/dokumen/kurang'
import { knownObat, periksaResep } from '@/lib/domain/dokumen/periksa-resep'
import type { IsiProfil } from '@/lib/domain/profil'
import { type FieldProblem, type FieldProblems, invalidField, Refusal } from '@/lib/domain/refusal'
import { dayInWib } from '@/lib/domain/zona'
import type { Diminta } from './asked-dokumen'

/** What stands against it for this profil on this day. @throws Refusal, as `issueDokumen` does */
export async function refuseWrong(prepared: Prepared, diminta: Diminta, tx?: Transaction): Promise<void> {
  refuseDay(diminta, prepared)
  refuseUnfit(prepared, diminta, await obatOf(prepared, diminta, tx))
}

/** A kontrol is from tomorrow to a year ahead, a letter about these weeks. @throws Refusal `validation_failed` on `isi.tanggal`, `isi.mulai` */
function refuseDay({ jenis, isi }: Diminta, { sekarang: now, lama }: Prepared): void {
  const isWithin = (day: string, { dari, sampai }: ReturnType<typeof hariKontrol>) => dari <= day && day <= sampai
  if (jenis === 'kontrol' && !isWithin(isi.tanggal, hariKontrol(now))) throw invalidField('isi.tanggal', 'kontrol')
  // A correction is about the days of its first version, however long ago.
  if (jenis === 'surat_sakit' && !lama && !isWithin(isi.mulai, hariSakit(now))) throw invalidField('isi.mulai', 'mulai_sakit')
}

/** What a resep is looked at with: of other kinds nothing is asked. */
const obatOf = async ({ daftar_obat: sidik }: Prepared, { jenis }: Diminta, tx?: Transaction): Promise<KnownObat> =>
  knownObat(jenis === 'resep' ? ((await readDaftarObatOf(sidik, tx))?.entri ?? null) : null)

type KnownObat = ReturnType<typeof knownObat>

/** What stands against this dokumen for this profil. @throws Refusal `examination_needed`, `profil_incomplete`, `validation_failed` */
function refuseUnfit(held: Prepared, diminta: Diminta, obat: KnownObat): void {
  if (diminta.jenis === 'surat_sakit') {
    if (!held.pernah) throw new Refusal('examination_needed')
    const lahir = held.profil.tanggal_lahir
    if (lahir && diminta.isi.mulai < lahir) throw invalidField('isi.mulai', 'before_birth')
  }
  if (diminta.jenis === 'resep') {
    refuseIncomplete(held.profil, held.sekarang)
    refuseResep(diminta.isi, held.profil, obat)
  }
}

function refuseIncomplete(profil: IsiProfil, now: Date): void {
  const missing = kurangUntukResep(profil, dayInWib(now))
  const fields: FieldProblems = Object.fromEntries(missing.map((name) => [name, [{ key: 'required' as const }]]))
  if (missing.length > 0) throw new Refusal('profil_incomplete', { fields })
}

const KEBERATAN = { terlarang: 'obat_terlarang', alergi: 'obat_alergi', ganda: 'obat_ganda' } as const

function refuseResep({ obat, abaikan = [] }: Resep, { alergi }: IsiProfil, known: KnownObat): void {
  const allergies = (alergi ?? []).map(({ zat }) => zat)
  const ignored = abaikan.map(({ zat }) => zat)
  const fields: Record<string, FieldProblem[]> = {}
  // The first of each obat is told: what nobody may prescribe before an allergy, and that before what is there twice.
  for (const { ke, sebab, diabaikan } of periksaResep(obat, allergies, ignored, known))
    if (!diabaikan) fields[`isi.obat.${ke}.nama`] ??= [{ key: KEBERATAN[sebab] }]
  if (Object.keys(fields).length > 0) throw new Refusal('validation_failed', { fields })
}
