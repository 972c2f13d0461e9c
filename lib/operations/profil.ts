import { countProfilChange } from '@/lib/auth/activity-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import type { AddProfil, EditProfil, ProfilView } from '@/lib/contract/profil'
import { archive, findProfilFor, keepProfil, listProfilOf, moveKonsultasiOf, type ProfilRow } from '@/lib/data/profil'
import { type Transaction, transaction } from '@/lib/data/sql'
import { newUuid, toId } from '@/lib/domain/id'
import { warnaOf } from '@/lib/domain/inisial'
import type { Actor } from '@/lib/domain/pengguna'
import { PROFIL_MAX, TAK_DIKETAHUI } from '@/lib/domain/profil'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canHaveProfil } from '@/lib/policy/profil'
import { presentProfil } from '@/lib/presenters/profil'
import { publishKonsultasi } from '@/lib/realtime/publish'

const present = (row: ProfilRow): ProfilView => presentProfil(row.id, row, row.diarsipkan_pada)

/** One's own profil, `diri` first; with those that are archived only where they are asked for. */
export async function listProfil(actor: Actor, withArchived = false): Promise<ProfilView[]> {
  allow(canHaveProfil(actor))
  return (await listProfilOf(actor.id, withArchived)).map(present)
}

/** Adds somebody of the family. @throws Refusal `forbidden`, `too_many_profil`, `rate_limited` */
export async function addProfil(actor: Actor, given: AddProfil): Promise<ProfilView> {
  allow(canHaveProfil(actor))
  await countProfilChange(actor)
  return transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    const family = await listProfilOf(actor.id, false, tx)
    if (family.length >= PROFIL_MAX) throw new Refusal('too_many_profil', { params: { max: PROFIL_MAX } })
    const { hubungan, nama, tanggal_lahir, ...facts } = given
    return present(
      await keepProfil(
        { ...TAK_DIKETAHUI, hubungan, nama, tanggal_lahir, ...said(facts), id: idApartFrom(family), pemilikId: actor.id },
        tx,
      ),
    )
  })
}

/** Of so many ids one of each colour is there, as good as always. */
const CANDIDATES = 64

/** A new id whose colour the fewest of the family have: while there are colours, no child is taken for another at a glance. */
function idApartFrom(family: readonly ProfilRow[]): string {
  const colourOf = (uuid: string) => warnaOf(toId('profil', uuid))
  const sharing = (uuid: string) => family.filter(({ id }) => colourOf(id) === colourOf(uuid)).length
  return Array.from({ length: CANDIDATES }, newUuid).reduce((best, one) => (sharing(one) < sharing(best) ? one : best))
}

/**
 * What is given replaces, what is not stays, null empties. A dokter who has a konsultasi of it open sees that at once: an allergy is known before
 * the next resep.
 * @throws Refusal `forbidden`, `not_found`, `validation_failed` on `hubungan`, `rate_limited`
 */
export async function editProfil(actor: Actor, id: string, given: EditProfil): Promise<ProfilView> {
  allow(canHaveProfil(actor))
  await countProfilChange(actor)
  const { row, moved } = await transaction(async (tx) => {
    const before = await findLiving(actor, id, tx)
    const { diarsipkan_pada: _, ...known } = before
    const { hubungan, ...facts } = said(given)
    if (hubungan === 'diri' && known.hubungan !== 'diri') throw invalidField('hubungan', 'hubungan_diri')
    const stays = known.hubungan === 'diri' || hubungan === undefined
    const row = await keepProfil({ ...known, ...facts, hubungan: stays ? known.hubungan : hubungan, pemilikId: actor.id }, tx)
    const isNews = JSON.stringify(row) !== JSON.stringify(before)
    return { row, moved: isNews ? await moveKonsultasiOf(row.id, tx) : [] }
  })
  for (const konsultasi of moved) publishKonsultasi(konsultasi)
  return present(row)
}

/** It stays with its konsultasi, and nobody is booked for with it any more. @throws Refusal `forbidden`, `not_found`, `profil_in_use`, `rate_limited` */
export async function archiveProfil(actor: Actor, id: string): Promise<ProfilView> {
  allow(canHaveProfil(actor))
  await countProfilChange(actor)
  return transaction(async (tx) => {
    const known = await findLiving(actor, id, tx)
    const archived = known.hubungan === 'diri' ? null : await archive(known.id, tx)
    if (!archived) throw new Refusal('profil_in_use')
    return present(archived)
  })
}

/** One's own that is not archived, with the account held: of two changes at once one follows the other, and nobody books meanwhile. */
async function findLiving(actor: Actor, id: string, tx: Transaction): Promise<ProfilRow> {
  await holdOwnAccount(actor, tx)
  const found = await findProfilFor(actor, id, tx)
  if (found.diarsipkan_pada !== null) throw new Refusal('not_found')
  return found
}

/** Without what was not given. */
const said = <Given extends object>(given: Given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]: Exclude<Given[Name], undefined>
  }
